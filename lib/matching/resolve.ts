/**
 * From what was seen in all blocks to what it means: a pure function of the story's records.
 *
 * Two rounds. The first takes names on their own merits (rules of the alias, cues, neighbours) and so
 * finds which entries the story names beyond doubt. The second judges everything again with that
 * knowledge: surnames, aliases that need company, acronyms in capitals, acronyms that the story defines.
 */
import type { GlossaryIndex } from './build-index';
import type { BlockRecord, Hit, StoryContext } from './context';
import { isInAnothersName, judgeGiven, judgeShort, type Rivals } from './follow-ups';
import type { Form } from './forms';
import { caseFits } from './letter-case';
import { leftmostLongest } from './overlaps';
import { judgeName, type Place } from './senses';
import { bindingAt, type Naming, readEvidence, type StoryEvidence } from './story-evidence';
import type { Mention, NearMiss } from './types';
import { better, type Verdict } from './verdict';

interface Judged {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly verdict: Verdict;
}

/** The mentions of each block. `missed`, if given, is called with every reading that was silenced. */
export function resolveStory(
  index: GlossaryIndex,
  context: StoryContext,
  missed?: (miss: NearMiss) => void,
): Mention[][] {
  const places = context.blocks.map((record, block) => placesOf(record, block));
  const bare = readEvidence(index, context);
  const evidence = { ...bare, namings: nameBeyondDoubt(index, places, bare) };
  const rivals = findRivals(index, places, evidence);
  return context.blocks.map((record, block) => {
    const judged = (places[block] ?? []).flatMap((place) => judgeAll(index, place, evidence, rivals, missed));
    judged.push(...definedAcronyms(index, record, block, evidence));
    return leftmostLongest(judged).map((one) => toMention(index, one, block));
  });
}

function placesOf(record: BlockRecord, block: number): Place[] {
  const cues = new Set(record.cues);
  return record.hits.map((hit) => ({ block, record, hit, cues }));
}

/** The forms that a span may be, as it is written. */
function formsAt(index: GlossaryIndex, hit: Hit): Form[] {
  return (index.forms.get(hit.key) ?? []).filter((form) => caseFits(form.case, hit));
}

/** First round: which entries the story names by a full form, whose sense is sure by itself. */
function nameBeyondDoubt(
  index: GlossaryIndex,
  places: readonly Place[][],
  evidence: StoryEvidence,
): Map<number, Naming[]> {
  const namings = new Map<number, Naming[]>();
  places.forEach((inBlock, block) => {
    const sure = inBlock.flatMap((place) => {
      const verdicts = formsAt(index, place.hit)
        .filter((form) => form.role === 'name')
        .map((form) => judgeName(index, form, place, evidence));
      const verdict = verdicts.length > 0 ? verdicts.reduce(better) : null;
      return verdict?.sense === 'sure' ? [{ ...place.hit, verdict }] : [];
    });
    for (const { key, verdict } of leftmostLongest(sure)) {
      namings.set(verdict.entry, [...(namings.get(verdict.entry) ?? []), { block, key }]);
    }
  });
  return namings;
}

/** People of the story that the glossary does not know, and how the story calls those it does know. */
function findRivals(index: GlossaryIndex, places: readonly Place[][], evidence: StoryEvidence): Rivals {
  const surnames = new Set<string>();
  const givenNames = new Set<string>();
  const calledBySurname = new Set<number>();
  for (const inBlock of places) {
    const names = inBlock.filter((place) => formsAt(index, place.hit).some((form) => form.role === 'name'));
    for (const { hit } of inBlock) {
      if (names.some((name) => covers(name.hit, hit))) continue;
      for (const form of formsAt(index, hit)) {
        if (form.role === 'short' && (hit.near & GIVEN) !== 0) surnames.add(form.key);
        if (form.role === 'given' && isInAnothersName(hit.near)) givenNames.add(form.key);
        if (form.role === 'short' && !isInAnothersName(hit.near) && evidence.namings.has(form.entry)) {
          calledBySurname.add(form.entry);
        }
      }
    }
  }
  return { surnames, givenNames, calledBySurname };
}

const GIVEN = 2 | 4;

const covers = (outer: Hit, inner: Hit) =>
  outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;

/** Second round: the best reading of a span, if any may be spoken. */
function judgeAll(
  index: GlossaryIndex,
  place: Place,
  evidence: StoryEvidence,
  rivals: Rivals,
  missed?: (miss: NearMiss) => void,
): Judged[] {
  const verdicts = formsAt(index, place.hit).map((form) => {
    if (form.role === 'name') return judgeName(index, form, place, evidence);
    if (form.role === 'short') return judgeShort(index, form, place, evidence, rivals);
    return judgeGiven(index, form, place, evidence, rivals);
  });
  const { start, end, key } = place.hit;
  if (missed !== undefined) {
    for (const verdict of verdicts) {
      if (verdict.sense !== null) continue;
      const entryId = index.entries[verdict.entry]?.id ?? '';
      missed({ block: place.block, start, end, entryId, alias: verdict.alias, reason: verdict.reason });
    }
  }
  const spoken = verdicts.filter((verdict) => verdict.sense !== null);
  return spoken.length === 0 ? [] : [{ start, end, key, verdict: spoken.reduce(better) }];
}

/** Acronyms that the glossary lacks, where the story defines them as one of its entries. */
function definedAcronyms(
  index: GlossaryIndex,
  record: BlockRecord,
  block: number,
  evidence: StoryEvidence,
): Judged[] {
  const spans = [
    ...record.acronyms,
    ...record.definitions.map(({ start, end, short }) => ({ start, end, key: short })),
  ];
  return spans.flatMap(({ start, end, key }) => {
    const binding = bindingAt(evidence, key, block, start);
    if (binding === null || binding.entry === null) return [];
    const name = index.entries[binding.entry]?.name ?? '';
    const said = `The story uses it for ${binding.long}`;
    const verdict: Verdict = {
      entry: binding.entry,
      alias: name,
      rule: 'definition',
      sense: 'sure',
      evidence: [said],
      reason: '',
      weight: 100,
    };
    return [{ start, end, key, verdict }];
  });
}

function toMention(index: GlossaryIndex, { start, end, verdict }: Judged, block: number): Mention {
  return {
    block,
    start,
    end,
    entryId: index.entries[verdict.entry]?.id ?? '',
    sense: verdict.sense ?? 'possible',
    why: { alias: verdict.alias, rule: verdict.rule, evidence: verdict.evidence },
  };
}
