import type { EntryKind, Familiarity } from '../../lib/glossary/schema';
import type { StoryReport } from '../../lib/messaging/protocol';
import { isStorePage } from '../../lib/page/store-pages';
import type { StoryDate } from '../../lib/page/story-date';
import type { StoryName } from '../../lib/page/story-reading';
import { siteOf } from '../../lib/settings/site';
import type { Switches } from '../../lib/settings/switches';
import { KINDS_MESSAGES } from '../words/kinds';

/** Why the popup has no list, or that it has one. */
export type PopupPage =
  | { readonly state: 'read'; readonly date: StoryDate | null; readonly groups: readonly NameGroup[] }
  /** Reading rests everywhere, until then (ms of the epoch). */
  | { readonly state: 'paused'; readonly untilMs: number }
  | {
      readonly state: /** The story is being read. */
        | 'reading'
        /** It was read, and has no name of the glossary. */
        | 'no-names'
        | 'not-story'
        | 'off-here'
        | 'off-everywhere'
        /** The user does not let us read the site; or, where its address is not known, all of them. */
        | 'no-access'
        /** A page of the browser's own, or one whose address it keeps to itself. */
        | 'browser-page'
        | 'store-page'
        /** A file, a PDF and the like. */
        | 'not-web'
        /** No script of ours answers in the page, as in one loaded before an update. */
        | 'no-answer'
        /** Reading went wrong. */
        | 'failed';
    };

/** The names of one kind, the most relevant first. */
export interface NameGroup {
  readonly kind: EntryKind;
  readonly names: readonly StoryName[];
}

export interface PopupModel {
  readonly everywhere: boolean;
  /** The site of the page, or null where there is none to switch. */
  readonly site: string | null;
  readonly here: boolean;
  /** Whether all pages of the site are read; null where that is no question. */
  readonly always: boolean | null;
  readonly pausedUntilMs: number | null;
  readonly page: PopupPage;
}

/** The page that the popup is about. */
export interface PopupTab {
  /** Null where the browser does not tell it. */
  readonly address: string | null;
  /** Whether the user lets us read it; for an unknown address, whether she lets us read all sites. */
  readonly hasAccess: boolean;
}

/** What the page answered: a report, nothing yet (`waiting`), or nothing at all (`no-answer`). */
export type PageAnswer = StoryReport | { readonly state: 'waiting' } | { readonly state: 'no-answer' };

const FILE_SCHEMES: ReadonlySet<string> = new Set(['file:', 'data:', 'blob:', 'view-source:', 'ftp:']);

const KIND_ORDER = Object.keys(KINDS_MESSAGES) as EntryKind[];

/** What an address alone says of why a page is not read; null where it could be. */
function reasonInAddress(address: string | null): 'browser-page' | 'store-page' | 'not-web' | null {
  const url = address === null ? null : URL.parse(address);
  if (!url) return 'browser-page';
  if (FILE_SCHEMES.has(url.protocol)) return 'not-web';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'browser-page';
  if (isStorePage(url.href)) return 'store-page';
  return null;
}

const STRANGENESS: Readonly<Record<Familiarity, number>> = { specialist: 0, regular: 1, household: 2 };

/**
 * Puts the more relevant of two names first: one that is sure; one of the headline; the more frequent;
 * the less familiar, which wants background most. Equals keep the story's order.
 */
function byRelevance(a: StoryName, b: StoryName): number {
  return (
    Number(b.sense === 'sure') - Number(a.sense === 'sure') ||
    Number(b.inHeadline) - Number(a.inHeadline) ||
    b.count - a.count ||
    STRANGENESS[a.familiarity] - STRANGENESS[b.familiarity]
  );
}

function groupsOf(names: readonly StoryName[]): NameGroup[] {
  const sorted = [...names].sort(byRelevance);
  return KIND_ORDER.map((kind) => ({ kind, names: sorted.filter((name) => name.kind === kind) })).filter(
    ({ names: ofKind }) => ofKind.length > 0,
  );
}

function pageOf({ address, hasAccess }: PopupTab, switches: Switches, answer: PageAnswer): PopupPage {
  const reason = reasonInAddress(address);
  if (reason && (address !== null || hasAccess)) return { state: reason };
  if (!switches.everywhere) return { state: 'off-everywhere' };
  if (switches.pausedUntilMs !== null) return { state: 'paused', untilMs: switches.pausedUntilMs };
  if (!switches.here) return { state: 'off-here' };
  if (!hasAccess) return { state: 'no-access' };
  switch (answer.state) {
    case 'read':
      return answer.names.length === 0
        ? { state: 'no-names' }
        : { state: 'read', date: answer.date, groups: groupsOf(answer.names) };
    // The page has not heard of the switch yet that was turned on just now.
    case 'off':
    case 'waiting':
    case 'reading':
      return { state: 'reading' };
    case 'not-a-story':
      return { state: 'not-story' };
    case 'no-answer':
      return { state: address?.split(/[?#]/)[0]?.endsWith('.pdf') ? 'not-web' : 'no-answer' };
    case 'failed':
      return { state: 'failed' };
  }
}

/** What the popup shows for a tab. */
export function popupModel(tab: PopupTab, switches: Switches, answer: PageAnswer): PopupModel {
  const page = pageOf(tab, switches, answer);
  const { everywhere, here, always, pausedUntilMs } = switches;
  const site = page.state === 'store-page' || tab.address === null ? null : siteOf(tab.address);
  const asksAlways = site !== null && (always || page.state === 'not-story');
  return { everywhere, site, here, always: asksAlways ? always : null, pausedUntilMs, page };
}
