import type { Point, Rect } from '../../../lib/hover/geometry';
import {
  awaits,
  type HoverEffect,
  type HoverEvent,
  type HoverState,
  IDLE,
  needsTarget,
  restingOn,
  stepHover,
  withRest,
} from '../../../lib/hover/machine';
import { NO_TRACK, type PointerTrack, paceOf, readMove, withSample } from '../../../lib/hover/pointer-track';

/** What lies on a page: each mention's lines, and where its card opens. */
export interface Scene {
  readonly mentions: Readonly<Record<string, readonly Rect[]>>;
  readonly cards: Readonly<Record<string, Rect>>;
}

/** From one sample of the pointer to the next, ms: a screen's frame. */
const FRAME_MS = 16;
/** How far a trembling hand strays, px. */
const TREMBLE_PX = 2;

const holds = (rect: Rect, { x, y }: Point) =>
  x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;

/**
 * A hand over a scene, on a clock of its own. It follows a trace of steps, parted by commas:
 *
 * ```
 * at A                 the pointer is in the middle of mention A, and had been still
 * to A at 0.3          moves there in a straight line, px/ms; a place is a mention (its first line),
 * to A.2 at 1            a line of it, `A.left`, `A.right`, `card` (the open one), or a point `120/40`,
 * to A.left+8/0 at 1     and may be shifted
 * rest 300             keeps still, ms
 * tremble 300          strays to and fro, ms
 * out                  leaves the window
 * press A, release     the button, on what is under the pointer
 * drag to A at 1       moves with the button down
 * type, scroll, Esc, tap A, key A, pin, unpin
 * lose A               the page takes the text of A away, and
 * read A as B          is read anew, with A's text as mention B, or as it was: `read`
 * ```
 *
 * Mentions whose names begin alike (A, A2) name the same. The log holds what the machine asked for, in order: `look A`, `open A`, `close`, `pin`, `unpin`.
 */
export class Hand {
  readonly log: string[] = [];
  /** How often it had to be found out what is under the pointer. */
  hitTests = 0;
  #scene: Scene;
  #state: HoverState = IDLE;
  #track: PointerTrack = NO_TRACK;
  #nowMs = 1_000;
  #at: Point = { x: 0, y: 0 };
  #movedMs = 0;
  /** What the page calls the scene's mentions now; null for one that is lost. */
  #called = new Map<string, string | null>();
  #timers: { token: number; dueMs: number }[] = [];
  /** The mention whose card is shown. */
  #shown: string | null = null;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** Has the reader want cards after another rest, ms. */
  setRest(restMs: number): this {
    this.#state = withRest(this.#state, restMs);
    return this;
  }

  follow(trace: string): this {
    for (const step of trace.split(',')) this.#step(step.trim());
    return this;
  }

  #step(step: string): void {
    const [word = '', ...rest] = step.split(' ');
    const place = rest[0] ?? '';
    switch (word) {
      case 'at':
        this.#at = this.#place(place);
        return;
      case 'to':
        this.#moveTo(this.#place(place), Number(rest[2]), true);
        return;
      case 'drag':
        this.#moveTo(this.#place(rest[1] ?? ''), Number(rest[3]), false);
        return;
      case 'rest':
        this.#wait(Number(place));
        return;
      case 'tremble':
        this.#tremble(Number(place));
        return;
      case 'out':
        this.#send({
          type: 'pointer-moved',
          target: null,
          isOnCard: false,
          isOnTheWay: false,
          pace: 'passing',
        });
        return;
      case 'press':
      case 'release':
        this.#send({ type: 'interrupted', on: this.#mentionAt(this.#at) });
        return;
      case 'scroll':
        this.#send({ type: 'interrupted', on: null });
        return;
      case 'type':
        this.#send({ type: 'typed' });
        return;
      case 'Esc':
        this.#send({ type: 'dismissed' });
        return;
      case 'tap':
        this.#send({ type: 'tapped', target: place || null, isOnCard: false });
        return;
      case 'key':
        this.#send({ type: 'key-asked', target: place });
        return;
      case 'lose':
        this.#called.set(place, null);
        return;
      case 'read':
        this.#read(place, rest[2]);
        return;
      case 'pin':
        this.#send({ type: 'pinned' });
        return;
      case 'unpin':
        this.#send({ type: 'unpinned' });
        return;
      default:
        throw new Error(`No hand can “${step}”`);
    }
  }

  #card(): Rect | null {
    return this.#shown === null ? null : (this.#scene.cards[this.#shown] ?? null);
  }

  #place(text: string): Point {
    const [, name = '', line, side, dx, dy] =
      /^([A-Za-z]+|-?\d+\/-?\d+)(?:\.(\d))?(?:\.(left|right))?(?:([+-]\d+)\/([+-]?\d+))?$/.exec(text) ?? [];
    const rect = name === 'card' ? this.#card() : this.#scene.mentions[name]?.[Number(line ?? 1) - 1];
    const [x, y] = name.split('/').map(Number);
    if (!rect && y === undefined) throw new Error(`There is no place “${text}”`);
    const middle = rect && { x: (rect.left + rect.right) / 2, y: (rect.top + rect.bottom) / 2 };
    const at = middle ?? { x: x ?? 0, y: y ?? 0 };
    const edge = side && rect ? rect[side as 'left' | 'right'] : at.x;
    return { x: edge + Number(dx ?? 0), y: at.y + Number(dy ?? 0) };
  }

  #mentionAt(point: Point): string | null {
    const found = Object.entries(this.#scene.mentions).find(([, lines]) =>
      lines.some((line) => holds(line, point)),
    );
    if (!found) return null;
    const called = this.#called.get(found[0]);
    return called === undefined ? found[0] : called;
  }

  /** As the page does once it was read anew. */
  #read(place: string, called: string | undefined): void {
    if (called) this.#called.set(place, called);
    const open = this.#state.phase === 'open' ? this.#state.target : null;
    const card = this.#card();
    const target = card && holds(card, this.#at) ? null : this.#mentionAt(this.#at);
    this.#send({
      type: 'page-read',
      target,
      isOpenGone: open !== null && [...this.#called].some(([was, is]) => was === open && is !== open),
      isOpenName: open !== null && target?.[0] === open[0],
      restedMs: this.#nowMs - this.#movedMs,
    });
  }

  #moveTo(to: Point, pxPerMs: number, isFree: boolean): void {
    const from = this.#at;
    const frames = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / pxPerMs / FRAME_MS));
    for (let frame = 1; frame <= frames; frame++) {
      const share = frame / frames;
      this.#moveOn({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }, isFree);
    }
  }

  #tremble(ms: number): void {
    const { x, y } = this.#at;
    const untilMs = this.#nowMs + ms;
    for (let way = 1; this.#nowMs + FRAME_MS <= untilMs; way = -way)
      this.#moveOn({ x: x + way * TREMBLE_PX, y }, true);
    this.#wait(untilMs - this.#nowMs);
  }

  #moveOn(to: Point, isFree: boolean): void {
    this.#wait(FRAME_MS);
    this.#at = to;
    this.#movedMs = this.#nowMs;
    if (!isFree) {
      this.#send({ type: 'interrupted', on: null });
      return;
    }
    const card = this.#card();
    const isOnCard = card !== null && holds(card, to);
    this.#track = withSample(this.#track, { ...to, timeMs: this.#nowMs });
    if (!needsTarget(this.#state, paceOf(this.#track))) {
      this.#send({ type: 'pointer-passed' });
      return;
    }
    this.hitTests += 1;
    const { track, event } = readMove(this.#track, {
      target: isOnCard ? null : this.#mentionAt(to),
      isOnCard,
      card,
      openTarget: this.#state.phase === 'open' ? this.#state.target : null,
    });
    this.#track = track;
    this.#send(event);
  }

  #send(event: HoverEvent): void {
    const step = stepHover(this.#state, event);
    this.#state = step.state;
    for (const effect of step.effects) this.#run(effect);
  }

  #wait(ms: number): void {
    const endMs = this.#nowMs + ms;
    for (;;) {
      const due = this.#timers.filter((timer) => timer.dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs)[0];
      if (!due) break;
      this.#timers = this.#timers.filter((timer) => timer !== due);
      this.#nowMs = due.dueMs;
      const resting = restingOn(this.#state, due.token);
      // What the page makes sure of.
      if (resting !== null && resting !== this.#mentionAt(this.#at)) this.#step('out');
      else if (awaits(this.#state, due.token)) this.#send({ type: 'time-passed', token: due.token });
    }
    this.#nowMs = endMs;
  }

  #run(effect: HoverEffect): void {
    switch (effect.type) {
      case 'start-timer':
        this.#timers.push({ token: effect.token, dueMs: this.#nowMs + effect.ms });
        return;
      case 'find-target':
        this.hitTests += 1;
        this.#send({ type: 'pointer-stopped', target: this.#mentionAt(this.#at) });
        return;
      case 'look-up':
        this.log.push(`look ${effect.target}`);
        return;
      case 'open':
        this.#shown = effect.target;
        this.log.push(`open ${effect.target}`);
        return;
      default:
        this.#shown = null;
        this.log.push(effect.type);
    }
  }
}
