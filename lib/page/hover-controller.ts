import { isOnTheWay, type Rect, speedBetween } from '../hover/geometry';
import {
  type HoverEffect,
  type HoverEvent,
  type HoverState,
  IDLE,
  type OpenedBy,
  restingOn,
  stepHover,
  type Target,
  targetsOf,
} from '../hover/machine';
import type { ViewportPoint } from './mention-at-point';

/** What the controller needs to know of the page, and what it makes happen there. */
export interface HoverPage {
  /** Names the mention at a point of the viewport, or null. */
  targetAt(point: ViewportPoint): Target | null;
  /** The open card's rectangle in viewport coordinates, or null while none is open. */
  cardRect(): Rect | null;
  /** Whether an event comes from the card's host. */
  isCardEvent(event: Event): boolean;
  /** True once the page has taken away or hidden the card that was shown. */
  isCardLost(): boolean;
  /** Where a mention begins in the viewport, or null for one that is gone. */
  positionOf(target: Target): ViewportPoint | null;
  /** Lets the open card follow its mention after the page was read anew; false where that is gone. */
  followMention(): boolean;
  lookUp(target: Target): void;
  openCard(target: Target, by: OpenedBy, point: ViewportPoint | null): void;
  closeCard(by: OpenedBy): void;
}

/** What acts when it is tapped: a tap on it is not ours. */
const ACTING =
  'a[href], button, input, select, textarea, label, summary, [role="button"], [role="link"], [onclick], [contenteditable]';
const MODIFIER_KEYS = new Set(['Alt', 'AltGraph', 'CapsLock', 'Control', 'Fn', 'Meta', 'NumLock', 'Shift']);

/** What others may tell the controller. */
export interface HoverControl {
  /** The card's own close button was pressed. */
  dismiss(): void;
  /** The page was read anew: mentions may have moved or gone. */
  pageChanged(): void;
  /** Stops listening and closes an open card. */
  stop(): void;
}

/** Inside these the pointer is no longer ours to see. */
const FRAMES = new Set(['IFRAME', 'FRAME', 'OBJECT', 'EMBED']);

/**
 * Text that scrolled less than this has not moved, px: some pages scroll to where they are, or to and
 * fro by a pixel, all the time.
 */
const SCROLL_SLACK_PX = 4;

interface PointerSample extends ViewportPoint {
  readonly timeMs: number;
}

/**
 * Turns what the hand does on the page into events of the hover machine, and its effects into calls
 * of `page`. Events that the page's scripts made up are ignored.
 */
export function controlHover(window: Window, page: HoverPage): HoverControl {
  const { document } = window;
  let state: HoverState = IDLE;
  let lastSample: PointerSample | null = null;
  /** The mention that is waited on or open, and where it was when that began. */
  let anchor: { readonly target: Target; readonly at: ViewportPoint | null } | null = null;
  /** Where the pointer was last on the mention whose card is open: the tip of the safe triangle. */
  let leftMentionAt: ViewportPoint | null = null;
  let pendingMove: PointerEvent | null = null;
  let frame = 0;
  /** The button was pressed on the card: what is dragged from there is the card's own text. */
  let isPressedOnCard = false;

  const run = (effect: HoverEffect, point: ViewportPoint | null) => {
    if (effect.type === 'start-timer') {
      window.setTimeout(() => timePassed(effect.token), effect.ms);
    } else if (effect.type === 'look-up') page.lookUp(effect.target);
    else if (effect.type === 'open')
      page.openCard(effect.target, effect.by, effect.by === 'key' ? null : point);
    else page.closeCard(effect.by);
  };

  const send = (event: HoverEvent, point: ViewportPoint | null) => {
    const step = stepHover(state, event);
    state = step.state;
    const [target] = targetsOf(state);
    if (target !== anchor?.target) anchor = target ? { target, at: page.positionOf(target) } : null;
    for (const effect of step.effects) run(effect, point);
  };

  const interrupt = () => send({ type: 'interrupted' }, null);
  const leave = () =>
    send({ type: 'pointer-moved', target: null, isOnCard: false, isOnTheWay: false, speedPxPerMs: 0 }, null);

  const timePassed = (token: number) => {
    const rested = restingOn(state, token);
    // The text may have moved away under a pointer that did not move.
    if (rested !== null && (!lastSample || page.targetAt(lastSample) !== rested)) leave();
    else send({ type: 'time-passed', token }, lastSample);
  };

  const moved = () => {
    frame = 0;
    const event = pendingMove;
    pendingMove = null;
    if (!event) return;
    if (page.isCardLost()) interrupt();
    const sample = { x: event.clientX, y: event.clientY, timeMs: event.timeStamp };
    const isOnCard = page.isCardEvent(event);
    const target = isOnCard ? null : page.targetAt(sample);
    const card = page.cardRect();
    if (state.phase === 'open' && target === state.target) leftMentionAt = sample;
    send(
      {
        type: 'pointer-moved',
        target,
        isOnCard,
        isOnTheWay: card !== null && leftMentionAt !== null && isOnTheWay(leftMentionAt, sample, card),
        speedPxPerMs: lastSample ? speedBetween(lastSample, sample) : 0,
      },
      sample,
    );
    lastSample = sample;
  };

  const onPointerMove = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    // A pressed button is a drag or a selection.
    if (event.buttons !== 0) {
      if (!isPressedOnCard) interrupt();
      return;
    }
    pendingMove = event;
    // Once a frame: finding what is under the pointer makes the browser lay the page out.
    if (frame === 0) frame = window.requestAnimationFrame(moved);
  };

  const onPointerOver = (event: PointerEvent) => {
    // Entering a frame is the last that is seen of the pointer before it comes out again.
    if (event.target instanceof Element && FRAMES.has(event.target.tagName.toUpperCase()))
      onPointerMove(event);
  };

  const onPointerLeave = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    pendingMove = null;
    leave();
  };

  const onPointerDown = (event: PointerEvent) => {
    if (!event.isTrusted) return;
    isPressedOnCard = page.isCardEvent(event);
    if (event.pointerType !== 'touch' && !isPressedOnCard) interrupt();
  };

  const onClick = (event: MouseEvent) => {
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    if (!event.isTrusted || !isTouch) return;
    const isOnCard = page.isCardEvent(event);
    const point = { x: event.clientX, y: event.clientY };
    const acts = event.target instanceof Element && event.target.closest(ACTING) !== null;
    const target = isOnCard || acts || !document.getSelection()?.isCollapsed ? null : page.targetAt(point);
    send({ type: 'tapped', target, isOnCard }, point);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;
    if (event.key === 'Escape') {
      if (state.phase === 'open') {
        // One key, one thing: the dialog or picture that the page shows around the story stays.
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      send({ type: 'dismissed' }, null);
    } else if (!MODIFIER_KEYS.has(event.key) && !event.ctrlKey && !event.metaKey && !page.isCardEvent(event))
      interrupt();
  };

  const onScroll = (event: Event) => {
    if (!event.isTrusted || page.isCardEvent(event) || !anchor) return;
    const now = page.positionOf(anchor.target);
    const { at } = anchor;
    // A carousel or a ticker elsewhere moves nothing of ours.
    const isStill = at && now && Math.hypot(now.x - at.x, now.y - at.y) < SCROLL_SLACK_PX;
    if (!isStill) interrupt();
  };

  const onResize = (event: Event) => {
    if (event.isTrusted) interrupt();
  };

  const onSelectionChange = () => {
    const selection = document.getSelection();
    if (selection && !selection.isCollapsed && state.phase === 'waiting') interrupt();
  };

  const onHidden = () => {
    if (document.visibilityState === 'hidden') interrupt();
  };

  const listening = new AbortController();
  const options = { capture: true, passive: true, signal: listening.signal };
  let listensUnder: Element | null = null;

  /** Listeners that are there already are not added twice. */
  const listen = () => {
    listensUnder = document.documentElement;
    window.addEventListener('pointermove', onPointerMove, options);
    window.addEventListener('pointerover', onPointerOver, options);
    document.documentElement.addEventListener('pointerleave', onPointerLeave, { ...options, capture: false });
    window.addEventListener('pointerdown', onPointerDown, options);
    window.addEventListener('click', onClick, options);
    window.addEventListener('keydown', onKeyDown, { ...options, passive: false });
    window.addEventListener('scroll', onScroll, options);
    window.addEventListener('resize', onResize, options);
    document.addEventListener('selectionchange', onSelectionChange, options);
    document.addEventListener('visibilitychange', onHidden, options);
  };
  listen();

  return {
    dismiss: () => send({ type: 'dismissed' }, null),
    pageChanged: () => {
      // `document.open` takes every listener away with the old document.
      if (document.documentElement !== listensUnder && document.documentElement) listen();
      if (state.phase === 'open' && !page.followMention()) interrupt();
    },
    stop: () => {
      listening.abort();
      window.cancelAnimationFrame(frame);
      interrupt();
    },
  };
}
