/**
 * When a card opens, for which mention, and when it closes. A pure function of state and event; the
 * page runs the effects it asks for. Timers are named by tokens: one that was superseded is ignored
 * when it fires, so nothing needs to be cancelled.
 *
 * ```
 *    fast moves                 slows, or stops:                   rest over
 *   idle, stopping ◀──▶ idle ─────── look-up ───────▶ approaching ───────────▶ open ◀─┐
 *                       ▲ ▲                               │  ▲ │ moves on       │ │ │  │ back on mention
 *                       │ └── leaves, is interrupted ─────┘  └─┘ it: rests      │ ▼ │  │ or card
 *                       │                                        anew           │ open, closing ─┘
 *                       └── time over, Esc, pressed, scrolled, typed, dragged ◀─┴───┘
 *
 *   open ── rests on another mention ──▶ open (the other; the first stays until that is painted)
 *   open ── the page is read anew and has its name elsewhere, under the pointer ──▶ open (there)
 *   idle ── the page is read anew under a pointer that has just come to a name ──▶ approaching
 *   open ── its pin is pressed ──▶ idle, the card pinned aside: only Esc and its own buttons close it
 *   any  ── tap or key on a mention ──▶ open at once
 * ```
 *
 * Beside the phase it remembers what must not open now: the mention on which the hand has just done
 * something else (until the pointer has been off it), and anything shortly after typing.
 */
import { TIMINGS, type Timings, timingsFor } from './timings';

/** Names a mention to the machine; what it names is the page's to know. */
export type Target = string;

/** How a card was opened: only by key does the focus go into it. */
export type OpenedBy = 'pointer' | 'tap' | 'key';

/** How the pointer moves: too fast to mean what it crosses, slower than that, or as good as not at all. */
export type Pace = 'passing' | 'slowing' | 'resting';

/** A timer that the machine waits for. */
type Token = number;

/** A mention that the pointer is on and whose card is not open. */
interface Approach {
  readonly target: Target;
  readonly token: Token;
  /** False while it may be passed over. */
  readonly isLookedUp: boolean;
  /** The rest that opens its card, ms. */
  readonly restMs: number;
}

interface Always {
  readonly timings: Timings;
  readonly lastToken: Token;
  /** Its card does not open for the pointer before that has been elsewhere. */
  readonly held: Target | null;
  /** The timer after typing; no card opens for the pointer before it is over. */
  readonly typing: Token | null;
  /** The mention whose card is pinned aside. */
  readonly pinned: Target | null;
}

type Idle = Always & {
  readonly phase: 'idle';
  /** The timer after a move too fast to mean what it crosses; null where none is awaited. */
  readonly stopping: Token | null;
  /** The last thing that the hand did was to move the pointer to where it is. */
  readonly isPointing: boolean;
};
type Approaching = Always & { readonly phase: 'approaching'; readonly next: Approach };
type Open = Always & {
  readonly phase: 'open';
  readonly target: Target;
  readonly by: OpenedBy;
  /** The timer that closes the card; null while the pointer is on mention or card. */
  readonly closing: { readonly token: Token; readonly isReaching: boolean } | null;
  /** Another mention that the pointer is on. */
  readonly next: Approach | null;
};

export type HoverState = Idle | Approaching | Open;

export type HoverEvent =
  | {
      readonly type: 'pointer-moved';
      /** The mention under the pointer, or null. */
      readonly target: Target | null;
      readonly isOnCard: boolean;
      /** Whether it can be on its way from the mention to the open card. */
      readonly isOnTheWay: boolean;
      readonly pace: Pace;
    }
  /** It moved so fast that it does not matter what is under it; see {@link needsTarget}. */
  | { readonly type: 'pointer-passed' }
  /** The answer to `find-target`. */
  | { readonly type: 'pointer-stopped'; readonly target: Target | null }
  /** The page was read anew under a pointer that did not move. */
  | {
      readonly type: 'page-read';
      /** The mention that is under the pointer now; null for none, and for a pointer on a card or outside. */
      readonly target: Target | null;
      /** The open card's mention is no more. */
      readonly isOpenGone: boolean;
      /** `target` names what the open card is about. */
      readonly isOpenName: boolean;
      /** How long the pointer has been where it is, ms. */
      readonly restedMs: number;
    }
  | { readonly type: 'time-passed'; readonly token: Token }
  | { readonly type: 'tapped'; readonly target: Target | null; readonly isOnCard: boolean }
  | { readonly type: 'key-asked'; readonly target: Target }
  /** Esc, or the card's own close button. */
  | { readonly type: 'dismissed' }
  /** A press elsewhere, scrolling, keys, selecting, dragging, the page hidden or read anew. */
  | {
      readonly type: 'interrupted';
      /** The mention with which the hand did something else, or null. */
      readonly on: Target | null;
    }
  | { readonly type: 'typed' }
  /** The open card's pin was pressed. */
  | { readonly type: 'pinned' }
  /** The pinned card's pin or close button was pressed. */
  | { readonly type: 'unpinned' };

export type HoverEffect =
  | { readonly type: 'start-timer'; readonly token: Token; readonly ms: number }
  /** A fast pointer has come to a halt: say on what. */
  | { readonly type: 'find-target' }
  /** The card will probably be wanted: fetch what it says. */
  | { readonly type: 'look-up'; readonly target: Target }
  /** What is shown for another mention stays until this one can be painted. */
  | { readonly type: 'open'; readonly target: Target; readonly by: OpenedBy }
  | { readonly type: 'close'; readonly by: OpenedBy }
  /** The open card becomes the pinned one, in the place of an earlier one. */
  | { readonly type: 'pin' }
  | { readonly type: 'unpin' };

export interface HoverStep {
  readonly state: HoverState;
  readonly effects: readonly HoverEffect[];
}

export const IDLE: HoverState = {
  phase: 'idle',
  stopping: null,
  isPointing: false,
  timings: TIMINGS,
  lastToken: 0,
  held: null,
  typing: null,
  pinned: null,
};

/** The state with another rest before a card opens, ms; timers that run go on. */
export function withRest(state: HoverState, restMs: number): HoverState {
  return { ...state, timings: timingsFor(restMs) };
}

/**
 * Whether it matters what is under a pointer of this pace. Finding it is what costs most in a move, and
 * most moves of a pointer across a page are fast ones.
 */
export function needsTarget(state: HoverState, pace: Pace): boolean {
  return pace !== 'passing' || state.phase !== 'idle' || state.held !== null;
}

/** Whether it matters what is under a pointer that has been where it is for so long, ms, once the page was read anew. */
export function needsTargetAnew(state: HoverState, restedMs: number): boolean {
  return state.phase === 'idle' ? state.isPointing && restedMs <= state.timings.parkedMs : true;
}

/** The mentions that matter in a state: the one whose card is open, the one that the pointer is on. */
export function targetsOf(state: HoverState): Target[] {
  if (state.phase === 'idle') return [];
  const next = state.next ? [state.next.target] : [];
  return state.phase === 'open' ? [state.target, ...next] : next;
}

/** The mention on which the pointer must still be when this timer fires; null for other timers. */
export function restingOn(state: HoverState, token: Token): Target | null {
  return state.phase !== 'idle' && state.next?.token === token ? state.next.target : null;
}

/** Whether the state waits for this timer; others need not fire. */
export function awaits(state: HoverState, token: Token): boolean {
  if (state.typing === token) return true;
  if (state.phase === 'idle') return state.stopping === token;
  return state.next?.token === token || (state.phase === 'open' && state.closing?.token === token);
}

const stay = (state: HoverState): HoverStep => ({ state, effects: [] });

/** The state and the effects that follow from an event. */
export function stepHover(state: HoverState, event: HoverEvent): HoverStep {
  switch (event.type) {
    case 'pointer-moved':
      return pointerMoved(state, event);
    case 'pointer-passed':
      return awaitStop(state);
    case 'pointer-stopped':
      return mayOpen(state, event.target) ? stoppedOn(state, event.target) : stay(aside(state, event.target));
    case 'page-read':
      return pageRead(state, event);
    case 'time-passed':
      return timePassed(state, event.token);
    case 'tapped':
      if (event.isOnCard) return stay(state);
      return event.target === null ? closed(state, null) : opened(state, event.target, 'tap');
    case 'key-asked':
      return opened(state, event.target, 'key');
    case 'dismissed':
      return dismissed(state);
    case 'interrupted':
      return closed(state, event.on);
    case 'typed':
      return typed(state);
    case 'pinned':
      return state.phase === 'open'
        ? { state: { ...idle(state), pinned: state.target }, effects: [{ type: 'pin' }] }
        : stay(state);
    case 'unpinned':
      return unpinned(state);
  }
}

type Moved = Extract<HoverEvent, { type: 'pointer-moved' }>;
type PageRead = Extract<HoverEvent, { type: 'page-read' }>;

const idle = ({ timings, lastToken, held, typing, pinned }: Always): Idle => ({
  phase: 'idle',
  stopping: null,
  isPointing: false,
  timings,
  lastToken,
  held,
  typing,
  pinned,
});

/** The pointer is on what does not open: on nothing, or on what must not open now. */
const aside = (state: Always, target: Target | null): Idle => ({
  ...idle(state),
  isPointing: target === null,
});

function pointerMoved(before: HoverState, moved: Moved): HoverStep {
  const state = moved.target === before.held ? before : { ...before, held: null };
  if (state.phase === 'open') return movedWhileOpen(state, moved);
  const { target } = moved;
  if (!mayOpen(state, target)) return stay(aside(state, target));
  return approach(state, target, moved.pace);
}

function approach(state: Idle | Approaching, target: Target, pace: Pace): HoverStep {
  const { lastToken, next, effects } = approached(state, target, pace, state.timings.restMs);
  return { state: { ...idle(state), phase: 'approaching', lastToken, next }, effects };
}

/**
 * Who has come to a name waits for its card, also where the page was just changing there; the name that slides
 * under a parked pointer, or under one that scrolls or types, is not meant.
 */
function pageRead(state: HoverState, read: PageRead): HoverStep {
  const { target, isOpenGone, isOpenName, restedMs } = read;
  if (state.phase === 'open') {
    if (!isOpenGone) return stay(state);
    if (target !== null && isOpenName) return opened(state, target, state.by, true);
    const shut = closed(state, null);
    if (state.by !== 'pointer') return shut;
    const then = pageRead(aside(shut.state, null), read);
    return { state: then.state, effects: [...shut.effects, ...then.effects] };
  }
  if (state.phase === 'approaching' && state.next.target === target) return stay(state);
  if (!needsTargetAnew(state, restedMs)) return stay(state);
  return mayOpen(state, target) ? approach(state, target, 'resting') : stay(aside(state, target));
}

function mayOpen(state: HoverState, target: Target | null): target is Target {
  return target !== null && target !== state.held && target !== state.pinned && state.typing === null;
}

function awaitStop(state: HoverState): HoverStep {
  const token = state.lastToken + 1;
  return {
    state: { ...idle(state), lastToken: token, stopping: token },
    effects: [{ type: 'start-timer', token, ms: state.timings.stoppedMs }],
  };
}

function stoppedOn(state: HoverState, target: Target): HoverStep {
  const { lastToken } = state;
  const next = { target, token: lastToken, isLookedUp: false, restMs: state.timings.restMs };
  return stopped({ ...idle(state), phase: 'approaching', next }, next);
}

/** The pointer is on a mention whose card is not open. */
function approached(
  state: HoverState,
  target: Target,
  pace: Pace,
  restMs: number,
): { lastToken: Token; next: Approach; effects: HoverEffect[] } {
  const known = state.phase !== 'idle' && state.next?.target === target ? state.next : null;
  if (known?.isLookedUp && pace === 'resting')
    return { lastToken: state.lastToken, next: known, effects: [] };
  const token = state.lastToken + 1;
  const isLookedUp = known?.isLookedUp || pace !== 'passing';
  const effects: HoverEffect[] = [
    { type: 'start-timer', token, ms: isLookedUp ? restMs : state.timings.stoppedMs },
  ];
  if (isLookedUp && !known?.isLookedUp) effects.unshift({ type: 'look-up', target });
  return { lastToken: token, next: { target, token, isLookedUp, restMs }, effects };
}

function movedWhileOpen(state: Open, moved: Moved): HoverStep {
  const { target } = moved;
  if (moved.isOnCard || target === state.target) return stay({ ...state, closing: null, next: null });
  if (target !== null && target !== state.pinned) {
    // Whoever crosses another mention on the way to the card means it only by halting there, for long.
    const restMs = moved.isOnTheWay ? state.timings.restMs : state.timings.handOverMs;
    const pace = moved.isOnTheWay ? 'passing' : moved.pace;
    const { lastToken, next, effects } = approached(state, target, pace, restMs);
    // Resting on the other mention decides; the card that is open does not close before.
    return { state: { ...state, lastToken, closing: null, next }, effects };
  }
  // A card opened by tap or key stays until it is dismissed.
  if (state.by !== 'pointer') return stay({ ...state, next: null });
  const { isOnTheWay } = moved;
  // Each move towards the card gives time anew; whoever turns away has the time of leaving.
  if (state.closing && !isOnTheWay && !state.closing.isReaching) return stay({ ...state, next: null });
  const token = state.lastToken + 1;
  const ms = isOnTheWay ? state.timings.reachMs : state.timings.closeMs;
  return {
    state: { ...state, lastToken: token, closing: { token, isReaching: isOnTheWay }, next: null },
    effects: [{ type: 'start-timer', token, ms }],
  };
}

function timePassed(state: HoverState, token: Token): HoverStep {
  if (state.typing === token) return stay({ ...state, typing: null });
  if (state.phase === 'idle') {
    if (state.stopping !== token) return stay(state);
    return { state: idle(state), effects: [{ type: 'find-target' }] };
  }
  if (state.next?.token === token) {
    return state.next.isLookedUp ? opened(state, state.next.target, 'pointer') : stopped(state, state.next);
  }
  return state.phase === 'open' && state.closing?.token === token ? closed(state, null) : stay(state);
}

/** A fast pointer has come to a halt on a mention. */
function stopped(state: Approaching | Open, next: Approach): HoverStep {
  const token = state.lastToken + 1;
  return {
    state: { ...state, lastToken: token, next: { ...next, token, isLookedUp: true } },
    effects: [
      { type: 'look-up', target: next.target },
      { type: 'start-timer', token, ms: Math.max(0, next.restMs - state.timings.stoppedMs) },
    ],
  };
}

function opened(
  state: HoverState,
  target: Target,
  by: OpenedBy,
  // Whoever points has been looking it up since she slowed.
  isUnknown = by !== 'pointer',
): HoverStep {
  const effects: HoverEffect[] = [{ type: 'open', target, by }];
  if (isUnknown) effects.unshift({ type: 'look-up', target });
  return {
    state: { ...idle(state), held: null, phase: 'open', target, by, closing: null, next: null },
    effects,
  };
}

function closed(state: HoverState, held: Target | null): HoverStep {
  const effects: HoverEffect[] = state.phase === 'open' ? [{ type: 'close', by: state.by }] : [];
  return { state: { ...idle(state), held: held ?? state.held }, effects };
}

/** One thing at a time: the open card, else the one that would open, else the pinned one. */
function dismissed(state: HoverState): HoverStep {
  if (state.phase === 'idle') return unpinned(state);
  return closed(state, state.phase === 'open' ? state.target : state.next.target);
}

function unpinned(state: HoverState): HoverStep {
  return state.pinned === null
    ? stay(state)
    : { state: { ...state, pinned: null }, effects: [{ type: 'unpin' }] };
}

function typed(state: HoverState): HoverStep {
  const token = state.lastToken + 1;
  const { state: after, effects } = closed(state, null);
  return {
    state: { ...after, lastToken: token, typing: token },
    effects: [...effects, { type: 'start-timer', token, ms: state.timings.typingMs }],
  };
}
