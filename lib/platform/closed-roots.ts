import { browser } from './browser';

/** What extensions can do in pages and no list of types has: a property of elements in Firefox, a function in Chromium. */
type Seeing = HTMLElement & { readonly openOrClosedShadowRoot?: ShadowRoot | null };
interface SeeingBrowser {
  readonly dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null };
}

/** An element's shadow root, also a closed one, which pages cannot see; null where it has none. */
export function anyRootOf(element: HTMLElement): ShadowRoot | null {
  const { openOrClosedShadowRoot: root } = element as Seeing;
  if (root !== undefined) return root;
  const { dom } = browser as unknown as SeeingBrowser;
  return dom?.openOrClosedShadowRoot(element) ?? null;
}
