import * as React from 'react';
import { prerender } from 'react-dom/static.edge';
import { appOf } from './app-of-react-kind.mjs';
import { ReactDocument } from './react-document.mjs';

const app = appOf(React);

/** The markup of a page's root; of the whole document for `whole`, without the doctype. */
export async function render(shape) {
  const root = React.createElement(app[shape]);
  const { prelude } =
    shape === 'whole'
      ? await prerender(React.createElement(ReactDocument, null, root), { bootstrapScripts: ['react.js'] })
      : await prerender(root);
  return new Response(prelude).text();
}
