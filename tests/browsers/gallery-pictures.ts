/**
 * `npm run gallery:pictures [-- WORD]`: saves a picture of each state of the gallery, or of those whose name
 * holds a word. With `--accept` they become what the tests compare with from now on.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gridOf, writeGrid } from '../gallery/picture-grid';
import { GALLERY_STATES } from '../gallery/states';
import { openGallery } from './gallery';
import { acceptedFile, pictureFolder, readAccepted } from './gallery-baseline';
import { ensureBrowsers } from './install';

const words = process.argv.slice(2);
const isAccepting = words.includes('--accept');
const [wanted = ''] = words.filter((word) => !word.startsWith('--'));
const states = GALLERY_STATES.filter(({ name }) => name.includes(wanted));

ensureBrowsers(['chromium']);
mkdirSync(pictureFolder, { recursive: true });
const gallery = await openGallery();
const taken = new Map<string, string>();
try {
  for (const state of states) {
    await gallery.show(state);
    const picture = await gallery.picture();
    writeFileSync(join(pictureFolder, `${state.name}.png`), picture);
    taken.set(state.name, writeGrid(gridOf(picture)));
  }
} finally {
  await gallery.close();
}
console.log(`${states.length} pictures in ${relative(process.cwd(), pictureFolder)}`);
if (isAccepting) {
  const accepted = readAccepted();
  const kept = GALLERY_STATES.flatMap(({ name }) => {
    const grid = taken.get(name) ?? accepted[name];
    return grid === undefined ? [] : [[name, grid]];
  });
  writeFileSync(acceptedFile, `${JSON.stringify(Object.fromEntries(kept), null, 1)}\n`);
  console.log(`${relative(process.cwd(), acceptedFile)}: ${readFileSync(acceptedFile).length} bytes`);
}
