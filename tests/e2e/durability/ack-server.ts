import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { allowRequestsTo } from '../../browsers/request-recorder';

/** Hears from a page which of its edits were acknowledged, also from one that is killed a moment later. */
export interface AckServer {
  readonly origin: string;
  /** Numbers of the edits that were acknowledged, in the order in which they came. */
  readonly acknowledged: readonly number[];
  /** Resolves once so many have come. */
  reached(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function hearAcks(): Promise<AckServer> {
  const acknowledged: number[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    const number = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ack');
    if (number !== null) acknowledged.push(Number(number));
    for (const look of waiting) look();
    response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  allowRequestsTo(`http://127.0.0.1:${port}`);
  return {
    origin: `http://127.0.0.1:${port}`,
    acknowledged,
    reached: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (acknowledged.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
