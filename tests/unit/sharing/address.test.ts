import { describe, expect, it } from 'vitest';
import { hostOf, readAddress } from '../../../lib/sharing/address';

describe('an address', () => {
  it.each([
    ['https://desk.example/names.json', 'https://desk.example/names.json'],
    ['  https://Desk.Example/names.json ', 'https://desk.example/names.json'],
    ['desk.example/names.json', 'https://desk.example/names.json'],
    ['desk.example:8443/names.json', 'https://desk.example:8443/names.json'],
    ['https://desk.example/names.json?key=1#top', 'https://desk.example/names.json?key=1'],
    ['https://bücher.example/a', 'https://xn--bcher-kva.example/a'],
    ['http://localhost:8080/names.json', 'http://localhost:8080/names.json'],
    ['http://127.0.0.1/names.json', 'http://127.0.0.1/names.json'],
    ['http://[::1]/names.json', 'http://[::1]/names.json'],
  ])('“%s” is %s', (typed, address) => {
    expect(readAddress(typed)).toEqual({ address, fault: null });
    expect(readAddress(address).address).toBe(address);
  });

  it.each([
    ['', 'not-an-address'],
    ['names of the desk', 'not-an-address'],
    ['javascript:alert(1)', 'not-an-address'],
    ['data:application/json,{}', 'not-an-address'],
    ['file:///etc/passwd', 'not-an-address'],
    [`https://desk.example/${'a'.repeat(2_000)}`, 'not-an-address'],
    ['http://desk.example/names.json', 'not-https'],
    ['http://localhost.example/names.json', 'not-https'],
    ['http://127.0.0.1.example/names.json', 'not-https'],
    ['ftp://desk.example/names.json', 'not-https'],
    ['moz-extension://abc/names.json', 'not-https'],
    ['https://me@desk.example/names.json', 'password'],
    ['https://me:word@desk.example/names.json', 'password'],
  ])('“%s” is refused: %s', (typed, fault) => {
    expect(readAddress(typed)).toEqual({ address: null, fault });
  });

  it('is named by its host, with a port that is not the usual one', () => {
    expect(hostOf('https://desk.example/a')).toBe('desk.example');
    expect(hostOf('https://desk.example:8443/a')).toBe('desk.example:8443');
  });
});
