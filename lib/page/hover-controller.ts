import type { Rect } from '../hover/geometry';
import {
  awaits,
  type HoverEffect,
  type HoverEvent,
  type HoverState,
  IDLE,
  needsTarget,
  needsTargetAnew,
  type OpenedBy,
  restingOn,
  stepHover,
  type Target,
  targetsOf,
  withRest,
} from '../hover/machine';
import { NO_TRACK, type PointerTrack, paceOf, readMove, withSample } from '../hover/pointer-track';
import type { ViewportPoint } from './mention-at-point';
import { TokenTimers } from './token-timers';

/** What the controller needs to know of the page, and what it makes happen there. */
export interface HoverPage {
  /** Names the mention at a point of the viewport, or null. */
  targetAt(point: ViewportPoint): Target | null;
  /** The open card's rectangle in viewport coordinates, or null while none is open. */
  cardRect(): Rect | null;
  /** Whether an event comes from a card, be it the open or the pinned one. */
  isCardEvent(event: Event): boolean;
  /** The reader is writing in the open card: it stays wherever the pointer goes. */
  isCardWrittenIn(): boolean;
  /** True once the page has taken away or hidden the card that was shown. */
  isCardLost(): boolean;
  /** Where a mention begins in the viewport, or null for one that is gone. */
  positionOf(target: Target): ViewportPoint | null;
  /** Lets the open card follow its mention after the page was read anew; false where that is gone. */
  followMention(): boolean;
  /** Whether a mention names what the open card is about. */
  isOpenName(target: Target): boolean;
  lookUp(target: Target): void;
  openCard(target: Target, by: OpenedBy, point: ViewportPoint | null): void;
  closeCard(by: OpenedBy): void;
  /** Puts the open card aside, to stay; one that was there before goes. */
  pinCard(): void;
  unpinCard(): void;
}

/** What acts when it is tapped: a tap on it is not ours. */
const ACTING =
  'a[href], button, input, select, textarea, label, summary, [role="button"], [role="link"], [onclick], [contenteditable]';
const MODIFIER_KEYS = new Set(['Alt', 'AltGraph', 'CapsLock', 'Control', 'Fn', 'Meta', 'NumLock', 'Shift']);

/** What is typed into: a name under the pointer is not meant by who types. */
const TYPED_INTO = 'input, textarea, select, [contenteditable]:not([contenteditable="false" i])';

/** What others may tell the controller. */
export interface HoverControl {
  /** Opens a mention's card for a key: at once, with the focus in it. */
  open(target: Target): void;
  /** Closes the open card: the reader goes on to something else. */
  close(): void;
  /** The open card's pin was pressed. */
  pin(): void;
  /** The pinned card's pin or close button was pressed. */
  unpin(): void;
  /** The card's own close button was pressed. */
  dismiss(): void;
  /** The page was read anew: mentions may have moved or gone. */
  pageChanged(): void;
  /** How long the pointer rests on a name from now on before its card opens, ms. */
  setRest(restMs: number): void;
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

/** The elements around an event's place, from inside out and through open shadow roots. */
function elementsOf(event: Event): Element[] {
  return event.composedPath().filter((node) => node instanceof Element);
}

const holds = (rect: Rect, { x, y }: ViewportPoint) =>
  x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;

/**
 * Turns what the hand does on the page into events of the hover machine, and its effects into calls
 * of `page`. Events that the page's scripts made up are ignored.
 */
export function controlHover(window: Window, page: HoverPage): HoverControl {
  const { document } = window;
  let state: HoverState = IDLE;
  const timers = new TokenTimers(
    (token) => awaits(state, token),
    (token) => timePassed(token),
  );
  let track: PointerTrack = NO_TRACK;
  /** Not outside the window, nor in a frame. */
  let isPointerHere = false;
  /** The mention that is waited on or open, and where it was when that began. */
  let anchor: { readonly target: Target; readonly at: ViewportPoint | null } | null = null;
  /** The button was pressed on the card: what is dragged from there is the card's own text. */
  let isPressedOnCard = false;

  const run = (effect: HoverEffect, point: ViewportPoint | null, sinceMs: number) => {
    if (effect.type === 'start-timer') {
      timers.start(effect.token, effect.ms, sinceMs);
    } else if (effect.type === 'find-target') {
      const sample = lastSample();
      if (sample) send({ type: 'pointer-stopped', target: page.targetAt(sample) }, sample);
    } else if (effect.type === 'look-up') page.lookUp(effect.target);
    else if (effect.type === 'open')
      page.openCard(effect.target, effect.by, effect.by === 'key' ? null : point);
    else if (effect.type === 'close') page.closeCard(effect.by);
    else if (effect.type === 'pin') page.pinCard();
    else page.unpinCard();
  };

  /** `sinceMs` is when it happened, on the clock of `performance.now()`: pages are told late when they are busy. */
  const send = (event: HoverEvent, point: ViewportPoint | null, sinceMs = performance.now()) => {
    const step = stepHover(state, event);
    state = step.state;
    const [target] = targetsOf(state);
    if (target !== anchor?.target) anchor = target ? { target, at: page.positionOf(target) } : null;
    for (const effect of step.effects) run(effect, point, sinceMs);
  };

  const interrupt = (on: Target | null = null) => send({ type: 'interrupted', on }, null);
  const leave = () =>
    send(
      {
        ...{ type: 'pointer-moved', target: null, isOnTheWay: false, pace: 'passing' },
        isOnCard: page.isCardWrittenIn(),
      },
      null,
    );
  const lastSample = () => track.samples.at(-1) ?? null;

  const timePassed = (token: number) => {
    const rested = restingOn(state, token);
    // The text may have moved away under a pointer that did not move.
    const sample = lastSample();
    if (rested !== null && (!sample || page.targetAt(sample) !== rested)) leave();
    else send({ type: 'time-passed', token }, sample);
  };

  const pageRead = () => {
    const isOpenGone = state.phase === 'open' && !page.followMention();
    const sample = isPointerHere ? lastSample() : null;
    const restedMs = sample ? performance.now() - sample.timeMs : Number.POSITIVE_INFINITY;
    if (!isOpenGone && (state.phase === 'open' || !needsTargetAnew(state, restedMs))) return;
    const card = page.cardRect();
    const target = sample && !(card && holds(card, sample)) ? page.targetAt(sample) : null;
    const isOpenName = target !== null && page.isOpenName(target);
    send({ type: 'page-read', target, isOpenGone, isOpenName, restedMs }, sample);
  };

  const moved = (event: PointerEvent) => {
    isPointerHere = true;
    if (page.isCardLost()) interrupt();
    const sample = { x: event.clientX, y: event.clientY, timeMs: event.timeStamp };
    track = withSample(track, sample);
    if (!needsTarget(state, paceOf(track))) {
      send({ type: 'pointer-passed' }, null, sample.timeMs);
      return;
    }
    const isOfCard = page.isCardEvent(event);
    const card = page.cardRect();
    const step = readMove(track, {
      target: isOfCard ? null : page.targetAt(sample),
      isOnCard: card !== null && ((isOfCard && holds(card, sample)) || page.isCardWrittenIn()),
      card,
      openTarget: state.phase === 'open' ? state.target : null,
    });
    track = step.track;
    send(step.event, sample, sample.timeMs);
  };

  const onPointerMove = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    // A pressed button is a drag or a selection.
    if (event.buttons !== 0) {
      if (!isPressedOnCard) interrupt();
      return;
    }
    // Browsers tell of moves once a frame, with the page just laid out to find what they are on: waiting
    // for the frame's callbacks would ask for a frame, and meet a page that its scripts have changed.
    moved(event);
  };

  const onPointerOver = (event: PointerEvent) => {
    // Entering a frame is the last that is seen of the pointer before it comes out again.
    if (!(event.target instanceof Element && FRAMES.has(event.target.tagName.toUpperCase()))) return;
    onPointerMove(event);
    if (event.isTrusted) isPointerHere = false;
  };

  const onPointerLeave = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    isPointerHere = false;
    leave();
  };

  /** The hand does something with the text at this place: what it names does not open for that. */
  const interruptAt = ({ clientX: x, clientY: y }: PointerEvent) => interrupt(page.targetAt({ x, y }));

  const onPointerDown = (event: PointerEvent) => {
    if (!event.isTrusted) return;
    isPressedOnCard = page.isCardEvent(event);
    if (event.pointerType !== 'touch' && !isPressedOnCard) interruptAt(event);
  };

  const onPointerUp = (event: PointerEvent) => {
    // What was dragged or selected up to here is not asked about.
    if (event.isTrusted && event.pointerType !== 'touch' && !isPressedOnCard) interruptAt(event);
  };

  const onClick = (event: MouseEvent) => {
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    if (!event.isTrusted || !isTouch) return;
    const isOnCard = page.isCardEvent(event);
    const point = { x: event.clientX, y: event.clientY };
    const acts = elementsOf(event).some((element) => element.matches(ACTING));
    const target = isOnCard || acts || !document.getSelection()?.isCollapsed ? null : page.targetAt(point);
    send({ type: 'tapped', target, isOnCard }, point);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;
    if (event.key === 'Escape') {
      if (state.phase === 'open' || state.pinned !== null) {
        // One key, one thing: the dialog or picture that the page shows around the story stays.
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      send({ type: 'dismissed' }, null);
    } else if (!MODIFIER_KEYS.has(event.key) && !event.ctrlKey && !event.metaKey && !page.isCardEvent(event))
      interrupt();
  };

  /** Also what was pasted, spoken or composed. */
  const onInput = (event: Event) => {
    const isTyped = elementsOf(event).some((element) => element.matches(TYPED_INTO));
    if (event.isTrusted && isTyped && !page.isCardEvent(event)) send({ type: 'typed' }, null);
  };

  const onScroll = (event: Event) => {
    if (!event.isTrusted || page.isCardEvent(event) || !anchor) return;
    const now = page.positionOf(anchor.target);
    const { at } = anchor;
    // A carousel or a ticker elsewhere moves nothing of ours. What the page has just written anew has no place
    // before it is read, which then says whether it is gone.
    const isStill = !at || !now || Math.hypot(now.x - at.x, now.y - at.y) < SCROLL_SLACK_PX;
    if (!isStill) interrupt();
  };

  const onResize = (event: Event) => {
    if (event.isTrusted) interrupt();
  };

  const onSelectionChange = () => {
    const selection = document.getSelection();
    if (selection && !selection.isCollapsed && state.phase === 'approaching') interrupt(state.next.target);
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
    window.addEventListener('pointerup', onPointerUp, options);
    window.addEventListener('click', onClick, options);
    window.addEventListener('input', onInput, options);
    window.addEventListener('keydown', onKeyDown, { ...options, passive: false });
    window.addEventListener('scroll', onScroll, options);
    window.addEventListener('resize', onResize, options);
    document.addEventListener('fullscreenchange', onResize, options);
    document.addEventListener('selectionchange', onSelectionChange, options);
    document.addEventListener('visibilitychange', onHidden, options);
  };
  listen();

  return {
    open: (target) => send({ type: 'key-asked', target }, null),
    close: () => interrupt(),
    pin: () => send({ type: 'pinned' }, null),
    unpin: () => send({ type: 'unpinned' }, null),
    dismiss: () => send({ type: 'dismissed' }, null),
    pageChanged: () => {
      // `document.open` takes every listener away with the old document.
      if (document.documentElement !== listensUnder && document.documentElement) listen();
      pageRead();
    },
    setRest: (restMs) => {
      state = withRest(state, restMs);
    },
    stop: () => {
      listening.abort();
      interrupt();
    },
  };
}
