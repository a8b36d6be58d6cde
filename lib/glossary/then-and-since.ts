import type { PartialDate } from './dates';
import type { EntryKind } from './schema';
import type { Draft } from './statements';
import { byNewest, isAfter, publicDateOf, publicEndOf, standingOfEvent, standingOfState } from './timing';

export interface InForceDraft {
  readonly draft: Draft;
  readonly uncertain: boolean;
  readonly showEnd: boolean;
}

export interface ChangeDraft {
  readonly draft: Draft;
  readonly change: 'happened' | 'began' | 'ended' | 'held';
  /** What the card shows. */
  readonly date: PartialDate | null;
  /** What it is sorted by: when it became public. */
  readonly knownOn: PartialDate | null;
}

/** Statements parted by how they stand to one day. */
export interface ThenAndSince {
  /** In force on the day, what says most first. */
  readonly inForce: readonly InForceDraft[];
  /** Became public after the day, newest first. */
  readonly since: readonly ChangeDraft[];
  /** Over before the day, newest first. */
  readonly before: readonly ChangeDraft[];
}

type ContentType = Draft['content']['type'];

/** A person is what they hold; anything else is first the state that it is in. */
const PERSON_ORDER: readonly ContentType[] = ['post', 'status', 'event', 'leader', 'designation', 'relation'];
const OTHER_ORDER: readonly ContentType[] = ['status', 'leader', 'event', 'post', 'designation', 'relation'];

/** Relations that came about at one time and are not something that holds. */
const MOMENTS: ReadonlySet<string> = new Set([
  'split-from',
  'split-into',
  'successor-of',
  'succeeded-by',
  'founded-by',
  'founder-of',
]);

function isMoment({ content }: Draft): boolean {
  return content.type === 'event' || (content.type === 'relation' && MOMENTS.has(content.kind));
}

const datesOf = (draft: Draft) => ({
  from: draft.from ?? undefined,
  to: draft.to ?? undefined,
  disclosed: draft.disclosed ?? undefined,
});

function leads({ content }: Draft): boolean {
  return content.type === 'leader' || (content.type === 'post' && content.leads);
}

function weightOrder(kind: EntryKind) {
  const order = kind === 'person' ? PERSON_ORDER : OTHER_ORDER;
  return (a: InForceDraft, b: InForceDraft) =>
    order.indexOf(a.draft.content.type) - order.indexOf(b.draft.content.type) ||
    Number(a.uncertain) - Number(b.uncertain) ||
    Number(leads(b.draft)) - Number(leads(a.draft)) ||
    byNewest(a.draft.from, b.draft.from);
}

/** Newest first; of what came out on one day, what happened stands above what it ended. */
function newestOrder(a: ChangeDraft, b: ChangeDraft): number {
  const rank = (change: ChangeDraft) =>
    change.change === 'happened' ? 0 : change.change === 'began' ? 1 : 2;
  return byNewest(a.knownOn, b.knownOn) || rank(a) - rank(b);
}

function placeEvent(draft: Draft, day: PartialDate) {
  const dates = datesOf(draft);
  const standing = standingOfEvent(dates, day);
  const knownOn = publicDateOf(dates);
  const happened: ChangeDraft = { draft, change: 'happened', date: draft.from ?? draft.to, knownOn };
  if (standing === 'to-come') return { since: happened };
  if (standing === 'over') return { before: happened };
  const endsLater = draft.from !== null && draft.to !== null && isAfter(draft.to, day);
  return {
    inForce: { draft, uncertain: standing === 'uncertain', showEnd: !endsLater },
    ...(endsLater
      ? { since: { draft, change: 'ended', date: draft.to, knownOn: draft.to } satisfies ChangeDraft }
      : {}),
  };
}

function placeState(draft: Draft, day: PartialDate) {
  const dates = datesOf(draft);
  const standing = standingOfState(dates, day);
  const end = publicEndOf(dates);
  if (standing === 'to-come') {
    const began: ChangeDraft = { draft, change: 'began', date: draft.from, knownOn: draft.from };
    return { since: began };
  }
  if (standing === 'over') {
    const held: ChangeDraft = { draft, change: 'held', date: draft.to, knownOn: end };
    return { before: held };
  }
  const endsLater = end !== null && isAfter(end, day);
  return {
    inForce: { draft, uncertain: standing === 'uncertain', showEnd: end !== null && !endsLater },
    ...(endsLater
      ? { since: { draft, change: 'ended', date: draft.to, knownOn: end } satisfies ChangeDraft }
      : {}),
  };
}

/**
 * Parts `drafts` by `day`, the story's date or today. What is told as `since` cannot have been known
 * on that day: a date that may lie on either side of it keeps its statement in `inForce`, uncertain.
 */
export function partByDay(drafts: readonly Draft[], day: PartialDate, kind: EntryKind): ThenAndSince {
  const inForce: InForceDraft[] = [];
  const since: ChangeDraft[] = [];
  const before: ChangeDraft[] = [];
  for (const draft of drafts) {
    const place: { inForce?: InForceDraft; since?: ChangeDraft; before?: ChangeDraft } = isMoment(draft)
      ? placeEvent(draft, day)
      : placeState(draft, day);
    if (place.inForce) inForce.push(place.inForce);
    if (place.since) since.push(place.since);
    if (place.before) before.push(place.before);
  }
  const told = inForce.filter((one) => !isGuessed(one, inForce, day));
  told.sort(weightOrder(kind));
  since.sort(newestOrder);
  before.sort(newestOrder);
  return { inForce: told, since, before };
}

/** A term of office: a leader whose first day is unknown is not told of stories this long before he is known to lead. */
const YEARS_OF_A_TERM = 5;

/**
 * Whether a leader whose first day is not known is left out: somebody else surely held the office on the
 * day, or the oldest word of his leading comes a whole term later.
 */
function isGuessed(
  { draft, uncertain }: InForceDraft,
  all: readonly InForceDraft[],
  day: PartialDate,
): boolean {
  const { content } = draft;
  if (!uncertain || draft.from !== null || content.type !== 'leader') return false;
  const known = knownFrom(draft);
  if (known !== null && Number(known.slice(0, 4)) - Number(day.slice(0, 4)) > YEARS_OF_A_TERM) return true;
  return all.some(
    (other) =>
      !other.uncertain &&
      other.draft.content.type === 'leader' &&
      other.draft.content.office === content.office,
  );
}

/** The oldest date on which a statement is known to hold: of its sources, or its end. */
function knownFrom({ to, owner, sources }: Draft): PartialDate | null {
  const dates = owner.sources.filter(({ ref }) => sources.includes(ref)).map(({ date }) => date);
  const known = [to, ...dates].filter((date) => date !== undefined && date !== null);
  return known.length > 0 ? known.reduce((a, b) => (a < b ? a : b)) : null;
}
