import { hostInDocument } from './flat-tree';

const CAN_BE_STOPS =
  'a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [tabindex], [contenteditable]';

/** What Tab stops at inside `root`, in order; shadow roots in it are not looked into. */
export function tabStopsIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(CAN_BE_STOPS)].filter(
    (element) =>
      element.tabIndex >= 0 &&
      !element.matches(':disabled, [inert] *') &&
      element.checkVisibility({ visibilityProperty: true }),
  );
}

/** The tab stop that comes before or after a place in its document, or null where there is none. */
export function tabStopBeside(place: Node, direction: 'before' | 'after'): HTMLElement | null {
  const document = place.ownerDocument;
  if (!document) return null;
  // Stops inside shadow roots are passed over.
  const at = hostInDocument(place);
  const isWanted = (stop: HTMLElement) => {
    const position = at.compareDocumentPosition(stop);
    return direction === 'after'
      ? (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
      : (position & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  };
  const stops = tabStopsIn(document).filter(isWanted);
  return (direction === 'after' ? stops[0] : stops.at(-1)) ?? null;
}
