/** Who else in the story a short form could mean: people that the glossary does not know. */

import { type Candidate, coverOf } from './candidates';
import { isInAnothersName, type Rivals } from './follow-ups';
import type { GlossaryIndex } from './index/glossary-index';
import { Near } from './neighbours';
import type { StoryEvidence } from './story-evidence';

/** A name before a surname that is not the entry's: "Carly Kugelman". At a sentence's start it may be a word. */
const FORENAME = Near.GivenBefore | Near.NameBefore;

export function findRivals(
  index: GlossaryIndex,
  candidates: readonly Candidate[][],
  evidence: StoryEvidence,
): Rivals {
  const surnames = new Map<string, Map<number, number>>();
  const givenNames = new Set<string>();
  const calledBySurname = new Set<number>();
  for (const inBlock of candidates) {
    const isCovered = coverOf(inBlock.filter(isFullName).map(({ hit }) => hit));
    for (const { hit, forms, block } of inBlock) {
      if (hit.named !== undefined || isCovered(hit)) continue;
      const apart = isInAnothersName(hit.near);
      for (const { role, key, entry } of forms) {
        const others = isFamilyNameFirst(index, entry, key) ? Near.NameAfter : FORENAME;
        if (role === 'short' && (hit.near & others) !== 0) {
          const places = surnames.get(key) ?? new Map<number, number>();
          places.set(block, Math.min(places.get(block) ?? hit.start, hit.start));
          surnames.set(key, places);
        }
        if (role === 'given' && apart) givenNames.add(key);
        if (role === 'short' && !apart && evidence.namings.has(entry)) calledBySurname.add(entry);
      }
    }
  }
  return { surnames, givenNames, calledBySurname };
}

/** "Kim Jong Un": another Kim has other names behind it. */
function isFamilyNameFirst(index: GlossaryIndex, entry: number, key: string): boolean {
  return index.entry(entry)?.nameKey.startsWith(`${key} `) === true;
}

const isFullName = ({ hit, forms }: Candidate) =>
  hit.named !== undefined || forms.some((form) => form.role === 'name');
