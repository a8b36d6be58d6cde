import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** Pages that are sent with a policy of their own. */
const POLICIES: Record<string, string> = {
  '/strict-policy.html':
    "default-src 'none'; img-src 'self'; require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'",
};

/** A server of one folder's files. */
export interface PageServer {
  /** Without a slash at its end: `http://127.0.0.1:40123`. */
  readonly origin: string;
  close(): Promise<void>;
}

/** What pages are sent with. */
interface PageHeaders {
  /** Content policies of pages, by their paths. */
  readonly policies?: Readonly<Record<string, string>> | undefined;
  /** Further headers of every page. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Serves a folder on a free port of this machine alone. A GZIP page (`.html.gz`) is sent as the page in it. */
export async function servePages(
  folder: string,
  { policies = POLICIES, headers = {} }: PageHeaders = {},
): Promise<PageServer> {
  const root = resolve(folder);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = join(root, normalize(decodeURIComponent(pathname)));
    try {
      if (!file.startsWith(root + sep)) throw new Error('outside the folder');
      const body = await readFile(file);
      const isZipped = file.endsWith('.gz');
      const type = TYPES[extname(isZipped ? file.slice(0, -3) : file)] ?? 'application/octet-stream';
      const policy = policies[pathname];
      response.writeHead(200, {
        // A page in another encoding says itself in which.
        'content-type': isUtf8(isZipped ? gunzipSync(body) : body) ? `${type}; charset=utf-8` : type,
        ...(isZipped ? { 'content-encoding': 'gzip' } : {}),
        ...(policy ? { 'content-security-policy': policy } : {}),
        ...headers,
      });
      response.end(body);
    } catch {
      // An icon that browsers ask for unbidden would else be an error on every page's console.
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
