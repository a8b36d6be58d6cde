import type { EntryKind } from '../../lib/glossary/schema';
import type { StoryReport } from '../../lib/messaging/protocol';
import type { StoryName } from '../../lib/page/story-reading';
import { siteOf } from '../../lib/settings/site';
import type { Switches } from '../../lib/settings/switches';
import { KINDS_MESSAGES } from '../words/kinds';

/** Why the popup has no list, or that it has one. */
export type PopupPage =
  | { readonly state: 'read'; readonly date: string | null; readonly groups: readonly NameGroup[] }
  | {
      readonly state: /** The story is being read. */
        | 'reading'
        /** It was read, and has no name of the glossary. */
        | 'no-names'
        | 'not-story'
        | 'off-here'
        | 'off-everywhere'
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

/** The names of one kind, in the order in which the story first has them. */
export interface NameGroup {
  readonly kind: EntryKind;
  readonly names: readonly StoryName[];
}

export interface PopupModel {
  readonly everywhere: boolean;
  /** The site of the page, or null where there is none to switch. */
  readonly site: string | null;
  readonly here: boolean;
  readonly page: PopupPage;
}

/** What the page answered: a report, nothing yet (`waiting`), or nothing at all (`no-answer`). */
export type PageAnswer = StoryReport | { readonly state: 'waiting' } | { readonly state: 'no-answer' };

/** Where browsers let no extension in, by host and start of the path. */
const STORES: readonly [host: string, path: string][] = [
  ['chromewebstore.google.com', '/'],
  ['chrome.google.com', '/webstore'],
  ['addons.mozilla.org', '/'],
  ['microsoftedge.microsoft.com', '/addons'],
  ['addons.opera.com', '/'],
];

const FILE_SCHEMES: ReadonlySet<string> = new Set(['file:', 'data:', 'blob:', 'view-source:', 'ftp:']);

const KIND_ORDER = Object.keys(KINDS_MESSAGES) as EntryKind[];

/** What an address alone says of why a page is not read; null where it could be. */
function reasonInAddress(address: string | null): 'browser-page' | 'store-page' | 'not-web' | null {
  const url = address === null ? null : URL.parse(address);
  if (!url) return 'browser-page';
  if (FILE_SCHEMES.has(url.protocol)) return 'not-web';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'browser-page';
  if (STORES.some(([host, path]) => url.hostname === host && url.pathname.startsWith(path)))
    return 'store-page';
  return null;
}

function groupsOf(names: readonly StoryName[]): NameGroup[] {
  return KIND_ORDER.map((kind) => ({ kind, names: names.filter((name) => name.kind === kind) })).filter(
    ({ names: ofKind }) => ofKind.length > 0,
  );
}

function pageOf(address: string | null, switches: Switches, answer: PageAnswer): PopupPage {
  const reason = reasonInAddress(address);
  if (reason) return { state: reason };
  if (!switches.everywhere) return { state: 'off-everywhere' };
  if (!switches.here) return { state: 'off-here' };
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

/** What the popup shows for a tab. `address` is null where the browser does not tell it. */
export function popupModel(address: string | null, switches: Switches, answer: PageAnswer): PopupModel {
  const page = pageOf(address, switches, answer);
  const site = page.state === 'store-page' || address === null ? null : siteOf(address);
  return { everywhere: switches.everywhere, site, here: switches.here, page };
}
