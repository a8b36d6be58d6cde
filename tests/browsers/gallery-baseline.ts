import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where pictures of the gallery's states are saved; git ignores it. */
export const pictureFolder = pathOf('../../pictures/gallery/');

/** The accepted pictures as grids of colours, by the name of the state. */
export const acceptedFile = pathOf('../gallery/accepted-pictures.json');

/** By the name of the state, as writeGrid wrote them; none where nothing was accepted yet. */
export function readAccepted(): Readonly<Record<string, string>> {
  return existsSync(acceptedFile) ? JSON.parse(readFileSync(acceptedFile, 'utf8')) : {};
}
