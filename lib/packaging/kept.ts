/** What takes a while to make, kept in a folder of the project until what it follows from has changed. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';

export const ROOT = new URL('../../', import.meta.url);
const FOLDER = new URL('.cache/', ROOT);

/** The files below some folders of the project, by their paths from its root, in order. */
export function filesBelow(...folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${folder}/${path.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => statSync(new URL(path, ROOT)).isFile())
    .sort();
}

/** 16 hexadecimal digits that are the same for the same bytes under the same paths, on every machine. */
export function digestOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(readFileSync(new URL(path, ROOT)));
  return hash.digest('hex').slice(0, 16);
}

/** Something that is kept, with the digest of what it follows from. */
interface Kept {
  readonly name: string;
  readonly digest: string;
  /** Of its file's name. */
  readonly ending: string;
}

/** The file of something that is kept; where it is not there, it is made, and takes the place of what was made of other sources. */
export function keptFile({ name, digest, ending }: Kept, make: () => string | Uint8Array): URL {
  const file = new URL(`${name}-${digest}.${ending}`, FOLDER);
  if (existsSync(file)) return file;
  const made = make();
  mkdirSync(FOLDER, { recursive: true });
  // Whole or not there, whoever else makes it at the same time.
  const draft = new URL(`${name}-${process.pid}.draft`, FOLDER);
  writeFileSync(draft, made);
  renameSync(draft, file);
  const other = new RegExp(`^${name}-(?!${digest})[0-9a-f]{16}\\.${ending}$`);
  for (const old of readdirSync(FOLDER)) if (other.test(old)) rmSync(new URL(old, FOLDER), { force: true });
  return file;
}
