import { describe, expect, it } from 'vitest';
import {
  type HoverEffect,
  type HoverEvent,
  type HoverState,
  IDLE,
  stepHover,
} from '../../../lib/hover/machine';
import { TIMINGS } from '../../../lib/hover/timings';

/** Plays a reader's hand: steps the machine on a clock of its own and notes what it opens and closes. */
class Hand {
  state: HoverState = IDLE;
  log: string[] = [];
  #nowMs = 0;
  #timers: { token: number; dueMs: number }[] = [];

  send(event: HoverEvent): this {
    const step = stepHover(this.state, event);
    this.state = step.state;
    for (const effect of step.effects) this.#run(effect);
    return this;
  }

  /** A slow move onto a mention, the card, or neither. */
  on(target: string | null, more: Partial<Extract<HoverEvent, { type: 'pointer-moved' }>> = {}): this {
    return this.send({
      type: 'pointer-moved',
      target,
      isOnCard: false,
      isOnTheWay: false,
      speedPxPerMs: 0.1,
      ...more,
    });
  }

  onCard(): this {
    return this.on(null, { isOnCard: true });
  }

  wait(ms: number): this {
    const endMs = this.#nowMs + ms;
    for (;;) {
      const due = this.#timers.filter((timer) => timer.dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs)[0];
      if (!due) break;
      this.#timers = this.#timers.filter((timer) => timer !== due);
      this.#nowMs = due.dueMs;
      this.send({ type: 'time-passed', token: due.token });
    }
    this.#nowMs = endMs;
    return this;
  }

  #run(effect: HoverEffect): void {
    if (effect.type === 'start-timer') {
      this.#timers.push({ token: effect.token, dueMs: this.#nowMs + effect.ms });
    } else if (effect.type === 'close') this.log.push('close');
    else this.log.push(`${effect.type} ${effect.target}`);
  }
}

const hand = () => new Hand();
/** A hand with the card of A open under a resting pointer, its log begun anew. */
function withCardOfA(): Hand {
  const reader = hand().on('A').wait(TIMINGS.restMs);
  reader.log = [];
  return reader;
}

describe('opening', () => {
  it('looks up when the pointer comes and opens when it has rested', () => {
    const reader = hand().on('A');
    expect(reader.log).toEqual(['look-up A']);
    expect(reader.wait(TIMINGS.restMs - 1).log).toEqual(['look-up A']);
    expect(reader.wait(1).log).toEqual(['look-up A', 'open A']);
  });

  it('does not open when the pointer only passes over', () => {
    expect(
      hand()
        .on('A')
        .wait(TIMINGS.restMs - 1)
        .on(null)
        .wait(1_000).log,
    ).toEqual(['look-up A']);
  });

  it('waits for the pointer to slow down on the mention', () => {
    const reader = hand().on('A').wait(200).on('A', { speedPxPerMs: 2 }).wait(200);
    expect(reader.log).toEqual(['look-up A']);
    expect(reader.wait(80).log).toEqual(['look-up A', 'open A']);
  });

  it('opens under a hand that trembles', () => {
    const reader = hand().on('A').wait(100).on('A').wait(100).on('A').wait(80);
    expect(reader.log).toEqual(['look-up A', 'open A']);
  });

  it('opens the mention that it came to last', () => {
    expect(hand().on('A').wait(200).on('B').wait(TIMINGS.restMs).log).toEqual([
      'look-up A',
      'look-up B',
      'open B',
    ]);
  });

  it('opens at once by tap and by key', () => {
    expect(hand().send({ type: 'tapped', target: 'A', isOnCard: false }).log).toEqual([
      'look-up A',
      'open A',
    ]);
    expect(hand().send({ type: 'key-asked', target: 'A' }).log).toEqual(['look-up A', 'open A']);
  });

  it.each<HoverEvent>([
    { type: 'interrupted' },
    { type: 'dismissed' },
    { type: 'tapped', target: null, isOnCard: false },
  ])('is called off by $type', (event) => {
    expect(hand().on('A').wait(100).send(event).wait(1_000).log).toEqual(['look-up A']);
  });
});

describe('closing', () => {
  it('closes some time after the pointer left', () => {
    const reader = withCardOfA()
      .on(null)
      .wait(TIMINGS.closeMs - 1);
    expect(reader.log).toEqual([]);
    expect(reader.wait(1).log).toEqual(['close']);
  });

  it('stays when the pointer comes back to the mention or to the card in time', () => {
    expect(withCardOfA().on(null).wait(200).on('A').wait(2_000).log).toEqual([]);
    expect(withCardOfA().on(null).wait(200).onCard().wait(2_000).log).toEqual([]);
  });

  it('gives a pointer on its way to the card more time, also over other mentions', () => {
    const reader = withCardOfA().on(null, { isOnTheWay: true }).wait(TIMINGS.closeMs);
    expect(reader.on('B', { isOnTheWay: true }).wait(TIMINGS.reachMs - TIMINGS.closeMs - 1).log).toEqual([]);
    expect(reader.onCard().wait(2_000).log).toEqual([]);
  });

  it('closes under a pointer that does not arrive', () => {
    expect(withCardOfA().on(null, { isOnTheWay: true }).wait(TIMINGS.reachMs).log).toEqual(['close']);
  });

  it.each<HoverEvent>([
    { type: 'interrupted' },
    { type: 'dismissed' },
    { type: 'tapped', target: null, isOnCard: false },
  ])('closes at once by $type, the pointer still on the mention', (event) => {
    expect(withCardOfA().send(event).wait(2_000).log).toEqual(['close']);
  });

  it('does not close by a tap on the card', () => {
    expect(withCardOfA().send({ type: 'tapped', target: null, isOnCard: true }).wait(2_000).log).toEqual([]);
  });

  it('keeps a tapped card when a pointer moves about', () => {
    const reader = hand().send({ type: 'tapped', target: 'A', isOnCard: false });
    expect(reader.on(null).wait(2_000).log).toEqual(['look-up A', 'open A']);
  });

  it('does not open again under a pointer that has not moved', () => {
    expect(withCardOfA().send({ type: 'dismissed' }).wait(5_000).log).toEqual(['close']);
  });
});

describe('handing over', () => {
  it('goes from one mention to the next without closing between', () => {
    expect(withCardOfA().on('B').wait(TIMINGS.handOverMs).log).toEqual(['look-up B', 'open B']);
  });

  it('closes when the pointer passed over another mention and went on', () => {
    const reader = withCardOfA().on('B').wait(50).on(null).wait(TIMINGS.closeMs);
    expect(reader.log).toEqual(['look-up B', 'close']);
  });

  it('stays with the first when the pointer comes back', () => {
    expect(withCardOfA().on('B').wait(50).on('A').wait(2_000).log).toEqual(['look-up B']);
  });
});
