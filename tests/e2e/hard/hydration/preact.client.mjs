import 'preact/debug';
import { createElement, hydrate } from 'preact';
import * as compat from 'preact/compat';
import { appOf } from './app-of-react-kind.mjs';

const app = appOf(compat);

globalThis.bringToLife = (shape) =>
  hydrate(createElement(app[shape]), shape === 'whole' ? document.body : document.getElementById('root'));
