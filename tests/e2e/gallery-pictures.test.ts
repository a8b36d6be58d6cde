/**
 * Every state of card, popup and glossary page looks as it was accepted. What was meant to change is accepted
 * by `npm run gallery:pictures -- --accept WORD`, after a look at the pictures.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gallery, openGallery } from '../browsers/gallery';
import { pictureFolder, readAccepted } from '../browsers/gallery-baseline';
import { type Difference, differenceOf, gridOf, readGrid } from '../gallery/picture-grid';
import { GALLERY_STATES, galleryState } from '../gallery/states';

/**
 * Of a picture's cells. Letters that are drawn a shade heavier, or a quarter of a pixel aside, change up to
 * 1 % of them; a lost accent colour 2.3 %, a line of text that is gone 4 %, parts that overlap 12 %.
 */
const MOST_SHARE = 0.02;
/** Px: half a line that comes or goes is more. */
const MOST_SIZE = 4;

const isAlike = ({ share, size }: Difference) => share <= MOST_SHARE && size <= MOST_SIZE;
const inWords = ({ share, size }: Difference) => `${(100 * share).toFixed(1)} % of cells, ${size} px in size`;

const accepted = readAccepted();

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery?.close());

it('there is an accepted picture of every state, and of no other', () => {
  expect(Object.keys(accepted)).toEqual(GALLERY_STATES.map(({ name }) => name));
});

describe('as accepted', () => {
  it.each(GALLERY_STATES.map((state) => [state.name, state] as const))('%s', async (name, state) => {
    await gallery.show(state);
    const picture = await gallery.picture();
    const before = accepted[name];
    const difference = before ? differenceOf(readGrid(before), gridOf(picture)) : null;
    if (difference && isAlike(difference)) return;
    const file = join(pictureFolder, `${name}.png`);
    mkdirSync(pictureFolder, { recursive: true });
    writeFileSync(file, picture);
    expect.fail(`${difference ? inWords(difference) : 'never accepted'}: see ${file}`);
  });
});

describe('but not', () => {
  const BREAKS = {
    'without its summary': '.summary { display: none; }',
    'with its summary unseen, in the same size': '.summary { visibility: hidden; }',
    'with one part over another': '.time { position: relative; inset-block-start: -10px; }',
    'without its accents': '.card { --then: var(--ink); --since: var(--ink); }',
    'wider than the window': '.card { max-inline-size: none; inline-size: 500px; }',
  };
  it.each(Object.entries(BREAKS))('a card %s', async (what, styles) => {
    const state = galleryState('card-group-light');
    await gallery.show(state);
    await gallery.run((text) => {
      const sheet = document.createElement('style');
      sheet.textContent = text;
      document.querySelector('#gallery > div')?.shadowRoot?.append(sheet);
    }, styles);
    const difference = differenceOf(readGrid(accepted[state.name] ?? ''), gridOf(await gallery.picture()));
    console.info(`A card ${what}: ${inWords(difference)}`);
    expect(isAlike(difference)).toBe(false);
  });
});
