import { describe, expect, it } from 'vitest';
import { storySignOf } from '../../../lib/page/is-story';
import { readStory } from '../../../lib/page/read-story';
import { dateInText } from '../../../lib/page/written-date';
import { PROSE, pageOf } from './page-of';

const jsonLd = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('storySignOf', () => {
  it.each([
    ['an article by its JSON-LD', jsonLd({ '@graph': [{ '@type': 'NewsArticle' }] }), 'json-ld'],
    ['a live blog by its JSON-LD', jsonLd({ '@type': ['LiveBlogPosting'] }), 'json-ld'],
    ['an article by og:type', '<meta property="og:type" content="article">', 'og-type'],
    ['a page with an article element', `<article>${PROSE.repeat(3)}</article>`, 'article-element'],
    ['a page of prose', `<div>${PROSE.repeat(5)}</div>`, 'readable-text'],
    ['no search page', '<form><input><button>Search</button></form><ul><li>One result</li></ul>', null],
    ['no shop', jsonLd({ '@type': 'Product' }), null],
    ['no broken JSON-LD', '<script type="application/ld+json">{"@type": </script>', null],
    ['no front page of teasers', '<article><p>Short teaser.</p></article>'.repeat(40), null],
  ])('takes for a story: %s', (_name, html, sign) => {
    expect(storySignOf(pageOf(html))).toBe(sign);
  });

  it('does not believe a front page that calls itself an article', () => {
    expect(
      storySignOf(pageOf('<meta property="og:type" content="article">', 'https://news.example/')),
    ).toBeNull();
  });
});

describe('readStory', () => {
  it.each([
    ['its body', `<body contenteditable="true"><h1>Draft</h1>${PROSE}${PROSE}</body>`],
    ['an element around it', `<div contenteditable><main><h1>Draft</h1>${PROSE}${PROSE}</main></div>`],
    ['its own element', `<article contenteditable="plaintext-only"><h1>Draft</h1>${PROSE}${PROSE}</article>`],
  ])('reads nothing of what is being written, by %s', (_name, html) => {
    expect(readStory(pageOf(html)).blocks).toEqual([]);
  });

  it('reads nothing of a document that is being written, and all of what may not be in one that may', () => {
    const page = pageOf(`<main><h1>Draft</h1>${PROSE}${PROSE}</main>`);
    // jsdom knows no design mode.
    Object.assign(page, { designMode: 'on' });
    expect(readStory(page).blocks).toEqual([]);
    const fixed = `<body contenteditable><main contenteditable="false"><h1>Talks</h1>${PROSE}</main></body>`;
    expect(readStory(pageOf(fixed)).blocks).not.toEqual([]);
  });

  it.each([
    ['a modal dialog', `<p>Front page</p><dialog open><h1>Talks go on</h1>${PROSE}${PROSE}</dialog>`],
    [
      'an overlay',
      `<p>Front page</p><div role="dialog"><article><h1>Talks go on</h1>${PROSE}${PROSE}</article></div>`,
    ],
  ])('reads a story that is shown in %s', (_name, html) => {
    expect(readStory(pageOf(html)).blocks.filter((block) => block.text.length > 200)).toHaveLength(2);
  });

  it.each([
    ['consent', `<dialog open><h2>We value your privacy</h2>${PROSE}</dialog>`],
    ['a dialog that is closed', `<dialog><h1>Sign up</h1>${PROSE}</dialog>`],
    ['a menu', `<div role="dialog"><h1>Menu</h1>${PROSE}</div>`],
  ])('does not read %s beside it', (_name, html) => {
    expect(readStory(pageOf(`${PROSE.repeat(3)}${html}`)).blocks).toHaveLength(3);
  });

  it('reads a page of XHTML whose one form holds everything', () => {
    const html = `<html xmlns="http://www.w3.org/1999/xhtml"><body><form><h1>Talks</h1>${PROSE}${PROSE}</form></body></html>`;
    const page = pageOf('').defaultView;
    if (!page) throw new Error('a page has a window');
    const document = new page.DOMParser().parseFromString(html, 'application/xhtml+xml');
    expect(readStory(document).blocks).toHaveLength(3);
  });

  it('reads a page whose elements are named as the document’s own properties', () => {
    expect(readStory(pageOf(`<form name="title"></form><h1>Talks</h1>${PROSE}`)).blocks).toHaveLength(2);
  });

  it('takes time in proportion to a list of links, however long it is', () => {
    const item =
      '<li><a href="/x">A linked headline of some other story, longer than sixty characters</a></li>';
    const { blocks } = readStory(pageOf(`${PROSE}<ul>${item.repeat(2_000)}</ul>`));
    expect(blocks).toHaveLength(1);
  });

  it('reads headline, standfirst and text, and nothing around them', () => {
    const document = pageOf(`<title>Talks go on - Example News</title>
      <header role="banner"><h1>Example News</h1></header><nav><a href="/">World</a></nav>
      <main><div><h1>Talks go on</h1><p>A third day.</p></div>
      <div class="x">${PROSE}${PROSE}<figure><figcaption>The hall.</figcaption></figure></div>
      <aside>Most read</aside></main><footer>Imprint</footer>`);
    const { blocks } = readStory(document);
    expect(blocks.map((block) => block.role)).toEqual(['headline', 'body', 'body', 'body', 'caption']);
    expect(blocks.map((block) => block.text.slice(0, 12))).toEqual([
      'Talks go on',
      'A third day.',
      'The talks we',
      'The talks we',
      'The hall.',
    ]);
  });

  it('reads pages whose whole body is a form', () => {
    const { blocks } = readStory(pageOf(`<form><h1>Talks</h1>${PROSE}${PROSE}</form>`));
    expect(blocks).toHaveLength(3);
  });

  it.each([
    ['en-GB', '<html lang="en-GB">', 'en-GB'],
    ['an underscore', '<html lang="pt_BR">', 'pt-BR'],
    ['nothing', '<html>', null],
    ['nonsense', '<html lang="<x>">', null],
  ])('takes the language from %s', (_name, html, lang) => {
    expect(readStory(pageOf(`${html}<body>${PROSE}`)).lang).toBe(lang);
  });

  it('reads a story once that stands in its headline', () => {
    const story = readStory(pageOf(`<h1>The talks <article>${PROSE.repeat(3)}</article></h1>`));
    expect(story.blocks).toHaveLength(3);
  });

  it('finds a story whose text stands in shadow roots', () => {
    const document = pageOf(
      `<h1>The talks</h1><main><div id="part"></div></main><section><p>${'Teasers say little. '.repeat(6)}</p></section>`,
    );
    const root = document.getElementById('part')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = `<article>${PROSE.repeat(3)}</article>`;
    const story = readStory(document);
    expect(story.place?.root?.tagName).toBe('ARTICLE');
    expect(story.blocks.map(({ role }) => role)).toEqual(['headline', 'body', 'body', 'body']);
  });
});

describe("the story's date", () => {
  const dateOf = (head: string, body = '', url?: string) =>
    readStory(pageOf(`<head>${head}</head><body><article><h1>Talks</h1>${body}${PROSE}</article>`, url)).date;
  const article = (dates: object) => jsonLd({ '@type': 'NewsArticle', ...dates });

  it.each([
    ['JSON-LD', article({ datePublished: '2021-11-02T18:00:00Z' }), '', undefined, '2021-11-02', 'json-ld'],
    [
      'the publisher’s day, not ours',
      article({ datePublished: '2021-11-02T23:30:00-05:00' }),
      '',
      undefined,
      '2021-11-02',
      'json-ld',
    ],
    [
      'article:published_time',
      '<meta property="article:published_time" content="2021-11-02">',
      '',
      undefined,
      '2021-11-02',
      'meta',
    ],
    [
      'a written meta date',
      '<meta name="pubdate" content="Tue, 02 Nov 2021 18:00:00 GMT">',
      '',
      undefined,
      '2021-11-02',
      'meta',
    ],
    [
      'a time element',
      '',
      '<time datetime="2021-11-02T10:00">today</time>',
      undefined,
      '2021-11-02',
      'time-element',
    ],
    ['the address', '', '', 'https://news.example/2021/11/02/talks', '2021-11-02', 'address'],
    ['a dateline', '', '<p>Nov 2 2021, 6:00pm</p>', undefined, '2021-11-02', 'dateline'],
  ])('comes from %s', (_name, head, body, url, day, source) => {
    expect(dateOf(head, body, url)).toEqual({ day, source, is: 'published' });
  });

  it('is unknown where the page does not say', () => {
    expect(dateOf('')).toBeNull();
    expect(dateOf(article({ datePublished: '0001-01-01' }))).toBeNull();
  });

  it('is not taken from another thing that the page describes', () => {
    const video = jsonLd({ '@type': 'VideoObject', datePublished: '2019-01-01' });
    expect(dateOf(video + article({ datePublished: '2021-11-02' }))?.day).toBe('2021-11-02');
  });

  it.each([
    [
      'changed within 30 days',
      '2021-11-20',
      '<time datetime="2021-11-20">20 Nov</time>',
      '2021-11-02',
      'published',
    ],
    [
      'changed later, and shows it',
      '2024-03-01',
      '<time datetime="2024-03-01">1 day ago</time>',
      '2024-03-01',
      'modified',
    ],
    [
      'changed later, but shows the first',
      '2024-03-01',
      '<time datetime="2021-11-02">2 Nov 2021</time>',
      '2021-11-02',
      'published',
    ],
    ['changed later, and shows nothing', '2024-03-01', '', '2021-11-02', 'published'],
  ])('of a page %s', (_name, dateModified, body, day, is) => {
    expect(dateOf(article({ datePublished: '2021-11-02', dateModified }), body)).toMatchObject({ day, is });
  });
});

describe('dateInText', () => {
  it.each([
    ['Nov 2 2021, 6:00pm', 'en', '2021-11-02'],
    ['Published: 2nd November 2021', 'en', '2021-11-02'],
    ['Sept. 9, 2021', 'en', '2021-09-09'],
    ['2021-11-02 18:00', 'en', '2021-11-02'],
    ['Опубликовано 2 ноября 2021 г.', 'ru', '2021-11-02'],
    ['2. November 2021', 'de', '2021-11-02'],
    ['le 2 novembre 2021', 'fr', '2021-11-02'],
    ['2 de noviembre de 2021', 'es', '2021-11-02'],
    ['2021年11月2日', 'zh', '2021-11-02'],
    ['2/11/2021', 'en', null],
    ['31 June 2021', 'en', null],
    ['No date at all', 'en', null],
    [
      `${'A long sentence which mentions in passing that on '.repeat(3)} 2 November 2021 it began.`,
      'en',
      null,
    ],
  ])('%s (%s) is %s', (text, lang, day) => {
    expect(dateInText(text, lang)).toBe(day);
  });
});
