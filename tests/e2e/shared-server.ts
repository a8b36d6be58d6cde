import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server answers under one path. */
type Respond = (response: ServerResponse, headers: IncomingHttpHeaders) => void;

/** A server of shared glossaries, well-behaved or not, that keeps what it was asked. */
export interface SharedServer {
  /** Without a slash at its end: `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** Its headers, of every request for a path, the oldest first. */
  asked(path: string): readonly IncomingHttpHeaders[];
  answer(path: string, respond: Respond): void;
  close(): Promise<void>;
}

export async function serveShared(): Promise<SharedServer> {
  const answers = new Map<string, Respond>();
  const requests: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push({ path, headers: request.headers });
    const respond = answers.get(path);
    if (respond) respond(response, request.headers);
    else response.writeHead(404, { 'content-type': 'text/html' }).end('<p>Not here.</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked: (path) => requests.filter((one) => one.path === path).map(({ headers }) => headers),
    answer: (path, respond) => void answers.set(path, respond),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Sends a text as static hosts send a file, with an ETag that they honour. */
export function sending(text: string, type = 'application/json'): Respond {
  const etag = `"${text.length}-${[...text].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) | 0, 7)}"`;
  return (response, headers) => {
    if (headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
    response.writeHead(200, { 'content-type': type, etag, 'set-cookie': 'seen=1; Path=/' }).end(text);
  };
}

export const glossaryText = (title: string, entries: readonly object[]) =>
  JSON.stringify({ format: 'newsgloss-glossary', version: 1, title, entries });

/** Sends pieces without an end, as fast as they are taken. */
export const endless: Respond = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const piece = Buffer.alloc(1024 * 1024, ' ');
  const more = () => {
    while (!response.destroyed && response.write(piece)) {
      // As long as it is taken.
    }
  };
  response.on('drain', more);
  more();
};
