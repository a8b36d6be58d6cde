import { type Around, aroundChildrenOf } from './blocks';
import { flowOf } from './markup';
import type { PageEdit } from './page-edit';

/**
 * A run of an element's children that is to be read again: those between two of them, which break runs of
 * text as the element does; null for its begin and its end.
 */
export interface ChangedRun {
  readonly parent: Element;
  readonly before: Node | null;
  readonly after: Node | null;
  readonly around: Around;
}

/** Siblings that are gone through in search of the place of a change; more are taken as changed. */
const MOST_SIBLINGS = 100;

/** Whether these are part of a story depends on what is in them: a list of links is none of it. */
const CHANGED_BY_CONTENT = new Set(['UL', 'OL', 'DIALOG']);

/**
 * Which part of what is read under `root` a change of the page touches: every block with text inside the
 * run, before or after the change, lies in it as a whole. Null where it touches nothing that is read.
 */
export function changedRunOf(record: PageEdit, root: Element): ChangedRun | null {
  const isOfText = record.type === 'characterData';
  const parent = isOfText ? record.target.parentNode : record.target;
  if (!parent || !root.contains(parent)) return null;
  const ancestors: Element[] = [];
  let index = 0;
  for (let at = parent; ; at = at.parentNode as Node) {
    // Between an element and one that contains it there are elements alone.
    const element = at as Element;
    ancestors.push(element);
    if (element === root) break;
    if (CHANGED_BY_CONTENT.has(element.tagName.toUpperCase()) || element.getAttribute('role') === 'dialog')
      index = ancestors.length;
  }
  let [from, to] = isOfText ? siblingsOf(record.target) : siblingsAround(record);
  const changed = ancestors[index - 1];
  if (changed) [from, to] = siblingsOf(changed);
  for (let at = ancestors[index]; at && at !== root && flowOf(at) === 'inline'; at = ancestors[index]) {
    [from, to] = siblingsOf(at);
    index += 1;
  }
  const holder = ancestors[index];
  const around = holder ? aroundChildrenOf(holder, root) : null;
  if (!holder || !around) return null;
  return { parent: holder, ...runAround(from, to), around };
}

const siblingsOf = (node: Node): [Node | null, Node | null] => [node.previousSibling, node.nextSibling];

/** First and last of the children that a change of the list touches; null for the ends of the list. */
function siblingsAround({
  target,
  previousSibling,
  nextSibling,
}: PageEdit): [from: Node | null, to: Node | null] {
  const isThere = (node: Node | null) => !node || node.parentNode === target;
  if (!isThere(previousSibling) || !isThere(nextSibling)) return [null, null];
  if (!previousSibling || !nextSibling) return [previousSibling, nextSibling];
  let at: Node | null = previousSibling;
  for (let passed = 0; at && at !== nextSibling && passed < MOST_SIBLINGS; passed++) at = at.nextSibling;
  return at === nextSibling ? [previousSibling, nextSibling] : [null, null];
}

/** Widens a run to what breaks text before and after it, which itself is no part of it. */
function runAround(from: Node | null, to: Node | null): { before: Node | null; after: Node | null } {
  let before = from;
  while (before && !breaksText(before)) before = before.previousSibling;
  let after = to;
  while (after && !breaksText(after)) after = after.nextSibling;
  return { before, after };
}

function breaksText(node: Node): boolean {
  if (node.nodeType !== 1) return false;
  // Node type 1 is Element.
  const flow = flowOf(node as Element);
  return flow === 'block' || flow === 'left-out';
}
