/** Stories of our own for hostile pages, written into a folder and served from it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PageServer, servePages } from '../../browsers/page-server';

/** What the pages of these tests say; the first names the spokesman in full. */
export const PARAGRAPHS = [
  'In Kabul the ministers of the Taliban met twice in one week. Zabihullah Mujahid read out what they had agreed, and the reporters in the room wrote down what they had not, for the list of that was longer and had been known before the doors were opened.',
  'Nobody in the hall spoke of ISIS-K until the lamps were lit. Then one did, and the others looked at the door, and the man who keeps the minutes asked whether that was to be written down as well, or left for the week to come.',
  'In Kandahar the talk was of al-Qaeda, which had said nothing for a month, and of who had heard it say nothing. The minutes of that meeting have one line more than those of the first one, and nobody knows who wrote it.',
] as const;

/** A name of {@link PARAGRAPHS} that every story of them has once. */
export const NAME = 'Zabihullah Mujahid';

/** {@link PARAGRAPHS} as an article. */
export const ARTICLE = `<article><h1>Two meetings in one week</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article>`;

/** A page that says of itself that it is a story. */
export function storyPage(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Two meetings in one week</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="2021-12-01T06:00:00Z">${head}</head>
<body>${body}</body></html>`;
}

/**
 * Serves files by their names from a folder of their own, which goes with the server; `policies` as for
 * {@link servePages}.
 */
export async function serveFiles(
  files: Readonly<Record<string, string>>,
  policies?: Readonly<Record<string, string>>,
): Promise<PageServer> {
  const folder = mkdtempSync(join(tmpdir(), 'newsgloss-hard-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const server = await servePages(folder, { policies });
  return {
    origin: server.origin,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
