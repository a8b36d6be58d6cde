import type {
  CardView,
  Change,
  CitedText,
  DatedLine,
  InForce,
  RelationChip,
  SharedOrigin,
} from './card-types';
import type { PartialDate } from './dates';
import type { Glossary, SeenRelation } from './glossary';
import type { Entry, RelationKind } from './schema';
import { SourceLedger } from './source-ledger';
import { publish, statementsOf } from './statements';
import { type ChangeDraft, type InForceDraft, partByDay } from './then-and-since';
import { isStale, standingOfState } from './timing';

export type * from './card-types';

/** Changes that the card shows at once; the rest waits behind "more". */
export const MOST_SINCE = 5;
const MOST_WHERE = 3;
const MOST_ALSO_CALLED = 6;

/** Says where an entry is: the first of these relations that it has. */
const WHERE_KINDS: readonly RelationKind[] = ['operates-in', 'located-in', 'capital-of', 'based-in'];

/** The order of chips: what the entry belongs to, its allies and rivals, its parts, then places. */
const CHIP_ORDER: readonly RelationKind[] = [
  'part-of',
  'branch-of',
  'member-of',
  'split-from',
  'successor-of',
  'founded-by',
  'founder-of',
  'succeeded-by',
  'split-into',
  'ally-of',
  'rival-of',
  'related-to',
  'capital-of',
  'has-capital',
  'located-in',
  'operates-in',
  'based-in',
  'has-branch',
  'has-part',
  'has-member',
  'ground-of',
  'base-of',
  'contains',
];

function whereOf(relations: readonly SeenRelation[], day: PartialDate): string[] {
  const inForce = relations.filter((r) => !(r.from || r.to) || isInForce(r, day));
  const kind = WHERE_KINDS.find((candidate) => inForce.some((r) => r.kind === candidate));
  const names = inForce.filter((r) => r.kind === kind).map((r) => r.other.name);
  return [...new Set(names)].slice(0, MOST_WHERE);
}

function isInForce(relation: SeenRelation, day: PartialDate): boolean {
  const standing = standingOfState(relation, day);
  return standing === 'in-force' || standing === 'uncertain';
}

function chipsOf(relations: readonly SeenRelation[]): RelationChip[] {
  return relations
    .map(({ kind, other, from, to }) => ({
      kind,
      id: other.id,
      name: other.name,
      from: from ?? null,
      to: to ?? null,
    }))
    .sort((a, b) => CHIP_ORDER.indexOf(a.kind) - CHIP_ORDER.indexOf(b.kind));
}

/** Only for comparing forms that a reader would take for the same. */
function bareForm(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function alsoCalledOf(entry: Entry): CardView['alsoCalled'] {
  const seen = new Set([bareForm(entry.name)]);
  const forms = entry.aliases.filter((alias) => {
    if (alias.lang || !/^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u.test(alias.text))
      return false;
    const bare = bareForm(alias.text);
    if (seen.has(bare)) return false;
    seen.add(bare);
    return true;
  });
  return forms
    .slice(0, MOST_ALSO_CALLED)
    .map(({ text, from, to }) => ({ text, from: from ?? null, to: to ?? null }));
}

/** Posts, states, leaders and events can carry the dated line alone; a listing or a relation cannot. */
function carriesDatedLine({ type }: InForce): boolean {
  return type !== 'designation' && type !== 'relation';
}

function datedLine(
  inForce: readonly InForce[],
  before: readonly Change[],
  tense: 'then' | 'now',
): DatedLine | null {
  const carriers = inForce.filter(carriesDatedLine);
  const present = carriers.find(({ uncertain }) => !uncertain) ?? carriers[0];
  if (present) return { tense, statement: present };
  const past = before[0];
  if (past) return { tense: 'past', statement: past };
  return inForce[0] ? { tense, statement: inForce[0] } : null;
}

/**
 * Everything that the card of `entry` says, for a story of `storyDate` (null: unknown, and the card
 * says what is so `today`); `from` is where the entry comes from. Pure: the same arguments give the same view.
 */
export function cardView(
  entry: Entry,
  storyDate: PartialDate | null,
  glossary: Glossary,
  today: PartialDate,
  from: SharedOrigin | null = null,
): CardView {
  const day = storyDate ?? today;
  const parts = partByDay(statementsOf(entry, glossary), day, entry.kind);
  const relations = glossary.relationsOf(entry.id);

  // Sources are numbered as they are cited: what follows is in the card's reading order.
  const ledger = new SourceLedger();
  const toInForce = ({ draft, uncertain, showEnd }: InForceDraft): InForce => ({
    ...publish(draft, ledger),
    uncertain,
    showEnd,
  });
  const toChange = ({ draft, change, date }: ChangeDraft): Change => ({
    ...publish(draft, ledger),
    change,
    date,
  });
  const toCited = ({ text, sources }: { text: string; sources: readonly string[] }): CitedText => ({
    text,
    sources: ledger.cite(entry, sources),
  });
  const inForce = parts.inForce.map(toInForce);
  const since = storyDate ? parts.since.map(toChange) : [];
  const before = parts.before.map(toChange);
  const background = entry.background.map(toCited);
  const naming = entry.naming ? toCited(entry.naming) : null;
  ledger.cite(
    entry,
    entry.sources.map(({ ref }) => ref),
  );

  return {
    id: entry.id,
    kind: entry.kind,
    name: entry.name,
    ownScript: entry.ownScript ?? null,
    say: entry.say ?? null,
    where: whereOf(relations, day),
    summary: entry.summary ?? null,
    storyDate,
    dated: datedLine(inForce, before, storyDate ? 'then' : 'now'),
    // biome-ignore lint/suspicious/noThenProperty: a list cannot be called, so promises leave it alone
    then: storyDate ? inForce : [],
    since: since.slice(0, MOST_SINCE),
    sinceMore: since.slice(MOST_SINCE),
    now: storyDate ? [] : inForce,
    before,
    background,
    relations: chipsOf(relations),
    alsoCalled: alsoCalledOf(entry),
    naming,
    sources: ledger.sources(),
    from,
    checked: entry.checked ?? null,
    stale: isStale(entry.checked ?? null, today),
    today,
  };
}
