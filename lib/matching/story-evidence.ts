/** What the whole story says that bears on single names: cue words, definitions, entries named. */

import { firstAtOrAfter } from './candidates';
import type { Definition, StoryContext } from './context';
import type { Form } from './forms';
import type { GlossaryIndex } from './index/glossary-index';
import { resembles } from './resemblance';
import type { BlockRole } from './types';

/** What a short form stands for in this story. */
export interface Binding {
  /** Position of the entry; null where the long form is something that the glossary lacks. */
  readonly entry: number | null;
  /** The long form as the story writes it. */
  readonly long: string;
  /** It is another place of the same name. */
  readonly town: boolean;
  readonly block: number;
  readonly start: number;
}

/** A name by which the story has named an entry, beyond doubt. */
export interface Naming {
  readonly block: number;
  /** UTF-16 offsets in the block. */
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/**
 * What a story defines one short form as, added in the order of its blocks; in each, definitions before towns.
 * Each naming of the short form asks, so nothing is looked through.
 */
class Bindings {
  readonly first: Binding;
  firstOfNoTown: Binding | null = null;
  /** Of each block with any: what ascends in it, in one list or two. */
  readonly #blocks: { readonly block: number; readonly runs: Binding[][] }[] = [];

  constructor(first: Binding) {
    this.first = first;
    this.add(first);
  }

  add(binding: Binding): void {
    if (!binding.town) this.firstOfNoTown ??= binding;
    const last = this.#blocks.at(-1);
    const run = last?.block === binding.block ? last.runs.at(-1) : undefined;
    if (!last || !run) this.#blocks.push({ block: binding.block, runs: [[binding]] });
    else if ((run.at(-1)?.start ?? 0) <= binding.start) run.push(binding);
    else last.runs.push([binding]);
  }

  /** The last one that was added and stands no later than there. */
  lastBefore({ block, start }: BindingPlace): Binding | null {
    const next = firstAtOrAfter(this.#blocks, block + 1, (one) => one.block);
    for (const { block: at, runs } of this.#blocks.slice(Math.max(0, next - 2), next).reverse()) {
      const most = at === block ? start : Number.POSITIVE_INFINITY;
      for (const run of [...runs].reverse()) {
        const before = run[firstAtOrAfter(run, most + 1, (one) => one.start) - 1];
        if (before) return before;
      }
    }
    return null;
  }
}

/** Where a story names an entry by other forms than one. */
interface OtherNamings {
  readonly places: readonly Naming[];
  readonly blocks: ReadonlySet<number>;
}

/** What {@link namedOtherwise} has found, by the place of the entry and the form. */
const otherNamings = new WeakMap<StoryEvidence['namings'], Map<string, OtherNamings>>();

/** Where a story names an entry beyond doubt by other forms than `key`, in the order of the text. */
export function namedOtherwise({ namings }: StoryEvidence, entry: number, key: string): OtherNamings {
  const known = otherNamings.get(namings) ?? new Map<string, OtherNamings>();
  otherNamings.set(namings, known);
  const asked = `${entry} ${key}`;
  const found = known.get(asked);
  if (found) return found;
  const places = (namings.get(entry) ?? []).filter((naming) => naming.key !== key);
  const others = { places, blocks: new Set(places.map(({ block }) => block)) };
  known.set(asked, others);
  return others;
}

export interface StoryEvidence {
  readonly words: number;
  readonly cues: ReadonlySet<string>;
  /** Fold of a short form → what the story defines it as. */
  readonly bindings: ReadonlyMap<string, Bindings>;
  /** Position of an entry → where, and by which forms, it is named beyond doubt. */
  readonly namings: ReadonlyMap<number, readonly Naming[]>;
  /** Position of an entry → names of the related entries that the story names; filled as it is asked for. */
  readonly related: Map<number, readonly string[]>;
  /** Folds of names that the story elsewhere uses for something or somebody else. */
  readonly otherSenses: ReadonlySet<string>;
}

export function readEvidence(index: GlossaryIndex, context: StoryContext): StoryEvidence {
  const cues = new Set<string>();
  const bindings = new Map<string, Bindings>();
  let words = 0;
  context.blocks.forEach((block, number) => {
    words += block.words;
    for (const cue of block.cues) cues.add(cue);
    for (const definition of block.definitions) {
      const binding = bind(index, definition, number);
      if (definition.aside === true && isNameOfItsOwn(index, definition.short, binding.entry)) continue;
      const known = bindings.get(definition.short);
      if (known) known.add(binding);
      else bindings.set(definition.short, new Bindings(binding));
    }
  });
  return { words, cues, bindings, namings: new Map(), related: new Map(), otherSenses: new Set() };
}

function bind(index: GlossaryIndex, definition: Definition, block: number): Binding {
  const { long, start, town = false } = definition;
  return { entry: town ? null : definedEntry(index, definition), long, town, block, start };
}

/**
 * The entry that a definition's long form names: by a listed form; or an entry that has this very
 * acronym, if the long form holds a name of it ("Islamic State in Iraq and Syria (ISIS)") or differs
 * from one only as spellings do ("Hayat Tahir al-Sham (HTS)").
 */
function definedEntry(index: GlossaryIndex, definition: Definition): number | null {
  const exact = definition.key === null ? undefined : namesUnder(index, definition.key)[0];
  if (exact !== undefined) return exact.entry;
  for (const form of namesUnder(index, definition.short)) {
    const forms = index.entry(form.entry)?.forms ?? [];
    const named = (one: Form) => one.role === 'name' && definition.inside?.includes(one.key) === true;
    if (forms.some((one) => named(one) || (one.role === 'name' && resembles(definition.long, one.key))))
      return form.entry;
  }
  return null;
}

/** Whether a short form stands by itself for another entry: "the UN, or Reporters Without Borders, …". */
function isNameOfItsOwn(index: GlossaryIndex, short: string, entry: number | null): boolean {
  return namesUnder(index, short).some((form) => form.alone && form.entry !== entry);
}

export function namesUnder(index: GlossaryIndex, key: string): Form[] {
  return index.formsFor(key).filter((form) => form.role === 'name');
}

/**
 * The definition that holds at a place: the last one before it, or else the first of the story. A town
 * is told of no earlier place than its own, but for the headline: the capital may have come before.
 */
export function bindingAt(evidence: StoryEvidence, key: string, at: BindingPlace): Binding | null {
  const bindings = evidence.bindings.get(key);
  if (bindings === undefined) return null;
  return bindings.lastBefore(at) ?? (at.role === 'headline' ? bindings.first : bindings.firstOfNoTown);
}

/** Where a short form stands. */
export interface BindingPlace {
  readonly block: number;
  readonly start: number;
  readonly role: BlockRole;
}
