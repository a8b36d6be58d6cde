/** What an entry says is shown as text, whatever it says; and leads only to addresses of the web. */
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { type ComponentChild, render } from 'preact';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

vi.mock('webextension-polyfill', () => import('../../gallery/browser-stub'));

import { Card } from '../../../components/card/card';
import { cardView } from '../../../lib/glossary/card-view';
import { buildGlossary } from '../../../lib/glossary/glossary';
import { candidatesIn } from '../exchange/round-trip';
import { entry } from '../glossary/invented';
import { ADDRESSES, PAYLOADS, PLANTED, saying } from './payloads';

const seed = Number(process.env.NEWSGLOSS_SEED ?? 20_261_130);
const runs = process.env.NEWSGLOSS_SOAK === undefined ? 40 : 5_000;

const dom = new JSDOM('<!doctype html><main></main>', { runScripts: 'dangerously' });
const { document } = dom.window;
beforeAll(() => vi.stubGlobal('document', document));
afterAll(() => vi.unstubAllGlobals());

function show(markup: ComponentChild): HTMLElement {
  const place = document.createElement('div');
  document.querySelector('main')?.replaceChildren(place);
  render(markup, place);
  return place;
}

function cardSaying(text: string): HTMLElement {
  const shown = entry({ id: 'shown', ...saying(text) });
  const glossary = buildGlossary([shown, entry({ id: 'other', ...saying(text) })]);
  return show(
    <Card
      view={cardView(shown, '2021-11-29', glossary, '2026-11-23', {
        ...{ title: text, host: 'desk.example', isEdited: false },
      })}
      map={null}
      sense="possible"
      why={{ alias: text, rule: 'definition', evidence: [text, `${text} too`] }}
      storyDateOrigin={null}
      onClose={() => undefined}
      onOpenEntry={() => undefined}
      backTo={text}
      onBack={() => undefined}
      startsUnfolded
    />,
  );
}

/** Elements and their attributes' names, in order: what a card is made of, whatever it says. */
const shapeOf = (place: Element) =>
  [...place.querySelectorAll('*')]
    .map((element) => `${element.localName} ${element.getAttributeNames().sort().join(' ')}`)
    .join('\n');

let plain = '';
beforeAll(() => {
  plain = shapeOf(cardSaying('Zorvik'));
});

describe('five hundred texts that would be markup or script', () => {
  it('are five hundred, and are shown as they are: 0 elements more than of a plain text', {
    timeout: 180_000,
  }, () => {
    expect(PAYLOADS.length).toBe(500);
    const elements = plain.split('\n').length;
    expect(elements).toBeGreaterThan(60);
    let made = 0;
    for (const text of PAYLOADS) {
      const place = cardSaying(text);
      expect(shapeOf(place)).toEqual(plain);
      expect(place.querySelector('h2')?.textContent).toBe(text.trim());
      made += place.querySelectorAll('*').length - elements;
    }
    expect(Reflect.get(dom.window, PLANTED)).toBeUndefined();
    console.log(`${PAYLOADS.length} payloads in every text of a card: ${made} elements made, 0 scripts run`);
  });

  it('nor do mixtures of them', { timeout: 60_000 + 500 * runs }, () => {
    const mixed = fc
      .array(fc.constantFrom(...PAYLOADS), { minLength: 1, maxLength: 3 })
      .map((texts) => texts.join('').slice(0, 70))
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(mixed, (text) => {
        expect(shapeOf(cardSaying(text))).toEqual(plain);
      }),
      { seed, numRuns: runs },
    );
    expect(Reflect.get(dom.window, PLANTED)).toBeUndefined();
  });

  it('come in with a table as what they are, or are refused with a reason', () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const rows = candidatesIn(
      `name,kind,summary\n${PAYLOADS.map((text) => `${quoted(text)},term,${quoted(text)}`).join('\n')}\n`,
    );
    expect(rows).toHaveLength(PAYLOADS.length);
    for (const [i, { given, faults }] of rows.entries())
      if (faults.length === 0) expect(given.name).toBe(PAYLOADS[i]?.trim());
  });
});

describe('addresses', () => {
  it('lead to the web alone, in a tab that knows nothing of this one', () => {
    const links = [...cardSaying('Zorvik').querySelectorAll('a')];
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) {
      expect(new URL(link.href).protocol).toMatch(/^https?:$/);
      expect(link.rel.split(' ').sort()).toEqual(['noopener', 'noreferrer']);
      expect(link.target).toBe('_blank');
    }
  });

  it.each(ADDRESSES)('%j is refused where it comes in', (address) => {
    const json = JSON.stringify({
      ...{ format: 'newsgloss-glossary', version: 1 },
      entries: [
        {
          ...{ id: 'a', kind: 'term', name: 'A' },
          sources: [{ ref: 's', title: 'S', publisher: 'S', url: address }],
        },
      ],
    });
    const codes = (source: string) => candidatesIn(source)[0]?.faults.map(({ code }) => code) ?? [];
    expect(codes(json)).toContain('address');
    // Empty, there is none; a delimiter in it makes cells too many, which are refused as such.
    if (/^[^\s",]+$/.test(address))
      expect(codes(`name,kind,source\nA,term,${address}\n`)).toContain('address');
  });
});
