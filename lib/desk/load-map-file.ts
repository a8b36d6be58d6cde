import { fetchOwnFile } from '../platform/own-files';

/** Reads one of the maps' files, which the extension brings along. */
export async function loadMapFile(name: string): Promise<unknown> {
  const response = await fetchOwnFile(`maps/${name}`);
  return response.json();
}
