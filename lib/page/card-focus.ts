import { tabStopBeside, tabStopsIn } from './tab-stops';

/** The element that has the focus, also inside open shadow roots; null where none has. */
function focusedElement(document: Document): HTMLElement | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement && focused !== document.body ? focused : null;
}

/**
 * The focus's way into a card and back. The card is no part of the page's order: it lies beside its
 * mention, and Tab goes on from there.
 */
export class CardFocus {
  #document: Document;
  /** Where the focus was before it went into a card. */
  #cameFrom: HTMLElement | null = null;

  constructor(document: Document) {
    this.#document = document;
  }

  /** Puts the focus on the card in `mount`, unless it is in there. */
  enter(root: ShadowRoot, mount: HTMLElement): void {
    if (mount.contains(root.activeElement)) return;
    // A card that takes the place of its "loading" has lost the focus to nobody: it came from where it did.
    if (!root.activeElement) this.#cameFrom = focusedElement(this.#document) ?? this.#cameFrom;
    mount.querySelector<HTMLElement>('[role="dialog"]')?.focus({ preventScroll: true });
  }

  /** Gives the focus back where it came from, if it is in the card of `mount`. Before the card goes. */
  giveBack(root: ShadowRoot, mount: HTMLElement): void {
    const focused = root.activeElement;
    const cameFrom = this.#cameFrom;
    this.#cameFrom = null;
    if (!(focused instanceof HTMLElement) || !mount.contains(focused)) return;
    focused.blur();
    if (cameFrom?.isConnected) cameFrom.focus({ preventScroll: true });
  }

  /**
   * Answers Tab in the card of `mount`: past its ends the way leads to what comes before or after
   * `place`, the mention. Calls `onLeave` when it leaves the card.
   */
  walk(event: KeyboardEvent, mount: HTMLElement, place: Node, onLeave: () => void): void {
    if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
    const root = mount.getRootNode();
    const focused = root instanceof ShadowRoot ? root.activeElement : null;
    if (!focused || !mount.contains(focused)) return;
    const stops: readonly Element[] = tabStopsIn(mount);
    const isBack = event.shiftKey;
    // From the card itself, which is no stop, Tab leads to its first.
    const isAtEnd = isBack
      ? focused === stops[0] || !stops.includes(focused)
      : focused === stops.at(-1) || stops.length === 0;
    if (!isAtEnd) return;
    const beside = tabStopBeside(place, isBack ? 'before' : 'after');
    event.preventDefault();
    onLeave();
    beside?.focus();
  }
}
