import * as Vue from 'vue';
import { renderToString } from 'vue/server-renderer';
import { appOf } from './vue-app.mjs';

const app = appOf(Vue);

/** The markup of a page's root. */
export const render = (shape) => renderToString(Vue.createSSRApp(app[shape]));
