import * as React from 'react';
import { hydrateRoot } from 'react-dom/client';
import { appOf } from './app-of-react-kind.mjs';
import { ReactDocument } from './react-document.mjs';

const app = appOf(React);

globalThis.bringToLife = (shape) => {
  const root = React.createElement(app[shape]);
  const isWhole = shape === 'whole';
  hydrateRoot(
    isWhole ? document : document.getElementById('root'),
    isWhole ? React.createElement(ReactDocument, null, root) : root,
  );
};
