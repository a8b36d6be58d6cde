/** The one element that Newsgloss adds to a page, with the closed shadow root that holds the card. */
export interface CardHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
}

/** Inline and important, so that no rule of the page reaches the host: it only carries the card. */
const HOST_STYLES: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  inset: 'auto',
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
  sheet.textContent = styles;
  root.append(sheet);
  return { element, root };
}

/** Elements outside an open modal dialog or a fullscreen element are inert: the card must be inside. */
function liveParentOf(place: Element): Element {
  const document = place.ownerDocument;
  return place.closest('dialog:modal') ?? document.fullscreenElement ?? document.documentElement;
}

/** Undoes the page's own `zoom`, which reaches into the top layer: the card has one size everywhere. */
function undoZoom(host: HTMLElement, parent: Element & { readonly currentCSSZoom?: number }): void {
  host.style.setProperty('zoom', String(1 / (parent.currentCSSZoom ?? 1)), 'important');
}

/** Whether the host is in the page and in its top layer: the page can take it from either. */
export function isCardHostShown({ element }: CardHost): boolean {
  return element.isConnected && element.matches(':popover-open');
}

/** Shows the host in the top layer, inside whatever around `place` is not inert. */
export function showCardHost(host: CardHost, place: Element): void {
  const parent = liveParentOf(place);
  if (host.element.parentNode !== parent) parent.append(host.element);
  if (isCardHostShown(host)) return;
  undoZoom(host.element, parent);
  host.element.showPopover();
}

/** Hides the card; the host stays for the next one. */
export function hideCardHost(host: CardHost): void {
  if (isCardHostShown(host)) host.element.hidePopover();
}
