/**
 * What a browser with the extension in it asked of the network, from its start to its end: every launch is
 * recorded, and one in which the extension asked for anything ends with an error that names the address.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** One request that left the browser. */
export interface NetworkRequest {
  readonly address: string;
  /** The origin that had it sent: a page's, or the extension's; empty for the browser's own. */
  readonly by: string;
  /** It was the extension's, or a script's that the extension has in a page. */
  readonly isOfExtension: boolean;
}

/** What one browser asked for in its life. */
export interface Recording {
  readonly requests: number;
  readonly ofExtension: readonly string[];
}

const allowed = new Set<string>();
let last: Recording | null = null;

/**
 * Lets pages of the extension ask this origin: a server of the tests to which they tell something by scripts
 * of their own, or one that the user confirms a shared glossary of.
 */
export function allowRequestsTo(origin: string): void {
  allowed.add(origin);
}

/** What the browser that was closed last had asked for. */
export const lastRecording = (): Recording | null => last;

/** Judges the requests of a browser that was closed. @throws Error where the extension asked for anything. */
export function judgeRequests(requests: readonly NetworkRequest[]): void {
  const ofExtension = requests.filter((one) => one.isOfExtension).map(({ address }) => address);
  last = { requests: requests.length, ofExtension };
  const unallowed = ofExtension.filter((address) => !allowed.has(URL.parse(address)?.origin ?? ''));
  if (unallowed.length > 0)
    throw new Error(`The extension asked the network for ${[...new Set(unallowed)].join(', ')}`);
}

const isLocal = (address: string) => ['127.0.0.1', 'localhost'].includes(URL.parse(address)?.hostname ?? '');

/**
 * The requests in Chromium's log of its network, one event a line, whether or not it came to its end. A script
 * of ours in a page asks in the page's name; the pages of the tests ask nobody but the tests' servers.
 */
export async function requestsInNetLog(file: string): Promise<NetworkRequest[]> {
  const requests: NetworkRequest[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (!line.includes('"initiator":') || !line.includes('"url":')) continue;
    let event: { readonly params?: { readonly initiator?: string; readonly url?: string } };
    try {
      event = JSON.parse(line.replace(/,?\s*(?:\],)?$/, ''));
    } catch {
      // The last line of a browser that was killed.
      continue;
    }
    const { initiator = '', url = '' } = event.params ?? {};
    if (!/^(?:https?|wss?|ftp):/.test(url)) continue;
    const isOwn = initiator.startsWith('chrome-extension:');
    const isInPage = /^https?:/.test(initiator) && isLocal(initiator) && !isLocal(url);
    requests.push({ address: url, by: initiator, isOfExtension: isOwn || isInPage });
  }
  return requests;
}
