/** What HTML's elements are to a reader of prose: part of a run of text, a break in it, or not text at all. */

import { closestShown, shownParentOf } from './flat-tree';

const setOf = (names: string) => new Set(names.split(' '));

/** Elements that continue the run of text around them (HTML's phrasing content). */
const INLINE = setOf(
  'A ABBR ACRONYM B BDI BDO BIG CITE DATA DEL DFN EM FONT I INS LABEL MARK NOBR Q RUBY RB S SLOT SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR',
);

/** Elements that hold nothing for a reader and take no room: the text goes on around them. */
const INVISIBLE = setOf('SCRIPT STYLE TEMPLATE NOSCRIPT LINK META RP RT DATALIST');

/**
 * Elements whose text is not the story's: navigation, forms, editable text, code, controls, media.
 * They break the run of text.
 */
const LEFT_OUT = setOf(
  'NAV ASIDE FOOTER FORM INPUT TEXTAREA SELECT OPTION BUTTON CODE PRE KBD SAMP SVG MATH IFRAME OBJECT EMBED VIDEO AUDIO CANVAS MAP DIALOG MENU PROGRESS METER OUTPUT HEAD TITLE',
);

/** ARIA roles whose text is not the story's. */
const LEFT_OUT_ROLES = new Set(
  setOf(
    'navigation menu menubar menuitem button search searchbox textbox combobox listbox option switch slider tablist tab toolbar banner contentinfo complementary dialog alertdialog alert status log timer tooltip progressbar form code math',
  ),
);

export type Flow = 'inline' | 'block' | 'invisible' | 'left-out' | 'line-break';

function isHidden(element: Element): boolean {
  return element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true';
}

/** The dialog in which a page shows its story, over a list of stories: no consent and no menu. */
function isStoryDialog(element: Element, name: string): boolean {
  if (name !== 'DIALOG') return element.querySelector('article') !== null;
  return element.hasAttribute('open') && element.querySelector('article, h1') !== null;
}

function isEditable(element: Element): boolean {
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

/** Whether the text of `element` is being written where it stands: by itself, its surroundings, or all of the page. */
export function isBeingWritten(element: Element): boolean {
  const decides = closestShown(element, '[contenteditable]');
  return decides ? isEditable(decides) : element.ownerDocument.designMode === 'on';
}

/** A list whose every item is one link: navigation or "related stories", whatever its markup. */
function isLinkList(list: Element): boolean {
  const items = [...list.children];
  return (
    items.length > 1 &&
    items.every((item) => {
      const text = item.textContent?.trim() ?? '';
      return (
        text !== '' && [...item.getElementsByTagName('a')].some((link) => link.textContent?.trim() === text)
      );
    })
  );
}

/** How `element` takes part in the text around it. Says nothing about style sheets. */
export function flowOf(element: Element): Flow {
  // XHTML pages give lower-case names.
  const name = element.tagName.toUpperCase();
  if (name === 'BR') return 'line-break';
  if (INVISIBLE.has(name)) return 'invisible';
  if (LEFT_OUT.has(name) && !(name === 'DIALOG' && isStoryDialog(element, name))) return 'left-out';
  if (element.attributes.length > 0) {
    const role = element.getAttribute('role');
    const isPart = role === 'dialog' && isStoryDialog(element, name);
    if ((role && LEFT_OUT_ROLES.has(role) && !isPart) || isHidden(element) || isEditable(element))
      return 'left-out';
  }
  if ((name === 'UL' || name === 'OL') && isLinkList(element)) return 'left-out';
  return INLINE.has(name) ? 'inline' : 'block';
}

/** True where `element` or an ancestor below `root` makes it no part of any story. */
export type LeftOutTest = (element: Element) => boolean;

/**
 * A test of elements under `root`, for as long as the page does not change: what it has found of one
 * ancestor it knows for all that are in it, so that long lists cost no more than their length.
 */
export function leftOutTest(root: Element): LeftOutTest {
  const known = new Map<Element, boolean>([[root, false]]);
  return (element) => {
    const path: Element[] = [];
    let at: Element | null = element;
    let isOut: boolean | undefined;
    for (; at && isOut === undefined; at = shownParentOf(at)) {
      isOut = known.get(at);
      if (isOut === undefined) path.push(at);
    }
    isOut ??= false;
    for (const below of path.reverse()) {
      if (!isOut) {
        const flow = flowOf(below);
        isOut = flow === 'left-out' || flow === 'invisible';
      }
      known.set(below, isOut);
    }
    return isOut;
  };
}

/** {@link leftOutTest} for one element. */
export function isInsideLeftOut(element: Element, root: Element): boolean {
  return leftOutTest(root)(element);
}
