/**
 * The page as it is shown: what stands in open shadow roots is where their hosts are, and what is put
 * into a slot is where the slot is. Closed roots are nobody's to read.
 */

import { allAtOnce, type Steps } from './slices';

/** What an element shows in the place of its own children, in order; null where it shows those. */
export function nodesShownFor(element: Element): Iterable<Node> | null {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  if (element.tagName !== 'SLOT') return null;
  // A slot's tag name belongs to its class.
  const assigned = (element as HTMLSlotElement).assignedNodes();
  return assigned.length > 0 ? assigned : null;
}

/** The shadow root in which a node stands, or null where it stands in none. */
export function shadowRootOf(node: Node): ShadowRoot | null {
  const root = node.getRootNode();
  // Of document fragments, which are of node type 11, only shadow roots have a host.
  return root.nodeType === 11 && 'host' in root ? (root as ShadowRoot) : null;
}

/** The element that shows this one; null for the document's root. */
export function shownParentOf(element: Element): Element | null {
  return element.assignedSlot ?? element.parentElement ?? shadowRootOf(element)?.host ?? null;
}

/** The nearest element of those that show this one, itself first, which matches; null where none does. */
export function closestShown(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; at = shownParentOf(at)) if (at.matches(selector)) return at;
  return null;
}

/** Whether `inner` is shown inside `outer`, or is it. */
export function isShownInside(inner: Element, outer: Element): boolean {
  for (let at: Element | null = inner; at; at = shownParentOf(at)) if (at === outer) return true;
  return false;
}

/** Elements that are asked for their shadow roots between two steps. */
const ELEMENTS_A_STEP = 100;

/** The open shadow roots under `root`, also inside one another, outer before inner. */
export function* openRootsInSteps(root: ParentNode): Steps<ShadowRoot[]> {
  const found: ShadowRoot[] = [];
  let passed = 0;
  for (const element of root.querySelectorAll('*')) {
    const { shadowRoot } = element;
    if (shadowRoot) found.push(shadowRoot, ...(yield* openRootsInSteps(shadowRoot)));
    passed += 1;
    if (passed % ELEMENTS_A_STEP === 0) yield;
  }
  return found;
}

/** {@link openRootsInSteps} at once. */
export const openRootsUnder = (root: ParentNode) => allAtOnce(openRootsInSteps(root));

/** The node of the document itself in which a place is shown: the outermost host of its shadow roots. */
export function hostInDocument(place: Node): Node {
  const root = shadowRootOf(place);
  return root ? hostInDocument(root.host) : place;
}
