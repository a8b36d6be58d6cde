/** Where browsers let no extension in, by host and start of the path. */
const STORES: readonly [host: string, path: string][] = [
  ['chromewebstore.google.com', '/'],
  ['chrome.google.com', '/webstore'],
  ['addons.mozilla.org', '/'],
  ['microsoftedge.microsoft.com', '/addons'],
  ['addons.opera.com', '/'],
];

/** Whether an address is a page of a browser's store for extensions. */
export function isStorePage(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null && STORES.some(([host, path]) => url.hostname === host && url.pathname.startsWith(path))
  );
}
