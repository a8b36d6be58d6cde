/**
 * The page as it is shown: what stands in open shadow roots is where their hosts are, and what is put
 * into a slot is where the slot is. Closed roots are nobody's to read.
 */

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

/** The open shadow roots under `root`, also inside one another, outer before inner. */
export function openRootsUnder(root: ParentNode): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) found.push(element.shadowRoot, ...openRootsUnder(element.shadowRoot));
  }
  return found;
}

/** The node of the document itself in which a place is shown: the outermost host of its shadow roots. */
export function hostInDocument(place: Node): Node {
  const root = shadowRootOf(place);
  return root ? hostInDocument(root.host) : place;
}
