/**
 * Senses: whether a name or alias, as found, means its entry here. Silence is cheaper than a wrong card.
 *
 * In order: the story's own definition; what the span stands beside; capitals; then cues. A cue in
 * the block outweighs one elsewhere in the story, and the entry's other names in the story outweigh
 * a cue from elsewhere.
 */
import type { GlossaryIndex } from './build-index';
import type { BlockRecord, Hit } from './context';
import type { CueRule, Form } from './forms';
import { Near } from './neighbours';
import { bindingAt, type StoryEvidence } from './story-evidence';
import { silent, speaks, type Verdict } from './verdict';

export interface Place {
  readonly block: number;
  readonly record: BlockRecord;
  readonly hit: Hit;
  /** Folds of the cue words in the block. */
  readonly cues: ReadonlySet<string>;
}

export function judgeName(index: GlossaryIndex, form: Form, place: Place, evidence: StoryEvidence): Verdict {
  const binding = bindingAt(evidence, form.key, place.block, place.hit.start);
  if (binding !== null) {
    if (binding.entry === form.entry) {
      return speaks(form, 'definition', 'sure', [`The story says that ${form.text} is ${binding.long}`], 100);
    }
    return silent(form, 'alias', `The story says that it is ${binding.long}`);
  }
  const inside = insideLongerName(index, form, place.hit.near);
  if (inside !== null) return silent(form, 'alias', inside);
  if (isShouted(form, place) && !supportedInCapitals(form, place, evidence)) {
    return silent(form, 'alias', 'In a run of capitals it may be an ordinary word');
  }
  return judgeByCues(index, form, place, evidence);
}

/** DESIGN §5.8, for names and aliases; why the span is part of a longer name, or null. */
function insideLongerName(index: GlossaryIndex, form: Form, near: number): string | null {
  const kind = index.entries[form.entry]?.kind ?? 'term';
  if (kind === 'person' && (near & Near.NamedAfter) !== 0)
    return 'It is part of the name of something named after the person';
  if (form.words > 1 || form.acronym) return null;
  if ((near & (Near.GivenBefore | Near.NameBefore)) !== 0)
    return 'The capitalised word before it makes it part of another name';
  if (kind !== 'person' && kind !== 'place') return null;
  if ((near & Near.NameAfter) !== 0) return 'The capitalised word after it makes it part of another name';
  if (kind === 'person' && (near & Near.WordBefore) !== 0)
    return 'The word before it may be another given name';
  return null;
}

const isShouted = (form: Form, place: Place) => form.acronym && (place.hit.near & Near.Shouted) !== 0;

/** In capitals, an acronym needs the entry's other name in the block, or a story about it under a headline. */
function supportedInCapitals(form: Form, place: Place, evidence: StoryEvidence): boolean {
  const namings = evidence.namings.get(form.entry) ?? [];
  if (namings.some((naming) => naming.block === place.block && naming.key !== form.key)) return true;
  return place.record.role === 'headline' && namings.some((naming) => naming.block !== place.block);
}

function judgeByCues(index: GlossaryIndex, form: Form, place: Place, evidence: StoryEvidence): Verdict {
  const blockFor = cueIn(form.cuesFor, 'block', place.cues);
  const blockAgainst = cueIn(form.cuesAgainst, 'block', place.cues);
  const storyFor = cueIn(form.cuesFor, 'story', evidence.cues);
  const storyAgainst = cueIn(form.cuesAgainst, 'story', evidence.cues);
  const otherForm = otherFormNamed(index, form, evidence);
  const related = relatedNamed(index, form, evidence);

  const said: string[] = [];
  if (blockFor !== null) said.push(`The paragraph has “${blockFor}”`);
  if (otherForm !== null) said.push(`The story also names it as ${otherForm}`);
  if (storyFor !== null) said.push(`The story has “${storyFor}”`);
  if (related.length > 0) said.push(`The story also names ${related.slice(0, 3).join(', ')}`);
  const weight = (blockFor ? 8 : 0) + (otherForm ? 6 : 0) + (storyFor ? 4 : 0) + Math.min(related.length, 3);

  if (blockAgainst !== null) {
    if (blockFor === null) return silent(form, 'alias', `The paragraph has “${blockAgainst}”`);
    return speaks(
      form,
      'alias',
      'possible',
      [...said, `But the paragraph also has “${blockAgainst}”`],
      weight - 8,
    );
  }
  if (storyAgainst !== null) {
    const against = `The story has “${storyAgainst}”`;
    if (blockFor !== null || otherForm !== null) return speaks(form, 'alias', 'sure', said, weight - 4);
    if (storyFor === null && related.length === 0) return silent(form, 'alias', against);
    return speaks(
      form,
      'alias',
      'possible',
      [...said, `But the story also has “${storyAgainst}”`],
      weight - 4,
    );
  }
  if (form.alone || blockFor !== null || storyFor !== null || otherForm !== null || related.length > 1) {
    return speaks(form, 'alias', 'sure', said, weight);
  }
  if (related.length === 1) return speaks(form, 'alias', 'possible', said, weight);
  return silent(form, 'alias', 'It does not stand by itself, and nothing in the story speaks for it');
}

/** A cue word, as the glossary writes it, that stands in the set; null where none does. */
function cueIn(cues: readonly CueRule[], where: CueRule['in'], present: ReadonlySet<string>): string | null {
  for (const cue of cues) {
    if (cue.in !== where) continue;
    for (const [key, text] of cue.words) if (present.has(key)) return text;
  }
  return null;
}

function otherFormNamed(index: GlossaryIndex, form: Form, evidence: StoryEvidence): string | null {
  const other = evidence.namings.get(form.entry)?.find((naming) => naming.key !== form.key);
  if (other === undefined) return null;
  return index.entries[form.entry]?.forms.find((one) => one.key === other.key)?.text ?? other.key;
}

function relatedNamed(index: GlossaryIndex, form: Form, evidence: StoryEvidence): string[] {
  const names: string[] = [];
  for (const id of index.entries[form.entry]?.related ?? []) {
    const position = index.byId.get(id);
    if (position !== undefined && evidence.namings.has(position))
      names.push(index.entries[position]?.name ?? id);
  }
  return names;
}
