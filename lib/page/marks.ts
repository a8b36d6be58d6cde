import type { MarkLook } from '../settings/table';

/**
 * The names under which marks stand in the page's highlight registry. The page can read them; they
 * say no more than that Newsgloss is there.
 */
/** One for each look of marks; none is painted where they are not to be seen. */
export const MARK_HIGHLIGHTS: Readonly<Record<Exclude<MarkLook, 'none'>, string>> = {
  dotted: 'newsgloss-mark',
  solid: 'newsgloss-mark-solid',
  tint: 'newsgloss-mark-tint',
};
export const OPEN_HIGHLIGHT = 'newsgloss-open';
export const RING_HIGHLIGHT = 'newsgloss-ring';

const { dotted, solid, tint } = MARK_HIGHLIGHTS;

/**
 * The style of the marks, for `scripting.insertCSS`, which the page cannot read and its policies do
 * not stop. Derived from the text's own colour, so that it suits any background; nothing in print.
 */
export const MARK_STYLES = `
@media screen {
  ::highlight(${dotted}) {
    text-decoration: underline dotted 1.5px;
    text-decoration-color: color-mix(in srgb, currentColor 55%, transparent);
    text-underline-offset: 0.22em;
  }
  ::highlight(${solid}) {
    text-decoration: underline solid 1px;
    text-decoration-color: color-mix(in srgb, currentColor 55%, transparent);
    text-underline-offset: 0.22em;
  }
  ::highlight(${tint}) {
    background-color: color-mix(in srgb, currentColor 8%, transparent);
  }
  ::highlight(${OPEN_HIGHLIGHT}) {
    text-decoration: underline solid 1.5px;
    text-decoration-color: currentColor;
    text-underline-offset: 0.22em;
    background-color: color-mix(in srgb, currentColor 9%, transparent);
  }
  ::highlight(${RING_HIGHLIGHT}) {
    text-decoration: underline overline solid 2.5px;
    text-decoration-color: currentColor;
    text-underline-offset: 0.22em;
    background-color: color-mix(in srgb, currentColor 16%, transparent);
  }
}
@media screen and (forced-colors: active) {
  ::highlight(${dotted}), ::highlight(${solid}), ::highlight(${OPEN_HIGHLIGHT}) {
    text-decoration-color: LinkText;
  }
  ::highlight(${tint}) {
    text-decoration: underline solid 1px LinkText;
  }
  ::highlight(${RING_HIGHLIGHT}) {
    color: HighlightText;
    text-decoration-color: HighlightText;
    background-color: Highlight;
  }
}
`;

/** What this copy of the script has painted, by name. */
const painted = new Map<string, Highlight>();

/**
 * Shows exactly these places under a highlight's name; none removes it. Static ranges, because live
 * ones slow every change that the page makes to its own text. What a newer copy of this script has
 * painted under the name since is left alone.
 */
export function paintHighlight(name: string, places: readonly StaticRangeInit[]): void {
  if (places.length > 0) {
    const highlight = new Highlight(...places.map((place) => new StaticRange(place)));
    painted.set(name, highlight);
    CSS.highlights.set(name, highlight);
  } else if (painted.has(name)) {
    if (CSS.highlights.get(name) === painted.get(name)) CSS.highlights.delete(name);
    painted.delete(name);
  }
}
