import { isOnTheWay, type Rect, speedBetween } from '../hover/geometry';
import {
  type HoverEffect,
  type HoverEvent,
  type HoverState,
  IDLE,
  type OpenedBy,
  stepHover,
  type Target,
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
  /** The page was read anew: mentions may be others. */
  interrupt(): void;
  /** Stops listening and closes an open card. */
  stop(): void;
}

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
  /** Where the pointer was last on the mention whose card is open: the tip of the safe triangle. */
  let leftMentionAt: ViewportPoint | null = null;
  let pendingMove: PointerEvent | null = null;
  let frame = 0;

  const run = (effect: HoverEffect, point: ViewportPoint | null) => {
    if (effect.type === 'start-timer') {
      window.setTimeout(() => send({ type: 'time-passed', token: effect.token }, lastSample), effect.ms);
    } else if (effect.type === 'look-up') page.lookUp(effect.target);
    else if (effect.type === 'open')
      page.openCard(effect.target, effect.by, effect.by === 'key' ? null : point);
    else page.closeCard(effect.by);
  };

  const send = (event: HoverEvent, point: ViewportPoint | null) => {
    const step = stepHover(state, event);
    state = step.state;
    for (const effect of step.effects) run(effect, point);
  };

  const interrupt = () => send({ type: 'interrupted' }, null);

  const moved = () => {
    frame = 0;
    const event = pendingMove;
    pendingMove = null;
    if (!event) return;
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
      if (!page.isCardEvent(event)) interrupt();
      return;
    }
    pendingMove = event;
    // Once a frame: finding what is under the pointer makes the browser lay the page out.
    if (frame === 0) frame = window.requestAnimationFrame(moved);
  };

  const onPointerLeave = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    pendingMove = null;
    send({ type: 'pointer-moved', target: null, isOnCard: false, isOnTheWay: false, speedPxPerMs: 0 }, null);
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.isTrusted && event.pointerType !== 'touch' && !page.isCardEvent(event)) interrupt();
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
    if (event.key === 'Escape') send({ type: 'dismissed' }, null);
    else if (!MODIFIER_KEYS.has(event.key) && !event.ctrlKey && !event.metaKey && !page.isCardEvent(event))
      interrupt();
  };

  const onScroll = (event: Event) => {
    if (event.isTrusted && !page.isCardEvent(event)) interrupt();
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
  window.addEventListener('pointermove', onPointerMove, options);
  document.documentElement.addEventListener('pointerleave', onPointerLeave, { ...options, capture: false });
  window.addEventListener('pointerdown', onPointerDown, options);
  window.addEventListener('click', onClick, options);
  window.addEventListener('keydown', onKeyDown, options);
  window.addEventListener('scroll', onScroll, options);
  window.addEventListener('resize', interrupt, options);
  document.addEventListener('selectionchange', onSelectionChange, options);
  document.addEventListener('visibilitychange', onHidden, options);

  return {
    dismiss: () => send({ type: 'dismissed' }, null),
    interrupt,
    stop: () => {
      listening.abort();
      window.cancelAnimationFrame(frame);
      interrupt();
    },
  };
}
