/** Stands for the extension APIs in unit tests: storage and listeners in memory. */
export { fakeBrowser as default } from 'wxt/testing/fake-browser';
