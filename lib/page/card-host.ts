import type { ThemeChoice } from '../settings/table';
import { closestShown, openRootsUnder } from './flat-tree';

/** The one element that Newsgloss adds to a page, with the closed shadow root that holds the cards. */
export interface CardHost {
  /** Also what is placed with the open card. */
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Holds the open card, and before it opens, unseen, the one that is made ready. */
  readonly mount: HTMLElement;
  /** Holds the card that is pinned, in a place of its own. */
  readonly aside: HTMLElement;
  /** What is put here, screen readers say once they have finished what they are saying. */
  readonly live: HTMLElement;
}

/** Inline and important, so that no rule of the page reaches the host: it only carries the card. */
const HOST_STYLES: Readonly<Record<string, string>> = {
  all: 'initial',
  // No container of lines: the page's ::first-line and ::first-letter would reach into the card.
  display: 'grid',
  // Which `all` leaves out; the card's own sheet has the interface's direction.
  direction: 'ltr',
  position: 'fixed',
  // From where it is placed.
  inset: '0 auto auto 0',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'transparent',
  overflow: 'visible',
  width: 'max-content',
  height: 'auto',
  'max-width': 'none',
  'max-height': 'none',
};

/**
 * What the card's properties begin with in this page alone. A page that registers one by name (`@property`)
 * does so for every shadow root as well; ours it cannot name.
 */
// Not randomUUID, which pages without encryption do not have.
const OWN_PREFIX = `--n${crypto.getRandomValues(new Uint32Array(1)).join('')}-`;

/** The name under which the card's sheet knows one of its properties in this page. */
export const cardProperty = (name: string) => OWN_PREFIX + name;

/** Where no page's rule reaches. */
const ASIDE_STYLES = 'position: fixed; margin: 0; padding: 0; border: 0; background: none; overflow: visible';
const UNSEEN_STYLES =
  'position: fixed; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%)';

/**
 * Makes the host, unattached. A manual popover: it opens in the top layer, above any stacking of the
 * page, and leaves opening and closing to us.
 */
export function createCardHost(document: Document, styles: string): CardHost {
  const element = document.createElement('div');
  element.popover = 'manual';
  for (const [property, value] of Object.entries(HOST_STYLES)) {
    element.style.setProperty(property, value, 'important');
  }
  const root = element.attachShadow({ mode: 'closed' });
  // A style element in the closed root: adopted sheets cannot be set from a content script in Firefox.
  const sheet = document.createElement('style');
  sheet.textContent = styles.replaceAll(/--(?=[a-z])/g, OWN_PREFIX);
  const mount = document.createElement('div');
  // The host itself is seen wherever it is, because of what a pinned card and screen readers need.
  mount.hidden = true;
  const aside = document.createElement('div');
  aside.popover = 'manual';
  aside.style.cssText = ASIDE_STYLES;
  const live = document.createElement('div');
  live.role = 'status';
  live.style.cssText = UNSEEN_STYLES;
  root.append(sheet, mount, aside, live);
  return { element, root, mount, aside, live };
}

/** In which colours both cards are. */
export function setCardTheme({ mount, aside }: CardHost, theme: ThemeChoice): void {
  for (const place of [mount, aside]) place.dataset.theme = theme;
}

/** Elements outside an open modal dialog or a fullscreen element are inert: the card must be inside. */
function liveParentOf(place: Element): Element {
  const document = place.ownerDocument;
  return closestShown(place, 'dialog:modal') ?? document.fullscreenElement ?? document.documentElement;
}

/** Undoes the page's own `zoom`, which reaches into the top layer: the card has one size everywhere. */
function undoZoom(host: HTMLElement, parent: Element & { readonly currentCSSZoom?: number }): void {
  host.style.setProperty('zoom', String(1 / (parent.currentCSSZoom ?? 1)), 'important');
}

const isOpen = (popover: HTMLElement) => popover.matches(':popover-open');

/** Whether the host is in the page and in its top layer: the page can take it from either. */
export function isCardHostShown({ element }: CardHost): boolean {
  return element.isConnected && isOpen(element);
}

/**
 * Puts the host into the page, inside whatever around `place` is not inert. A pinned card, which goes
 * when its host is moved, is shown anew.
 */
export function attachCardHost(host: CardHost, place: Element): void {
  const parent = liveParentOf(place);
  if (host.element.parentNode !== parent) {
    parent.append(host.element);
    undoZoom(host.element, parent);
  }
  if (host.aside.hasChildNodes() && !isOpen(host.aside)) host.aside.showPopover();
}

/** Shows the open card in the top layer, above the pinned one. */
export function showCardHost(host: CardHost, place: Element): void {
  host.mount.hidden = false;
  attachCardHost(host, place);
  if (!isCardHostShown(host)) host.element.showPopover();
}

/** Hides the card; the host stays for the next one. */
export function hideCardHost(host: CardHost): void {
  host.mount.hidden = true;
  if (isCardHostShown(host)) host.element.hidePopover();
}

/** Whether a root is one that {@link createCardHost} has made, in whichever copy of this script. */
function isHostRoot(root: ShadowRoot | null): boolean {
  if (root?.mode !== 'closed' || root.lastElementChild?.getAttribute('role') !== 'status') return false;
  return root.firstElementChild?.tagName === 'STYLE' && /--n\d+-/.test(root.firstElementChild.textContent);
}

/**
 * Takes the hosts out of the page that earlier copies of this script have left there: Firefox ends a copy that
 * an update leaves behind before it can do so itself. `rootOf` gives an element's shadow root, also a closed one.
 */
export function removeLeftHosts(
  document: Document,
  rootOf: (element: HTMLElement) => ShadowRoot | null,
): void {
  for (const root of [document, ...openRootsUnder(document)])
    for (const element of root.querySelectorAll<HTMLElement>('[popover=manual]'))
      if (isHostRoot(rootOf(element))) element.remove();
}
