/**
 * `npm run pictures`: takes the pictures of the README anew, into docs/pictures; with `--store` those of the
 * stores' listings, in the size that they ask for, into pictures/store.
 */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildForChromium } from './build';
import { ensureBrowsers } from './install';
import { servePages } from './page-server';
import { takePictures } from './take-pictures';

const folderOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const isForStore = process.argv.includes('--store');
ensureBrowsers(['chromium']);
const server = await servePages(folderOf('../fixtures/pages/'));
try {
  const files = await takePictures({
    extension: buildForChromium(),
    address: `${server.origin}/sample-story.html`,
    folder: folderOf(isForStore ? '../../pictures/store/' : '../../docs/pictures/'),
    names: ['Zabihullah Mujahid'],
    viewport: isForStore ? { width: 1280, height: 800 } : { width: 860, height: 720 },
  });
  for (const file of files) console.log(relative(process.cwd(), file));
} finally {
  await server.close();
}
