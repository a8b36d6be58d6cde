/**
 * The extension APIs, promise-based and alike in Chromium and Firefox. This is the one module that
 * imports the polyfill; everything else imports `browser` from here, so that it can be replaced.
 */
export type { Runtime, Storage, Tabs } from 'webextension-polyfill';
export { default as browser } from 'webextension-polyfill';
