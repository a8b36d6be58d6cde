/** Finds the browsers that the tests and `npm start` drive, and installs them on Debian where they are missing. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

/** Names of the program, the first found wins. The variable overrides the search: `CHROMIUM=/opt/chrome/chrome`. */
const PROGRAMS: Record<
  BrowserName,
  { variable: string; commands: readonly string[]; packages: readonly string[] }
> = {
  chromium: {
    variable: 'CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    // Without chromium-l10n the interface's direction does not follow a right-to-left language.
    packages: ['chromium', 'chromium-l10n'],
  },
  firefox: {
    variable: 'FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    packages: ['firefox-esr'],
  },
};

/** Fonts for the scripts that cards show; a page without them is drawn as boxes. */
const FONTS = [
  { file: '/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf', package: 'fonts-noto-core' },
  { file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', package: 'fonts-noto-cjk' },
] as const;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of the browser's program, or null where there is none. */
export function findBrowser(name: BrowserName): string | null {
  const { variable, commands } = PROGRAMS[name];
  const override = process.env[variable];
  if (override) return isProgram(override) ? override : null;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const command of commands) {
    for (const folder of folders) if (isProgram(join(folder, command))) return join(folder, command);
  }
  return null;
}

function isDebian(): boolean {
  return existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/** Debian's packages that `browsers` still want here; empty when all is there. Fonts count on Debian only. */
export function missingPackages(browsers: readonly BrowserName[]): string[] {
  const missing = browsers
    .filter((name) => findBrowser(name) === null)
    .flatMap((name) => PROGRAMS[name].packages);
  if (isDebian()) missing.push(...FONTS.filter((font) => !existsSync(font.file)).map((font) => font.package));
  return missing;
}

/**
 * Makes sure that the browsers are there; quick when they are. Installs with apt where the user is
 * root on Debian.
 * @throws Error that names the packages, where it cannot install them itself.
 */
export function ensureBrowsers(browsers: readonly BrowserName[]): void {
  const packages = missingPackages(browsers);
  if (packages.length === 0) return;
  const advice = `Missing: ${packages.join(', ')}. Install them (on Debian: apt-get install ${packages.join(' ')}), or name the programs in CHROMIUM and FIREFOX.`;
  if (!isDebian() || process.getuid?.() !== 0) {
    if (browsers.every((name) => findBrowser(name) !== null)) return;
    throw new Error(advice);
  }
  console.error(`Installing ${packages.join(', ')} (apt-get) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const run = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    if (run.status !== 0) throw new Error(`apt-get ${args[0]} failed. ${advice}`);
  }
  const absent = browsers.filter((name) => findBrowser(name) === null);
  if (absent.length > 0) throw new Error(`Installed, yet not found: ${absent.join(', ')}. ${advice}`);
}
