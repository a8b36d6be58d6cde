/** `npm run icons`: draws the icon's states in the toolbar anew, into public/icon. */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { ensureBrowsers, findBrowser } from './install';

const SIZES = [16, 32] as const;
const N =
  'M8.6 7.5h4.6l6.2 9.6V9.4l-2-.4V7.5h6.2V9l-2 .4v13.1h-2.2L12.4 11.6v9l2 .4v1.5H8.4V21l2-.4V9.4l-1.8-.4z';
const DOTS = [8.2, 12.1, 16, 19.9, 23.8].map((x) => `<circle cx="${x}" cy="26.4" r="1.35"/>`).join('');
const tile = (fill: string) => `<rect x="1" y="1" width="30" height="30" rx="7" fill="${fill}"/>`;
const hollow =
  '<rect x="2.2" y="2.2" width="27.6" height="27.6" rx="6.4" fill="none" stroke="#8d887e" stroke-width="2.4"/>';
const letter = (fill: string, dy = 0) => `<path d="${N}" transform="translate(0 ${dy})" fill="${fill}"/>`;

/** Each state by its shape, so that it needs no colour to be told. */
const STATES = {
  on: `${tile('#20252b')}${letter('#fffdf9')}<g fill="#eb9d6b">${DOTS}</g>`,
  nothing: `${hollow}${letter('#8d887e', 1.2)}`,
  off: `${hollow}${letter('#8d887e', 1.2)}<path d="M4.6 27.4L27.4 4.6" stroke="#8d887e" stroke-width="3.2" stroke-linecap="round"/>`,
  trouble: `${tile('#20252b')}${letter('#fffdf9')}<circle cx="24" cy="24" r="8" fill="#d9534a" stroke="#fffdf9" stroke-width="1.6"/><path d="M24 19.2v5.4" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/><circle cx="24" cy="28" r="1.4" fill="#fff"/>`,
} as const;

ensureBrowsers(['chromium']);
const executablePath = findBrowser('chromium');
if (!executablePath) throw new Error('No Chromium is installed.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const [state, drawing] of Object.entries(STATES)) {
    for (const size of SIZES) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>body{margin:0}svg{display:block}</style><svg viewBox="0 0 32 32" width="${size}" height="${size}">${drawing}</svg>`,
      );
      const path = fileURLToPath(new URL(`../../public/icon/${state}-${size}.png`, import.meta.url));
      await page.screenshot({ path, omitBackground: true });
      console.log(`public/icon/${state}-${size}.png`);
    }
  }
} finally {
  await browser.close();
}
