import { createElement as h } from 'react';

/** A document that belongs to React from the root on. */
export function ReactDocument({ children }) {
  return h(
    'html',
    { lang: 'en' },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('title', null, 'Two meetings in one week'),
      h('meta', { property: 'og:type', content: 'article' }),
    ),
    h('body', null, children),
  );
}
