/**
 * When a card opens, for which mention, and when it closes. A pure function of state and event; the
 * page runs the effects it asks for. Timers are named by tokens: one that was superseded is ignored
 * when it fires, so nothing needs to be cancelled.
 *
 * ```
 *            pointer on mention                 rest over
 *   idle ───────────────────────▶ waiting ───────────────────▶ open ◀─┐ pointer back on
 *    ▲ ▲     leaves, interrupt       │                          │  │  │ mention or card
 *    │ └─────────────────────────────┘        leaves both       │  ▼  │
 *    │                                                          │ open, closing
 *    └──────── time over, Esc, press elsewhere, scroll ◀────────┴──┘
 *
 *   open ── pointer rests on another mention ──▶ open (the other one, without a gap)
 *   any  ── tap or key on a mention ──▶ open at once
 * ```
 */
import { FAST_PX_PER_MS, TIMINGS } from './timings';

/** Names a mention to the machine; what it names is the page's to know. */
export type Target = string;

/** How a card was opened: only by key does the focus go into it. */
export type OpenedBy = 'pointer' | 'tap' | 'key';

/** A timer that the machine waits for. */
type Token = number;

interface Waiting {
  readonly target: Target;
  readonly token: Token;
}

export type HoverState =
  | { readonly phase: 'idle'; readonly lastToken: Token }
  | { readonly phase: 'waiting'; readonly lastToken: Token; readonly next: Waiting }
  | {
      readonly phase: 'open';
      readonly lastToken: Token;
      readonly target: Target;
      readonly by: OpenedBy;
      /** The timer that closes the card; null while the pointer is on mention or card. */
      readonly closing: Token | null;
      /** Another mention that the pointer rests on. */
      readonly next: Waiting | null;
    };

export type HoverEvent =
  | {
      readonly type: 'pointer-moved';
      /** The mention under the pointer, or null. */
      readonly target: Target | null;
      readonly isOnCard: boolean;
      /** Whether it can be on its way from the mention to the open card. */
      readonly isOnTheWay: boolean;
      readonly speedPxPerMs: number;
    }
  | { readonly type: 'time-passed'; readonly token: Token }
  | { readonly type: 'tapped'; readonly target: Target | null; readonly isOnCard: boolean }
  | { readonly type: 'key-asked'; readonly target: Target }
  /** Esc, or the card's own close button. */
  | { readonly type: 'dismissed' }
  /** A press elsewhere, scrolling, typing, selecting, dragging, the page hidden or read anew. */
  | { readonly type: 'interrupted' };

export type HoverEffect =
  | { readonly type: 'start-timer'; readonly token: Token; readonly ms: number }
  /** The card will probably be wanted: fetch what it says. */
  | { readonly type: 'look-up'; readonly target: Target }
  | { readonly type: 'open'; readonly target: Target; readonly by: OpenedBy }
  | { readonly type: 'close'; readonly by: OpenedBy };

export interface HoverStep {
  readonly state: HoverState;
  readonly effects: readonly HoverEffect[];
}

export const IDLE: HoverState = { phase: 'idle', lastToken: 0 };

/** The mentions that matter in a state: the one whose card is open, the one that the pointer rests on. */
export function targetsOf(state: HoverState): Target[] {
  if (state.phase === 'idle') return [];
  const next = state.next ? [state.next.target] : [];
  return state.phase === 'open' ? [state.target, ...next] : next;
}

/** The mention on which the rest is over when this timer fires; null for other timers. */
export function restingOn(state: HoverState, token: Token): Target | null {
  return state.phase !== 'idle' && state.next?.token === token ? state.next.target : null;
}

const stay = (state: HoverState): HoverStep => ({ state, effects: [] });

/** The state and the effects that follow from an event. */
export function stepHover(state: HoverState, event: HoverEvent): HoverStep {
  switch (event.type) {
    case 'pointer-moved':
      return state.phase === 'open' ? movedWhileOpen(state, event) : movedWhileClosed(state, event);
    case 'time-passed':
      return timePassed(state, event.token);
    case 'tapped':
      if (event.isOnCard) return stay(state);
      return event.target === null ? closed(state) : opened(state, event.target, 'tap');
    case 'key-asked':
      return opened(state, event.target, 'key');
    case 'dismissed':
    case 'interrupted':
      return closed(state);
  }
}

type Moved = Extract<HoverEvent, { type: 'pointer-moved' }>;
type Open = Extract<HoverState, { phase: 'open' }>;

function movedWhileClosed(state: Exclude<HoverState, Open>, moved: Moved): HoverStep {
  if (moved.target === null) return stay({ phase: 'idle', lastToken: state.lastToken });
  const isSame = state.phase === 'waiting' && state.next.target === moved.target;
  // A slow move on the same mention is rest; a fast one begins the rest anew.
  if (isSame && moved.speedPxPerMs < FAST_PX_PER_MS) return stay(state);
  const token = state.lastToken + 1;
  const effects: HoverEffect[] = [{ type: 'start-timer', token, ms: TIMINGS.restMs }];
  if (!isSame) effects.unshift({ type: 'look-up', target: moved.target });
  return { state: { phase: 'waiting', lastToken: token, next: { target: moved.target, token } }, effects };
}

function movedWhileOpen(state: Open, moved: Moved): HoverStep {
  if (moved.isOnCard || moved.target === state.target) return stay({ ...state, closing: null, next: null });
  if (moved.target !== null && !moved.isOnTheWay)
    return movedToOther(state, moved.target, moved.speedPxPerMs);
  // A card opened by tap or key stays until it is dismissed.
  if (state.by !== 'pointer') return stay({ ...state, next: null });
  if (state.closing !== null) return stay({ ...state, next: null });
  const token = state.lastToken + 1;
  const ms = moved.isOnTheWay ? TIMINGS.reachMs : TIMINGS.closeMs;
  return {
    state: { ...state, lastToken: token, closing: token, next: null },
    effects: [{ type: 'start-timer', token, ms }],
  };
}

function movedToOther(state: Open, target: Target, speedPxPerMs: number): HoverStep {
  const isSame = state.next?.target === target;
  if (isSame && speedPxPerMs < FAST_PX_PER_MS) return stay(state);
  const token = state.lastToken + 1;
  const effects: HoverEffect[] = [{ type: 'start-timer', token, ms: TIMINGS.handOverMs }];
  if (!isSame) effects.unshift({ type: 'look-up', target });
  // Resting on the other mention decides; the card that is open does not close before.
  return { state: { ...state, lastToken: token, closing: null, next: { target, token } }, effects };
}

function timePassed(state: HoverState, token: Token): HoverStep {
  if (state.phase === 'waiting' && state.next.token === token)
    return opened(state, state.next.target, 'pointer');
  if (state.phase !== 'open') return stay(state);
  if (state.next?.token === token) return opened(state, state.next.target, 'pointer');
  return state.closing === token ? closed(state) : stay(state);
}

function opened(state: HoverState, target: Target, by: OpenedBy): HoverStep {
  const effects: HoverEffect[] = [{ type: 'open', target, by }];
  // Whoever points has been looking it up since she came.
  if (by !== 'pointer') effects.unshift({ type: 'look-up', target });
  return {
    state: { phase: 'open', lastToken: state.lastToken, target, by, closing: null, next: null },
    effects,
  };
}

function closed(state: HoverState): HoverStep {
  const effects: HoverEffect[] = state.phase === 'open' ? [{ type: 'close', by: state.by }] : [];
  return { state: { phase: 'idle', lastToken: state.lastToken }, effects };
}
