/**
 * `npm start [-- FILE_OR_URL]`: opens a story in Chromium with the extension built and loaded; where
 * there is no display, prints what it finds and saves pictures instead.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { annotateTable } from '../../lib/command-line/annotate-table';
import { annotateStory } from '../../lib/command-line/annotated-story';
import { type InputStory, readInput, readPage } from '../../lib/command-line/read-input';
import { bundledIndexWith } from '../../lib/packaging/packed-glossary';
import { buildForChromium } from './build';
import { launchChromium } from './chromium';
import { serialisePage } from './in-page';
import { ensureBrowsers, findBrowser } from './install';
import { servePages } from './page-server';
import { takePictures } from './take-pictures';

const root = fileURLToPath(new URL('../../', import.meta.url));
const SAMPLE = join(root, 'tests/fixtures/pages/sample-story.html');
/** Cards of the sample that have much to show. */
const TELLING_NAMES = ['Zabihullah Mujahid', 'Tehrik-i-Taliban Pakistan', 'Taliban'];

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Opens a window for a person, with a profile of its own, until it is closed. */
async function openWindow(address: string, extension: string): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'newsgloss-start-'));
  console.log(`Opening ${address} in Chromium. Rest the pointer on an underlined name.`);
  const window = spawn(
    findBrowser('chromium') ?? 'chromium',
    [
      `--user-data-dir=${profile}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--no-first-run',
      '--no-default-browser-check',
      // Chromium's sandbox refuses to work for root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      address,
    ],
    { stdio: 'ignore' },
  );
  await once(window, 'exit');
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

/** The story as the browser has it after the page's scripts have run. */
async function readFromBrowser(address: string): Promise<InputStory> {
  const browser = await launchChromium({ extension: null });
  try {
    const page = await browser.openPage(address);
    return readPage(address, (await page.run(serialisePage)).html);
  } finally {
    await browser.close();
  }
}

function printMentions(story: InputStory): void {
  console.log(`${annotateTable([annotateStory(story, bundledIndexWith([]), false)])}\n`);
}

async function savePictures(address: string, extension: string): Promise<void> {
  const folder = join(root, 'pictures');
  const files = await takePictures({ extension, address, folder, names: TELLING_NAMES });
  console.log('There is no display to open a window on. Pictures instead:');
  for (const file of files) console.log(`  ${relative(process.cwd(), file)}`);
}

async function start(target: string): Promise<void> {
  const isAddress = /^https?:\/\//.test(target);
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), target);
  if (!isAddress && !existsSync(file)) throw new Error(`${target}: there is no such file`);
  ensureBrowsers(['chromium']);
  console.log('Building the extension …');
  const extension = buildForChromium();
  // Extensions do not run on file: addresses unless their user allows it.
  const server = isAddress ? null : await servePages(dirname(file));
  const address = server ? `${server.origin}/${encodeURIComponent(basename(file))}` : target;
  try {
    if (hasDisplay()) {
      await openWindow(address, extension);
      return;
    }
    printMentions(isAddress ? await readFromBrowser(address) : { ...readInput(file), file: target });
    await savePictures(address, extension);
  } finally {
    await server?.close();
  }
}

start(process.argv[2] ?? relative(process.cwd(), SAMPLE)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
