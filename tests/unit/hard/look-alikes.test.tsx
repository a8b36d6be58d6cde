/** Characters that nobody sees, or that turn what stands around them: told at import, and kept to themselves in the card. */
import { JSDOM } from 'jsdom';
import { render } from 'preact';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

vi.mock('webextension-polyfill', () => import('../../gallery/browser-stub'));

import { Card } from '../../../components/card/card';
import { cardView } from '../../../lib/glossary/card-view';
import { buildGlossary } from '../../../lib/glossary/glossary';
import { message } from '../../../lib/platform/i18n';
import { candidatesIn } from '../exchange/round-trip';
import { entry } from '../glossary/invented';

/** Every character that has no width, or turns the direction of text. */
const UNSEEN: readonly number[] = [
  ...[0x00ad, 0x034f, 0x061c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180c, 0x180d, 0x180e, 0x180f],
  ...[0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e],
  ...[0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069, 0x206a, 0x206f],
  ...[0x2800, 0x3164, 0xfe00, 0xfe0e, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0xfffb],
  ...[0x1d173, 0xe0001, 0xe0041, 0xe007f, 0xe0100, 0xe01ef],
];
const hex = (codePoint: number) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

/** What is said of an imported entry: that it is refused, or what should be looked at. */
const saidOf = (file: string) =>
  candidatesIn(file).flatMap(({ faults, flags }) => [...faults, ...flags].map(({ code }) => code));

describe('a character that nobody sees, inside a Latin name', () => {
  it.each(UNSEEN.map((one) => [hex(one), String.fromCodePoint(one)] as const))('%s is told', (_, unseen) => {
    const name = `Tali${unseen}ban`;
    const escaped = JSON.stringify(name);
    const glossary = (fields: string) =>
      `{"format":"newsgloss-glossary","version":1,"entries":[{"id":"a","kind":"term",${fields}}]}`;
    const tbx = (terms: string) =>
      `<tbx><text><body><conceptEntry><langSec xml:lang="en">${terms}</langSec></conceptEntry></body></text></tbx>`;
    const term = (text: string) => `<termSec><term>${text}</term></termSec>`;
    const files = {
      table: `name,kind\n${name},term\n`,
      'alias in a table': `name,kind,aliases\nA,term,B|${name}\n`,
      'short form in a table': `name,kind,short\nA,term,${name}\n`,
      glossary: glossary(`"name":${escaped}`),
      'alias in a glossary': glossary(`"name":"A","aliases":[{"key":"k","text":${escaped}}]`),
      terminology: tbx(term(name)),
      'alias in a terminology': tbx(term('A') + term(name)),
    };
    const untold = Object.entries(files).filter(([, file]) => saidOf(file).length === 0);
    expect(untold.map(([where]) => where)).toEqual([]);
  });

  it.each([
    ['Persian', 'می\u200cخواهم'],
    ['Devanagari', 'क्\u200dष'],
    ['an emoji', '❤\ufe0f and 👩\u200d🚀'],
    ['a variant of a Chinese character', '葛\u{e0100}飾'],
    ['Mongolian', 'ᠮ\u180bᠣ'],
  ])('is left alone where it is spelling: %s', (_, name) => {
    expect(saidOf(`name,kind\n${name},term\n`)).toEqual([]);
  });
});

const dom = new JSDOM('<!doctype html><main></main>');
beforeAll(() => vi.stubGlobal('document', dom.window.document));
afterAll(() => vi.unstubAllGlobals());

describe('a text that runs from right to left', () => {
  const text = 'حماس (1987) –';
  /** Marks that keep a text to itself: FSI … PDI. */
  const isolated = `\u2068${text}\u2069`;

  it('is kept to itself inside a sentence of the interface', () => {
    expect(message('cardWhyAlias', text)).toContain(isolated);
    expect(message('cardWhyAlias', 'Hamas')).not.toMatch(/[\u2066-\u2069]/);
  });

  it('stands in the card in an element that keeps it to itself, wherever it stands', () => {
    const shown = entry({
      ...{ id: 'shown', kind: 'group', name: text, say: text, summary: text },
      ownScript: { text, lang: 'ar' },
      background: [
        { text, sources: ['s'] },
        { text: `${text} 2`, sources: ['s'] },
      ],
      aliases: [
        { key: 'a', text: `${text} 3`, from: '1990' },
        { key: 'b', text: `${text} 4` },
      ],
      facts: [
        { key: 'p', type: 'post', office: text, body: { name: text }, from: '2019', sources: ['s'] },
        { key: 'st', type: 'status', text, from: '2020', sources: ['s'], disputed: { text, sources: ['s'] } },
        { key: 'e', type: 'event', text, from: '2022', sources: ['s'] },
      ],
      naming: { text, sources: ['s'] },
      relations: [{ key: 'r', kind: 'ally-of', with: 'other', sources: [] }],
      sources: [{ ref: 's', title: text, publisher: text, url: 'https://example.org/' }],
    });
    const glossary = buildGlossary([shown, entry({ id: 'other', name: text })]);
    const place = dom.window.document.createElement('div');
    dom.window.document.querySelector('main')?.replaceChildren(place);
    render(
      <Card
        view={cardView(shown, '2021-11-29', glossary, '2026-11-23')}
        map={null}
        sense="possible"
        why={{ alias: text, rule: 'alias', evidence: [text] }}
        storyDateOrigin={null}
        onClose={() => undefined}
        backTo={text}
        onBack={() => undefined}
        startsUnfolded
      />,
      place,
    );
    const loose: string[] = [];
    const walker = dom.window.document.createTreeWalker(place, dom.window.NodeFilter.SHOW_TEXT);
    let seen = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const said = node.textContent ?? '';
      if (!said.includes('حماس')) continue;
      seen += 1;
      const parent = node.parentElement;
      const isAlone = parent?.textContent === said && parent.closest('bdi, [dir="auto"]') !== null;
      if (!isAlone && !said.replaceAll(/\u2068[^\u2069]*\u2069/g, '').match(/حماس/) === false)
        loose.push(`${parent?.localName}.${parent?.className}: ${said}`);
    }
    expect(seen).toBeGreaterThan(12);
    expect(loose).toEqual([]);
  });
});
