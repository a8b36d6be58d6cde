import type { Entry } from '../schema';
import { type AuditCheck, type AuditFault, faultsIn } from './fault';
import { LOADED_WORDS } from './loaded-words';

/** Somebody else's words: between quotation marks. */
const QUOTED = /["“][^"”]*["”]|‘[^’]*’/g;
/** Who designates, lists or accuses says so in their own terms, named in the same sentence. */
const ATTRIBUTED =
  /\b(?:designat|list|sanction|proscri|accus|charg|convict|call|label|brand|describ|declar|bann|blacklist|classif|nam|sought|wanted|regard|consider|outlaw|status|tribunal|court|law|act|committee|sponsor|counter)/i;
/** In a summary these make a sentence that time will falsify. */
const TIME_BOUND = /\b(?:current|currently|now|today|recently|to date|at present|incumbent|so far|latest)\b/i;

const loadedPattern = new RegExp(`(?<![\\p{L}-])(?:${LOADED_WORDS.join('|')})(?![\\p{L}-])`, 'iu');

function ownSentences(entry: Entry): [field: string, text: string][] {
  return [
    ...(entry.summary ? [['summary', entry.summary] as [string, string]] : []),
    ...entry.background.map(({ text }, index): [string, string] => [`background[${index}]`, text]),
    ...entry.facts.flatMap((fact): [string, string][] =>
      fact.type === 'event' || fact.type === 'status' ? [[`facts.${fact.key}.text`, fact.text]] : [],
    ),
    ...(entry.naming ? [['naming', entry.naming.text] as [string, string]] : []),
  ];
}

/** The glossary's own sentences hold no word that takes a side. */
export const checkLoadedWords: AuditCheck = (entries) =>
  entries.flatMap((filed) => {
    const { faults, add } = faultsIn(filed);
    for (const [field, text] of ownSentences(filed.entry)) {
      const loaded = loadedPattern.exec(text.replace(QUOTED, ''))?.[0];
      if (loaded && !ATTRIBUTED.test(text))
        add(field, 'loaded-word', [loaded], `"${loaded}" takes a side: say who says so, or put it plainly`);
    }
    return faults;
  });

/** Every entry says what it is, in a sentence that stays true. */
export const checkSummary: AuditCheck = (entries) =>
  entries.flatMap((filed) => {
    const { faults, add } = faultsIn(filed);
    const { summary } = filed.entry;
    if (!summary) add('summary', 'summary-missing', [], 'is missing');
    else {
      const bound = TIME_BOUND.exec(summary)?.[0];
      if (bound)
        add(
          'summary',
          'summary-time-bound',
          [bound],
          `"${bound}" will not stay true: put it into a dated fact`,
        );
      if (!/[.!?”"]$/.test(summary))
        add('summary', 'summary-no-stop', [], 'is no sentence: end it with a full stop');
    }
    return faults;
  });

/** Shorter sentences may be alike by chance. */
const TELLING_LENGTH = 40;

/** No sentence stands in two entries: one of them would be forgotten when it changes. */
export const checkCopies: AuditCheck = (entries) => {
  const first = new Map<string, string>();
  const faults: AuditFault[] = [];
  for (const filed of entries) {
    const { faults: own, add } = faultsIn(filed);
    for (const [field, text] of ownSentences(filed.entry)) {
      if (text.length < TELLING_LENGTH || field.startsWith('facts.')) continue;
      const place = first.get(text);
      if (place) add(field, 'sentence-twice', [place], `is the sentence of ${place}: tell it once`);
      else first.set(text, `${filed.entry.id} ${field}`);
    }
    faults.push(...own);
  }
  return faults;
};
