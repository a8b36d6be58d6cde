import { describe, expect, it, vi } from 'vitest';
import { CardOnDemand, type MakeCard } from '../../../components/story/card-on-demand';
import type { CardOptions, StoryCard } from '../../../components/story/story-card';

/** A card whose script comes, or fails to, when the test says so; with what was done to it. */
function orderCard() {
  const done: string[] = [];
  const card = {
    element: null,
    isShown: true,
    setTheme: (theme: string) => done.push(`theme ${theme}`),
    open: (target: string) => done.push(`open ${target}`),
    lookUp: (target: string) => done.push(`look up ${target}`),
    announce: (words: string) => done.push(`say ${words}`),
    close: () => done.push('close'),
  };
  const scripts: { come: () => void; fail: () => void }[] = [];
  const bring = vi.fn(
    () =>
      new Promise<MakeCard>((resolve, reject) => {
        scripts.push({
          // Of the card, what a test asks for.
          come: () => resolve(() => card as unknown as StoryCard),
          fail: () => reject(new Error('nobody answers')),
        });
      }),
  );
  const onDemand = new CardOnDemand({} as CardOptions, bring);
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return { onDemand, scripts, bring, done, settle };
}

describe('a card whose script is on its way', () => {
  it('opens once it has come, in the colours that were chosen meanwhile', async () => {
    const { onDemand, scripts, bring, done, settle } = orderCard();
    onDemand.bring();
    onDemand.lookUp('1:0');
    onDemand.open('1:0', 'pointer', null);
    onDemand.bring();
    onDemand.setTheme('dark');
    expect([onDemand.isShown, onDemand.rect, onDemand.followMention()]).toEqual([false, null, true]);
    scripts[0]?.come();
    await settle();
    expect(done).toEqual(['theme dark', 'open 1:0']);
    expect(bring).toHaveBeenCalledOnce();
    onDemand.lookUp('2:0');
    expect(done.at(-1)).toBe('look up 2:0');
  });

  it('does not open where it was closed meanwhile', async () => {
    const { onDemand, scripts, done, settle } = orderCard();
    onDemand.open('1:0', 'pointer', null);
    onDemand.close();
    scripts[0]?.come();
    await settle();
    expect(done).toEqual(['theme system']);
  });

  it('is asked for again where it did not come', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { onDemand, scripts, bring, done, settle } = orderCard();
    onDemand.open('1:0', 'key', null);
    scripts[0]?.fail();
    await settle();
    expect(done).toEqual([]);
    onDemand.announce('ISIS-K', null);
    scripts[1]?.come();
    await settle();
    expect(bring).toHaveBeenCalledTimes(2);
    expect(done).toEqual(['theme system', 'say ISIS-K']);
  });
});
