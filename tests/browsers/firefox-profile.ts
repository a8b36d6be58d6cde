import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const CACHE = fileURLToPath(new URL('../../.cache/', import.meta.url));
/** After its start Firefox writes what it has compiled, ms. */
const WRITES_MS = 4_000;
/** Says that a Firefox has the profile open. */
const LOCKS = new Set(['lock', '.parentlock', 'parent.lock']);

/** A profile that Firefox was started with once: the next start with a copy of it takes half the time. */
async function startedProfile(executablePath: string): Promise<string> {
  const { mtimeMs, size } = statSync(executablePath);
  const kept = join(CACHE, `firefox-profile-${Math.round(mtimeMs)}-${size}`);
  if (existsSync(kept)) return kept;
  const draft = mkdtempSync(join(tmpdir(), 'newsgloss-firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    userDataDir: draft,
  });
  await wait(WRITES_MS);
  await browser.close();
  mkdirSync(CACHE, { recursive: true });
  const copied = `${kept}-${process.pid}`;
  copyProfile(draft, copied);
  rmSync(draft, { recursive: true, force: true, maxRetries: 5 });
  try {
    renameSync(copied, kept);
  } catch {
    // Another worker was quicker.
    rmSync(copied, { recursive: true, force: true });
  }
  return kept;
}

function copyProfile(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !LOCKS.has(path.slice(dirname(path).length + 1)) });
}

/** A profile of its own for this Firefox, in which nobody has done anything yet, in a new folder. */
export async function newFirefoxProfile(executablePath: string): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), 'newsgloss-firefox-'));
  copyProfile(await startedProfile(executablePath), profile);
  return profile;
}
