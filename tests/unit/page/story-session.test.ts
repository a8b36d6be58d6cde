/** When a story is asked for again. What is painted and where, the browsers' tests see. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { annotate, startStory } from '../../../lib/matching/annotate';
import type { AskMentions } from '../../../lib/page/ask-in-parts';
import { StorySession } from '../../../lib/page/story-session';
import { TEST_INDEX } from '../matching/test-glossary';
import { PROSE, pageOf } from './page-of';

/** What jsdom has no word of. */
beforeEach(() => {
  vi.stubGlobal('Highlight', class {});
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('StaticRange', class {});
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      unobserve() {}
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

/** How a question is answered: `begun` tells of the first mention alone. */
type How = 'told' | 'begun' | 'forgotten' | 'failed';
type Answer = Awaited<ReturnType<AskMentions>>;

/** A session of a page about Kabul, with the questions it asks, each to be answered by the test or never. */
function readKabul() {
  const document = pageOf(`<article><h1>Kabul</h1>${PROSE.repeat(3)}</article>`);
  // A page's window has them all.
  const window = document.defaultView as unknown as Window & typeof globalThis;
  for (const name of ['AbortController', 'Element', 'MutationObserver', 'Node', 'ShadowRoot'] as const)
    vi.stubGlobal(name, window[name]);
  Object.assign(window.Element.prototype, { checkVisibility: () => true });
  Object.defineProperty(document, 'visibilityState', { value: 'visible' });
  const answers: ((how?: How) => void)[] = [];
  const asked: Parameters<AskMentions>[0][] = [];
  const ask: AskMentions = (request) => {
    asked.push(request);
    const { blocks, lang, date } = request;
    const { mentions, revised } = annotate(TEST_INDEX, blocks, startStory({ lang, date }));
    const names = [
      { id: 'kabul', name: 'Kabul', kind: 'place', familiarity: 'regular', summary: 'S' } as const,
    ];
    const told = { mentions, revised, seen: [], names, isWhole: true };
    return new Promise<Answer>((resolve, reject) => {
      answers.push((how = 'told') => {
        if (how === 'failed') reject(new Error('the background is gone'));
        else if (how === 'forgotten') resolve(null);
        else if (how === 'told') resolve({ ...told, story: 'token' });
        else resolve({ ...told, mentions: mentions.slice(0, 1), story: 'token', isWhole: false });
      });
    });
  };
  const session = new StorySession(window, 'news.example', ask, vi.fn(), vi.fn());
  session.start(() => null);
  return { session, answers, asked };
}

const areAsked = (answers: readonly unknown[], count: number) =>
  vi.waitFor(() => expect(answers).toHaveLength(count));

const isRead = (session: StorySession) =>
  vi.waitFor(() =>
    expect([session.state, session.names.map(({ name }) => name)]).toEqual(['read', ['Kabul']]),
  );

it.each<[string, (session: StorySession) => void]>([
  ['whose answer was lost while its page was left, when it comes back', (session) => session.comeBack()],
  [
    'that was switched off while it was asked for, at once when it is switched on',
    (session) => {
      session.stop();
      session.start(() => null);
    },
  ],
])('a story is asked for again %s', async (_, interrupt) => {
  const { session, answers } = readKabul();
  await areAsked(answers, 1);
  interrupt(session);
  await areAsked(answers, 2);
  answers[1]?.();
  await isRead(session);
});

it('an answer that comes after all, too late, changes nothing', async () => {
  const { session, answers } = readKabul();
  await areAsked(answers, 1);
  session.comeBack();
  await areAsked(answers, 2);
  answers[1]?.();
  await isRead(session);
  answers[0]?.();
  await new Promise((resolve) => setTimeout(resolve));
  await isRead(session);
  expect(answers).toHaveLength(2);
});

it('what is asked for while an answer is on its way is asked once more, after it', async () => {
  const { session, answers } = readKabul();
  await areAsked(answers, 1);
  session.readAnew();
  session.readAnew();
  expect(answers).toHaveLength(1);
  answers[0]?.();
  await areAsked(answers, 2);
  answers[1]?.();
  await isRead(session);
  expect(answers).toHaveLength(2);
});

it.each<[string, How]>([
  ['that the background has forgotten', 'forgotten'],
  ['of which only a part was told', 'failed'],
])('a story %s is read from its beginning', async (_, how) => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { session, answers, asked } = readKabul();
  await areAsked(answers, 1);
  answers[0]?.('begun');
  await areAsked(answers, 2);
  expect(asked[1]).toMatchObject({ blocks: [], story: 'token' });
  // What was told is shown before all is.
  expect(session.names.map(({ count }) => count)).toEqual([1]);
  answers[1]?.(how);
  if (how === 'failed') {
    await vi.waitFor(() => expect(session.state).toBe('failed'));
    void session.readAgain();
  }
  await areAsked(answers, 3);
  expect(asked[2]).toEqual(asked[0]);
  answers[2]?.();
  await isRead(session);
});
