/** Addresses that a shared glossary may have. */

/** Characters of an address: servers take no longer ones either. */
const LONGEST = 2_000;

/** Hosts that are this very machine: browsers take what comes from them as safe as what comes by https. */
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A name or number of a host: some browsers would take a space or a sign for a part of one. */
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/;

/** Why an address cannot be used. */
export type AddressFault =
  | 'not-an-address'
  /** Not encrypted: anybody on the way could change what it says. */
  | 'not-https'
  /** Has a user's name or a password in it, which would be sent. */
  | 'password';

export type AddressReading =
  | { readonly address: string; readonly fault: null }
  | { readonly address: null; readonly fault: AddressFault };

const refused = (fault: AddressFault): AddressReading => ({ address: null, fault });

/**
 * An address as it was typed, in the one way in which it is stored: without a hash, and with `https://`
 * where no scheme was typed. `http` is taken from this machine alone (`localhost`, `127.0.0.1`, `[::1]`).
 */
export function readAddress(typed: string): AddressReading {
  const trimmed = typed.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[^/:]+:\d/.test(trimmed);
  const url = URL.parse(hasScheme ? trimmed : `https://${trimmed}`);
  if (trimmed.length > LONGEST || !url || !HOST.test(url.hostname)) return refused('not-an-address');
  const isLoopback = url.protocol === 'http:' && LOOPBACK.has(url.hostname);
  if (url.protocol !== 'https:' && !isLoopback) return refused('not-https');
  if (url.username !== '' || url.password !== '') return refused('password');
  url.hash = '';
  return { address: url.href, fault: null };
}

/** The host of an address, with its port where that is not the usual one. */
export const hostOf = (address: string): string => URL.parse(address)?.host ?? address;
