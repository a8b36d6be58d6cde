/** Texts that make something of a page that takes them for markup, script, style or an address; all our own. */

import type { EntryInput } from '../../../lib/glossary/schema';

/** Where a planted script tells that it has run: a key of the window that no page has. */
export const PLANTED = 'newsglossPlanted';
const RUN = `window.${PLANTED}=1`;

/** What runs `RUN`, or draws something, where it is taken for markup. */
const MARKUP = [
  `<script>${RUN}</script>`,
  `<ScRiPt>${RUN}</sCrIpT>`,
  `<script src="data:text/javascript,${RUN}"></script>`,
  `<img src=x onerror=${RUN}>`,
  `<img src="x" onerror="${RUN}" />`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<math><mtext><img src onerror=${RUN}></mtext></math>`,
  `<iframe srcdoc="<script>parent.${PLANTED}=1</script>"></iframe>`,
  `<iframe src="javascript:parent.${PLANTED}=1"></iframe>`,
  `<object data="javascript:${RUN}"></object>`,
  `<embed src="javascript:${RUN}">`,
  `<body onload=${RUN}>`,
  `<details open ontoggle=${RUN}>x</details>`,
  `<input autofocus onfocus=${RUN}>`,
  `<video><source onerror=${RUN}></video>`,
  `<style>*{background:red}</style>`,
  `<link rel=stylesheet href="data:text/css,*{color:red}">`,
  `<base href="https://evil.example/">`,
  `<meta http-equiv=refresh content="0;url=https://evil.example/">`,
  `<form action="https://evil.example/"><button>x</button></form>`,
  `<a href="javascript:${RUN}">x</a>`,
  `<template shadowrootmode=open><img src onerror=${RUN}></template>`,
  `<slot></slot><b>x</b>`,
  `<!--><img src onerror=${RUN}>-->`,
  `<noscript><p title="</noscript><img src onerror=${RUN}>">`,
  `<bdo dir=rtl>x</bdo>`,
] as const;
/** What makes a text an attribute, a comment or a script of its own. */
const BREAK_OUT = ['"', "'", '">', "'>", '</p>', '</title>', '</textarea>', '</script>', '-->', ']]>', '`'];
/** Expressions of the languages that pages make pages with. */
const EXPRESSIONS = [
  `\${${RUN}}`,
  `{{constructor.constructor('${RUN}')()}}`,
  `<%= ${RUN} %>`,
  `#{${RUN}}`,
  `javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `" onmouseover="${RUN}`,
  `' style='position:fixed;inset:0`,
  `expression(${RUN})`,
  `url(javascript:${RUN})`,
  `=cmd|' /C calc'!A0`,
  '@SUM(1+1)*cmd',
  '__proto__',
  'constructor',
  'toString',
  '$NAME$',
  '$1',
  '%s%n',
  '\\u003cscript\\u003e',
  '&lt;img src onerror=1&gt;',
  '&#60;script&#62;',
  '%3Cscript%3E',
] as const;

function* made(): Generator<string> {
  yield* MARKUP;
  yield* EXPRESSIONS;
  for (const outer of BREAK_OUT) for (const markup of MARKUP) yield `${outer}${markup}`;
  for (const outer of BREAK_OUT) for (const expression of EXPRESSIONS) yield `${expression}${outer}x`;
}

/** Five hundred of them, no two alike, each short enough for every text of an entry. */
export const PAYLOADS: readonly string[] = [...new Set(made())]
  .filter((text) => text.length <= 80)
  .slice(0, 500);

/** Addresses that are none that a card may lead to. */
export const ADDRESSES: readonly string[] = [
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  ` javascript:${RUN}`,
  `java\tscript:${RUN}`,
  `java\nscript:${RUN}`,
  `\u0001javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `vbscript:${RUN}`,
  'file:///etc/passwd',
  'blob:https://example.org/1',
  'about:blank',
  'chrome://settings',
  'chrome-extension://abc/options.html',
  'moz-extension://abc/options.html',
  'view-source:https://example.org/',
  'ftp://example.org/',
  '//evil.example/',
  '/glossary-editor.html',
  '\\\\evil.example\\share',
  'https:evil.example',
  'https:/evil.example',
  'https://',
  `https://exa mple.org/`,
  'https',
  '',
];

/** An entry that says one text wherever it can say any. */
export const saying = (text: string): Omit<EntryInput, 'id'> => ({
  kind: 'group',
  name: text,
  ownScript: { text, lang: 'ar' },
  say: text,
  summary: text,
  background: [
    { text, sources: ['s'] },
    { text: `${text} again`, sources: ['s'] },
  ],
  aliases: [{ key: 'a', text: `${text} alias` }],
  facts: [
    { key: 'p', type: 'post', office: text, body: { name: text }, from: '2019', sources: ['s'] },
    { key: 'st', type: 'status', text, from: '2020', sources: ['s'], disputed: { text, sources: ['s'] } },
    { key: 'e', type: 'event', text, from: '2022', sources: ['s'] },
    { key: 'd', type: 'designation', by: text, as: text, from: '2021-12', sources: ['s'] },
  ],
  relations: [{ key: 'r', kind: 'ally-of', with: 'other', sources: [] }],
  naming: { text, sources: ['s'] },
  sources: [{ ref: 's', title: text, publisher: text, url: 'https://example.org/?q=%22%3E' }],
});
