/**
 * From what was seen in all blocks to what it means: a pure function of the story's records.
 *
 * Two rounds. The first takes names on their own merits (rules of the alias, cues, neighbours) and so
 * finds which entries the story names beyond doubt. The second judges everything again with that
 * knowledge: surnames, aliases that need company, acronyms in capitals, acronyms that the story defines.
 */

import { type Candidate, candidatesOf } from './candidates';
import type { BlockRecord, StoryContext } from './context';
import { judgeFullName, judgeGiven, judgeShort, type Rivals } from './follow-ups';
import type { GlossaryIndex } from './index/glossary-index';
import { otherSensesIn } from './other-senses';
import { longestOf } from './overlaps';
import { findRivals } from './rivals';
import { judgeName } from './senses';
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
  const candidates = candidatesOf(index, context);
  const bare = readEvidence(index, context);
  const otherSenses = otherSensesIn(index, candidates);
  const namings = nameBeyondDoubt(index, candidates, { ...bare, otherSenses });
  const evidence = { ...bare, otherSenses, namings, related: new Map() };
  const rivals = findRivals(index, candidates, evidence);
  return context.blocks.map((record, block) => {
    const judged = (candidates[block] ?? []).flatMap((one) => judgeAll(index, one, evidence, rivals, missed));
    judged.push(...definedAcronyms(index, record, block, evidence));
    return longestOf(judged).map((one) => toMention(index, one, block));
  });
}

/** First round: which entries the story names by a full form, whose sense is sure by itself. */
function nameBeyondDoubt(
  index: GlossaryIndex,
  candidates: readonly Candidate[][],
  evidence: StoryEvidence,
): Map<number, Naming[]> {
  const namings = new Map<number, Naming[]>();
  candidates.forEach((inBlock, block) => {
    const sure = inBlock.flatMap((one) => {
      const verdicts = one.forms.flatMap((form) => {
        if (one.hit.named !== undefined) return [judgeFullName(index, form, one, evidence)];
        return form.role === 'name' ? [judgeName(index, form, one, evidence)] : [];
      });
      const verdict = verdicts.length > 0 ? verdicts.reduce(better) : null;
      return verdict?.sense === 'sure' ? [{ ...one.hit, verdict }] : [];
    });
    for (const { start, end, key, verdict } of longestOf(sure)) {
      const naming = { block, start, end, key };
      const known = namings.get(verdict.entry);
      if (known === undefined) namings.set(verdict.entry, [naming]);
      else known.push(naming);
    }
  });
  return namings;
}

/** Second round: the best reading of a span, if any may be spoken. */
function judgeAll(
  index: GlossaryIndex,
  candidate: Candidate,
  evidence: StoryEvidence,
  rivals: Rivals,
  missed?: (miss: NearMiss) => void,
): Judged[] {
  const { start, end, key, named } = candidate.hit;
  const verdicts = candidate.forms.map((form) => {
    if (named !== undefined) return judgeFullName(index, form, candidate, evidence);
    if (form.role === 'name') return judgeName(index, form, candidate, evidence);
    if (form.role === 'short') return judgeShort(index, form, candidate, evidence, rivals);
    return judgeGiven(index, form, candidate, evidence, rivals);
  });
  if (missed !== undefined) {
    for (const verdict of verdicts) {
      if (verdict.sense !== null) continue;
      const entryId = index.entry(verdict.entry)?.id ?? '';
      missed({ block: candidate.block, start, end, entryId, alias: verdict.alias, reason: verdict.reason });
    }
  }
  const spoken = verdicts.filter((verdict) => verdict.sense !== null);
  return spoken.length === 0 ? [] : [{ start, end, key, verdict: spoken.reduce(better) }];
}

/**
 * Acronyms that the glossary lacks, where the story defines them as one of its entries. One that the
 * glossary gives to another entry is silenced there, but not given to this one.
 */
function definedAcronyms(
  index: GlossaryIndex,
  record: BlockRecord,
  block: number,
  evidence: StoryEvidence,
): Judged[] {
  const defined = record.definitions.map(({ start, end, short }) => ({ start, end, key: short }));
  return [...record.acronyms, ...defined].flatMap(({ start, end, key }) => {
    const binding = bindingAt(evidence, key, { block, start, role: record.role });
    if (binding === null || binding.entry === null) return [];
    const { entry, long } = binding;
    const listed = index.formsFor(key).filter((form) => form.role === 'name');
    if (listed.length > 0 && !listed.some((form) => form.entry === entry)) return [];
    const alias = index.entry(entry)?.name ?? '';
    const said = [`The story says that it stands for ${long}`];
    const verdict: Verdict = {
      entry,
      order: index.entry(entry)?.order ?? '',
      alias,
      rule: 'definition',
      sense: 'sure',
      evidence: said,
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
    entryId: index.entry(verdict.entry)?.id ?? '',
    sense: verdict.sense ?? 'possible',
    why: { alias: verdict.alias, rule: verdict.rule, evidence: verdict.evidence },
  };
}
