// The build with the compiler of templates.
import * as Vue from 'vue/dist/vue.esm-bundler.js';
import { appOf } from './vue-app.mjs';

const app = appOf(Vue);

globalThis.bringToLife = (shape) =>
  Vue.createSSRApp(app[shape]).mount(shape === 'whole' ? document.body : '#root');
