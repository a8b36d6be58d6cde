import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awaits, IDLE, stepHover, targetsOf } from '../../../lib/hover/machine';
import { TIMINGS } from '../../../lib/hover/timings';
import { Hand, type Scene } from './hand';

const rect = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/**
 * Lines of 20 px. A and B are neighbours on one line with a gap of 20 px, C stands under A, W is
 * wrapped over two lines, E touches the window's left edge.
 */
const scene: Scene = {
  mentions: {
    A: [rect(300, 300, 120, 20)],
    B: [rect(440, 300, 120, 20)],
    C: [rect(300, 330, 120, 20)],
    W: [rect(700, 300, 100, 20), rect(100, 330, 80, 20)],
    E: [rect(0, 500, 100, 20)],
  },
  cards: {
    A: rect(300, 360, 384, 300),
    B: rect(440, 328, 384, 300),
    C: rect(300, 10, 384, 300),
    W: rect(700, 358, 384, 300),
    E: rect(8, 528, 384, 200),
  },
};

const logOf = (trace: string, over = scene) => new Hand(over).follow(trace).log;
const OPEN_A = ['look A', 'open A'];

describe('opening: where the pointer', () => {
  it.each<[string, string, string[]]>([
    ['comes and rests', 'at 100/200, to A at 1, rest 300', OPEN_A],
    ['comes and rests a little less than it takes', 'at 100/200, to A at 1, rest 275', ['look A']],
    ['comes in one step', 'at 100/200, to A at 50, rest 300', OPEN_A],
    ['passes over fast', 'at 100/310, to 900/310 at 1.5, rest 999', []],
    ['passes over at twice a reader’s pace', 'at 100/310, to 430/310 at 0.6, rest 999', []],
    ['follows the line as a reader does', 'at 200/310, to 430/310 at 0.2, rest 999', ['look A']],
    ['creeps along the name', 'at 280/310, to 430/310 at 0.1, rest 1', OPEN_A],
    ['slows down on it and leaves', 'at 100/310, to A at 1, rest 200, to 360/200 at 1, rest 999', ['look A']],
    ['passes over two and rests on the third', 'at 100/310, to W at 1.5, rest 300', ['look W', 'open W']],
    ['crosses it steeply', 'at 360/0, to 360/700 at 0.8, rest 999', []],
    ['trembles on it', 'at 100/200, to A at 1, tremble 400', OPEN_A],
    [
      'starts again before it opens',
      'at 100/200, to A at 1, rest 200, to A.right-4/0 at 0.6, rest 200',
      ['look A'],
    ],
    [
      'starts again and then rests',
      'at 100/200, to A at 1, rest 200, to A.right-4/0 at 0.6, rest 300',
      OPEN_A,
    ],
    [
      'goes on to the neighbour',
      'at 100/200, to A at 1, rest 200, to B at 0.4, rest 300',
      ['look A', 'look B', 'open B'],
    ],
    [
      'enters by the window’s edge and leaves by it',
      'at 0/510, to E at 0.6, rest 100, to 0/510 at 1, out, rest 999',
      ['look E'],
    ],
    ['rests at the window’s edge', 'at 300/510, to 1/510 at 1, rest 300', ['look E', 'open E']],
  ])('%s', (_, trace, log) => {
    expect(logOf(trace)).toEqual(log);
  });

  it.each<[string, string]>([
    ['a press', 'press'],
    ['a scroll', 'scroll'],
    ['Esc', 'Esc'],
    ['typing', 'type'],
    ['a tap elsewhere', 'tap'],
    ['leaving the window', 'out'],
  ])('is called off by %s', (_, step) => {
    expect(logOf(`at 100/200, to A at 1, rest 200, ${step}, rest 999`)).toEqual(['look A']);
  });

  it('is at once by tap and by key', () => {
    expect(logOf('tap A')).toEqual(OPEN_A);
    expect(logOf('key A')).toEqual(OPEN_A);
  });
});

describe('a reader who wants cards after another rest', () => {
  it.each([
    [1_000, 'at A, tremble 900', ['look A']],
    [1_000, 'at A, tremble 1050', OPEN_A],
    [100, 'at A, tremble 150', OPEN_A],
    [100, 'at 100/200, to A at 1.5, rest 110', OPEN_A],
  ])('of %d ms: %s', (restMs, trace, log) => {
    expect(new Hand(scene).setRest(restMs).follow(trace).log).toEqual(log);
  });

  it('changes it while a card is open, which stays', () => {
    const hand = new Hand(scene).follow('at A, tremble 400').setRest(2_000).follow('tremble 500');
    expect(hand.log).toEqual(OPEN_A);
  });
});

it('a fast pointer is not asked about before it stops', () => {
  expect(new Hand(scene).follow('at 100/310, to 900/310 at 1.5').hitTests).toBe(0);
  expect(new Hand(scene).follow('at 100/310, to 900/310 at 1.5, rest 999').hitTests).toBe(1);
});

describe('the hand does something else: the pointer', () => {
  it.each<[string, string, string[]]>([
    ['drags over a name', 'at 100/200, press, drag to A at 1, rest 999', []],
    [
      'has selected up to a name, and trembles',
      'at 100/310, press, drag to A at 1, release, tremble 999',
      [],
    ],
    ['has clicked a name, and trembles', 'at 100/200, to A at 1, press, release, tremble 999', []],
    [
      'has clicked a name, left, and comes back',
      'at 100/200, to A at 1, press, release, to 360/200 at 1, to A at 1, rest 300',
      OPEN_A,
    ],
    [
      'lies on a name while a field is typed in, and trembles',
      'at 100/200, type, to A at 1, tremble 600',
      [],
    ],
    ['comes back some time after typing', `type, rest ${TIMINGS.typingMs}, to A at 1, rest 300`, OPEN_A],
    ['comes to a name between keys', 'type, rest 900, type, to A at 1, tremble 450', []],
    ['has closed a card by Esc, and trembles', 'at A, tremble 400, Esc, tremble 999', [...OPEN_A, 'close']],
    [
      'has closed a card by a press, and does not move',
      'at A, tremble 400, press, rest 999',
      [...OPEN_A, 'close'],
    ],
  ])('%s', (_, trace, log) => {
    expect(logOf(trace)).toEqual(log);
  });
});

/** The card on each side of one name, 8 px off it. */
const sides: Record<string, Scene> = Object.fromEntries(
  Object.entries({
    below: rect(300, 328, 384, 300),
    above: rect(300, -8, 384, 300),
    'to the right': rect(428, 200, 384, 300),
    'to the left': rect(-92, 200, 384, 300),
  }).map(([side, card]) => [
    side,
    // N lies on the way to each.
    { mentions: { A: [rect(300, 300, 120, 20)], N: [rect(560, 300, 20, 20)] }, cards: { A: card } },
  ]),
);

describe('on the way to the card', () => {
  it.each(Object.keys(sides))('%s, the card stays, however slantwise and slowly', (side) => {
    for (const corner of [
      'card',
      'card.left+6/100',
      'card.right-6/-100',
      'card.left+6/-100',
      'card.right-6/100',
    ]) {
      for (const speed of [0.25, 0.6, 2]) {
        const trace = `at 100/310, to A at 1, rest 300, to ${corner} at ${speed}, rest 2000`;
        expect(logOf(trace, sides[side])).toEqual(OPEN_A);
      }
    }
  });

  it.each<[string, string, string[]]>([
    ['across another mention', 'at A, tremble 400, to card at 0.7, rest 999', OPEN_A],
    ['and back to the name', 'at A, tremble 400, to card at 0.7, rest 900, to A at 0.7, rest 900', OPEN_A],
    ['and to and fro', 'at A, tremble 400, to card at 0.7, to A at 0.7, to card at 0.7, rest 999', OPEN_A],
    [
      'with a short halt between',
      'at A, tremble 400, to 360/325 at 0.5, rest 370, to card at 0.7, rest 999',
      OPEN_A,
    ],
    ['with a halt that does not end', 'at A, tremble 400, to 360/325 at 0.5, rest 400', [...OPEN_A, 'close']],
    ['and past it', 'at A, tremble 400, to card at 0.7, to 900/480 at 1, rest 300', [...OPEN_A, 'close']],
    [
      'but turning away',
      'at A, tremble 400, to 360/325 at 0.5, to 290/290 at 0.5, rest 290',
      [...OPEN_A, 'close'],
    ],
    [
      'resting on a mention between, that opens',
      'at A, tremble 400, to C at 0.5, rest 300',
      [...OPEN_A, 'look C', 'open C'],
    ],
    ['out of the window', 'at A, tremble 400, out, rest 300', [...OPEN_A, 'close']],
  ])('%s', (_, trace, log) => {
    expect(logOf(trace)).toEqual(log);
  });
});

describe('closing: the card', () => {
  it.each<[string, string, string[]]>([
    [
      'closes some time after the pointer left',
      'at A, tremble 400, to 360/250 at 2, rest 300',
      [...OPEN_A, 'close'],
    ],
    ['does not close before', 'at A, tremble 400, to 360/250 at 2, rest 240', OPEN_A],
    [
      'stays when the pointer comes back in time',
      'at A, tremble 400, to 360/250 at 2, rest 200, to A at 2, rest 999',
      OPEN_A,
    ],
    [
      'stays along a wrapped name, also from line to line',
      'at W, tremble 400, to W.1.right-2/0 at 0.5, to W.2 at 2.5, rest 999',
      ['look W', 'open W'],
    ],
    [
      'closes where a pointer wanders off for good',
      'at A, tremble 400, to 100/100 at 0.3, rest 999',
      [...OPEN_A, 'close'],
    ],
    ['closes at once by a press', 'at A, tremble 400, press', [...OPEN_A, 'close']],
    ['closes at once by scrolling', 'at A, tremble 400, scroll', [...OPEN_A, 'close']],
    ['closes at once by typing', 'at A, tremble 400, type', [...OPEN_A, 'close']],
    ['closes at once by Esc', 'at A, tremble 400, Esc', [...OPEN_A, 'close']],
    ['closes by a tap elsewhere', 'tap A, tap', [...OPEN_A, 'close']],
    [
      'stays where it was opened by tap, whatever the pointer does',
      'tap A, to 100/100 at 1, rest 2000',
      OPEN_A,
    ],
    [
      'stays where it was opened by key, whatever the pointer does',
      'key A, to 100/100 at 1, rest 2000',
      OPEN_A,
    ],
  ])('%s', (_, trace, log) => {
    expect(logOf(trace)).toEqual(log);
  });
});

describe('handing over to a neighbour', () => {
  const both = [...OPEN_A, 'look B', 'open B'];
  it.each<[string, string, string[]]>([
    ['needs no closing between, and less rest', 'at A, tremble 400, to B at 0.6, rest 150', both],
    ['needs some rest', 'at A, tremble 400, to B at 0.6, rest 100', [...OPEN_A, 'look B']],
    ['does not happen in passing', 'at A, tremble 400, to 900/310 at 1.5, rest 300', [...OPEN_A, 'close']],
    [
      'goes back and forth',
      'at A, tremble 400, to B at 0.6, rest 150, to A at 0.6, rest 150',
      [...both, ...OPEN_A],
    ],
    [
      'is called off by coming back',
      'at A, tremble 400, to B at 0.4, to A at 0.4, rest 999',
      [...OPEN_A, 'look B'],
    ],
    ['happens also from a tapped card', 'tap A, at A, to B at 0.6, rest 150', both],
  ])('%s', (_, trace, log) => {
    expect(logOf(trace)).toEqual(log);
  });
});

describe('a pinned card', () => {
  const pinnedA = [...OPEN_A, 'pin'];
  it.each<[string, string, string[]]>([
    [
      'stays when the pointer leaves, and by scrolling, presses and keys',
      'at A, tremble 400, pin, to 900/100 at 1, scroll, press, type, rest 999',
      pinnedA,
    ],
    [
      'leaves the place to another',
      'at A, tremble 400, pin, to B at 0.5, rest 300',
      [...pinnedA, 'look B', 'open B'],
    ],
    ['does not open once more for its own mention', 'at A, tremble 400, pin, tremble 999', pinnedA],
    [
      'closes by Esc after the open one',
      'at A, tremble 400, pin, to B at 0.5, rest 300, Esc, Esc, Esc',
      [...pinnedA, 'look B', 'open B', 'close', 'unpin'],
    ],
    ['closes by its own button', 'at A, tremble 400, pin, unpin', [...pinnedA, 'unpin']],
    [
      'gives way to the next that is pinned',
      'at A, tremble 400, pin, to B at 0.5, rest 300, pin',
      [...pinnedA, 'look B', 'open B', 'pin'],
    ],
    [
      'may open again once it is closed',
      'at A, tremble 400, pin, unpin, tremble 400',
      [...pinnedA, 'unpin', ...OPEN_A],
    ],
    ['needs an open card', 'pin, unpin', []],
  ])('%s', (_, trace, log) => {
    expect(logOf(trace)).toEqual(log);
  });
});

describe('the page is read anew', () => {
  const moved = ['look A2', 'open A2'];
  it.each<[string, string, string[]]>([
    [
      'and has the name elsewhere: it opens after another rest',
      'at A, tremble 100, read A as A2, rest 270',
      ['look A', 'look A2'],
    ],
    ['and then opens', 'at A, tremble 100, read A as A2, rest 300', ['look A', ...moved]],
    ['and has it where it was: it opens in its time', 'at A, tremble 100, read, rest 300', OPEN_A],
    [
      'after the rest was over: it opens after another rest',
      'at A, tremble 100, lose A, rest 900, read A as A2, rest 300',
      ['look A', ...moved],
    ],
    [
      'after a pointer has come to where no name was yet',
      'at 100/200, lose A, to A at 1, rest 400, read A as A2, rest 300',
      moved,
    ],
    [
      'and again, and then has the name',
      'at A, tremble 100, lose A, rest 400, read, rest 400, read A as A2, rest 300',
      ['look A', ...moved],
    ],
    [
      'and the pointer leaves',
      'at A, tremble 100, lose A, rest 400, read A as A2, rest 100, to 360/100 at 2, rest 999',
      ['look A', 'look A2'],
    ],
    [
      'after the pointer has left',
      'at A, tremble 100, lose A, to 360/100 at 2, read A as A2, rest 999',
      ['look A'],
    ],
    ['after a scroll', 'at A, tremble 100, scroll, lose A, rest 400, read A as A2, rest 999', ['look A']],
    ['after a press', 'at A, tremble 100, press, read A as A2, rest 999', ['look A']],
    [
      'after Esc, by a trembling hand',
      'at A, tremble 400, Esc, tremble 100, read A as A2, rest 999',
      [...OPEN_A, 'close'],
    ],
    ['while the reader types', 'at 100/200, lose A, to A at 1, type, rest 100, read A as A2, rest 999', []],
    [
      'under a pointer that has been parked for long',
      `at 100/200, lose A, to A at 1, rest ${TIMINGS.parkedMs}, rest 1, read A as A2, rest 999`,
      [],
    ],
    [
      'and takes the open card’s name away',
      'at A, tremble 400, lose A, rest 100, read, rest 999',
      [...OPEN_A, 'close'],
    ],
    [
      'and has the open card’s name elsewhere: it stays',
      'at A, tremble 400, rest 9999, read A as A2, rest 999',
      [...OPEN_A, ...moved],
    ],
    [
      'and has another name there: it opens after a rest',
      'at A, tremble 400, read A as B, rest 300',
      [...OPEN_A, 'close', 'look B', 'open B'],
    ],
    [
      'and has another name under a parked pointer',
      'at A, tremble 400, rest 9999, read A as B, rest 999',
      [...OPEN_A, 'close'],
    ],
    [
      'and the pointer is on the card',
      'at A, tremble 400, to card at 0.7, rest 100, read A as A2, rest 999',
      [...OPEN_A, 'close'],
    ],
    ['and nothing has become of the open card’s name', 'at A, tremble 400, read, rest 999', OPEN_A],
    ['and a tapped card’s name is elsewhere', 'tap A, at 5/5, read A as A2, rest 999', [...OPEN_A, 'close']],
  ])('%s', (_, trace, log) => {
    expect(logOf(trace)).toEqual(log);
  });
});

describe('whatever the hand does', () => {
  const steps = fc.constantFrom(
    ...[
      'to A at 1',
      'to B at 0.3',
      'to C at 0.1',
      'to W at 2',
      'to 10/10 at 1',
      'tremble 200',
      'rest 150',
      'rest 400',
    ],
    ...[
      'press',
      'release',
      'scroll',
      'type',
      'Esc',
      'tap A',
      'tap',
      'key B',
      'pin',
      'unpin',
      'out',
      'lose A',
      'read A as A2',
      'read',
    ],
  );

  it('one card at most is open, and one pinned', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 25 }), (trace) => {
        let isOpen = false;
        let isPinned = false;
        for (const line of logOf(['at 5/5', ...trace].join(', '))) {
          if (line.startsWith('open')) isOpen = true;
          else if (line === 'close' || line === 'pin') {
            expect(isOpen).toBe(true);
            isOpen = false;
          }
          if (line === 'pin') isPinned = true;
          if (line === 'unpin') {
            expect(isPinned).toBe(true);
            isPinned = false;
          }
        }
      }),
    );
  });

  it('no card opens for the pointer that was not looked up before', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 25 }), (trace) => {
        const log = logOf(['at 5/5', ...trace].join(', '));
        for (const [index, line] of log.entries()) {
          if (line.startsWith('open')) expect(log.slice(0, index)).toContain(line.replace('open', 'look'));
        }
      }),
    );
  });

  it('a timer that was superseded does nothing', () => {
    const { state } = stepHover(IDLE, { type: 'key-asked', target: 'A' });
    expect(awaits(state, 0)).toBe(false);
    expect(stepHover(state, { type: 'time-passed', token: 0 })).toEqual({ state, effects: [] });
    expect(targetsOf(state)).toEqual(['A']);
  });
});
