/** Whose words a card says: the shared glossary's title and host, at its foot and in what is copied. */
import { JSDOM } from 'jsdom';
import { render } from 'preact';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

vi.mock('webextension-polyfill', () => import('../../gallery/browser-stub'));

import { Card } from '../../../components/card/card';
import { cardInWords } from '../../../components/words/card-text';
import { type CardView, cardView } from '../../../lib/glossary/card-view';
import { buildGlossary } from '../../../lib/glossary/glossary';
import { everyone, movement } from '../glossary/invented';

const { document } = new JSDOM('<!doctype html><main></main>').window;
beforeAll(() => vi.stubGlobal('document', document));
afterAll(() => vi.unstubAllGlobals());

const viewFrom = (from: CardView['from']) =>
  cardView(movement, '2021-11-29', buildGlossary(everyone), '2026-11-23', from);

function footOf(view: CardView): string {
  const place = document.createElement('div');
  document.querySelector('main')?.replaceChildren(place);
  render(
    <Card view={view} map={null} sense="sure" why={null} storyDateOrigin={null} onClose={() => undefined} />,
    place,
  );
  return place.querySelector('.foot')?.textContent ?? '';
}

const DESK = { title: 'Names of the desk', host: 'desk.example:8443', isEdited: false };

describe('the card of a shared glossary’s entry', () => {
  it.each<[string, CardView['from'], string]>([
    ['as it came', DESK, 'From Names of the desk (desk.example:8443)'],
    [
      'with changes of the user’s',
      { ...DESK, isEdited: true },
      'From Names of the desk (desk.example:8443), changed by you',
    ],
  ])('says so, %s', (_, from, words) => {
    const view = viewFrom(from);
    expect(footOf(view)).toContain(words);
    expect(cardInWords(view).split('\n').at(-1)).toBe(words);
  });

  it('is the only one that does', () => {
    const view = viewFrom(null);
    expect(footOf(view)).not.toContain('From ');
    expect(cardInWords(view)).not.toContain('From ');
  });
});
