import { JSDOM, VirtualConsole } from 'jsdom';

/** A document of the given HTML at an address, as the command line reads one: no scripts, no layout. */
export function pageOf(html: string, url = 'https://news.example/world/a-story'): Document {
  return new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window.document;
}

/** A paragraph long enough to count as prose. */
export const PROSE = `<p>${'The talks went on for a third day in the capital while both sides waited for word from the border. '.repeat(3)}</p>`;
