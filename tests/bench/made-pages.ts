/** Pages that the bench writes itself: stories of any length, with names and without. */
import { PLAIN_NAMES } from '../browsers/plain-names';
import { randomFrom } from './statistics';

const WORDS = (
  'the of and to in that was for on with as by at from were which after before their would had been about ' +
  'officials people reported killed border talks security forces attack week government fighters statement ' +
  'between during against other years city district leaders agreed said water road market school money early ' +
  'late several new old against called asked promised reached opened closed held heard nothing little'
).split(' ');

const MARKUP_BEFORE = `<header><a href="#top">The Made Courier</a><nav><ul>${Array.from(
  { length: 24 },
  (_, at) => `<li><a href="#section-${at}">Section ${at}</a></li>`,
).join('')}</ul></nav></header>`;
const MARKUP_BEHIND = `<aside><h2>More</h2><ul>${Array.from(
  { length: 30 },
  (_, at) => `<li><a href="#other-${at}">Another story that has nothing to do with it, number ${at}</a></li>`,
).join('')}</ul></aside><footer><p>The Made Courier</p></footer>`;

const page = (title: string, body: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>${title}</title><meta property="og:type" content="article">
<meta property="article:published_time" content="2021-11-19T08:30:00Z">
<style>body { font: 18px/1.6 serif; } article { max-inline-size: 700px; } .changed p { letter-spacing: 0.02em; }</style></head>
<body>${MARKUP_BEFORE}<main><article><h1>${title}</h1>
${body}
</article></main>${MARKUP_BEHIND}</body></html>`;

/** A story of about so many characters of text. Every fifteenth word is a name, unless it has none. */
export function madeStory(characters: number, hasNames = true): string {
  const random = randomFrom(characters);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const paragraphs: string[] = [];
  for (let written = 0; written < characters; ) {
    const words = Array.from({ length: 70 }, (_, at) => {
      if (hasNames && at % 15 === 7)
        return at % 2 === 0 ? `<a href="#name">${pick(PLAIN_NAMES)}</a>` : pick(PLAIN_NAMES);
      if (at % 33 === 20) return `<em>${pick(WORDS)}</em>`;
      return at % 18 === 0 ? `${pick(WORDS).replace(/^./, (first) => first.toUpperCase())}` : pick(WORDS);
    });
    const text = words.join(' ');
    written += text.replace(/<[^>]*>/g, '').length;
    paragraphs.push(`<p>${text}.</p>`);
  }
  return page(`A story of ${characters} characters`, paragraphs.join('\n'));
}

/** A story with so many mentions, ten a paragraph. */
export function madeMentions(mentions: number): string {
  const sentence = PLAIN_NAMES.map((name) => `${name} what was said before`).join(', of ');
  const paragraphs = Array.from(
    { length: Math.ceil(mentions / PLAIN_NAMES.length) },
    (_, at) => `<p>Paragraph ${at + 1} says of ${sentence}.</p>`,
  );
  return page(`A story with ${mentions} mentions`, paragraphs.join('\n'));
}
