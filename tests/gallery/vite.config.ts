import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Serves every state of card and popup as a plain page: `?state=card-group-dark`. */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  // Its own cache, so that tests that serve the gallery do not meet another Vite's.
  cacheDir: here('../../node_modules/.vite-gallery'),
  server: { host: '127.0.0.1', port: 5199, fs: { allow: [here('../..')] } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { alias: { 'webextension-polyfill': here('./browser-stub.ts') } },
});
