/** What the whole story says that bears on single names: cue words, definitions, entries named. */

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

export interface StoryEvidence {
  readonly words: number;
  readonly cues: ReadonlySet<string>;
  /** Fold of a short form → what the story defines it as, in the order of the text. */
  readonly bindings: ReadonlyMap<string, readonly Binding[]>;
  /** Position of an entry → where, and by which forms, it is named beyond doubt. */
  readonly namings: ReadonlyMap<number, readonly Naming[]>;
  /** Position of an entry → names of the related entries that the story names; filled as it is asked for. */
  readonly related: Map<number, readonly string[]>;
  /** Folds of names that the story elsewhere uses for something or somebody else. */
  readonly otherSenses: ReadonlySet<string>;
}

export function readEvidence(index: GlossaryIndex, context: StoryContext): StoryEvidence {
  const cues = new Set<string>();
  const bindings = new Map<string, Binding[]>();
  let words = 0;
  context.blocks.forEach((block, number) => {
    words += block.words;
    for (const cue of block.cues) cues.add(cue);
    for (const definition of block.definitions) {
      const binding = bind(index, definition, number);
      if (definition.aside === true && isNameOfItsOwn(index, definition.short, binding.entry)) continue;
      bindings.set(definition.short, [...(bindings.get(definition.short) ?? []), binding]);
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
  const before = bindings.filter(
    (one) => one.block < at.block || (one.block === at.block && one.start <= at.start),
  );
  const later = bindings.find((one) => !one.town || at.role === 'headline');
  return before.at(-1) ?? later ?? null;
}

/** Where a short form stands. */
export interface BindingPlace {
  readonly block: number;
  readonly start: number;
  readonly role: BlockRole;
}
