import { createElement } from 'preact';
import * as compat from 'preact/compat';
import { renderToStringAsync } from 'preact-render-to-string';
import { appOf } from './app-of-react-kind.mjs';

const app = appOf(compat);

/** The markup of a page's root. */
export const render = (shape) => renderToStringAsync(createElement(app[shape]));
