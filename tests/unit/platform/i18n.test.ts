import { afterEach, describe, expect, test, vi } from 'vitest';
import stub, { type InterfaceLocale, setInterface } from '../../gallery/browser-stub';

vi.mock('webextension-polyfill', () => import('../../gallery/browser-stub'));

import { countedMessage, interfaceLocale, message } from '../../../lib/platform/i18n';

afterEach(() => {
  setInterface('en');
  vi.restoreAllMocks();
});

describe('a counted message has the form that its language counts by', () => {
  test.for<[InterfaceLocale, number, string]>([
    ['en', 1, '1 source'],
    ['en', 0, '0 sources'],
    ['en', 12_345, '12,345 sources'],
    ['de', 1, '1 Quelle'],
    ['de', 12_345, '12.345 Quellen'],
    ['fr', 0, '0 source'],
    ['fr', 2, '2 sources'],
    ['fr', 1_000_000, '1\u202f000\u202f000 sources'],
    ['es', 2, '2 fuentes'],
    ['ar', 0, 'بلا مصادر'],
    ['ar', 1, 'مصدر واحد'],
    ['ar', 2, 'مصدران'],
    ['ar', 3, '3 مصادر'],
    ['ar', 10, '10 مصادر'],
    ['ar', 11, '11 مصدرًا'],
    ['ar', 99, '99 مصدرًا'],
    ['ar', 100, '100 مصدر'],
    ['ar', 103, '103 مصادر'],
  ])('%s, %i: %s', ([language, count, text]) => {
    setInterface(language);
    expect(countedMessage(count, 'cardSources')).toBe(text);
  });
});

describe('what is put into a message', () => {
  test('numbers are written as the language writes them', () => {
    setInterface('de');
    expect(message('popupAtMention', 3, 1200)).toBe('3 von 1.200');
    setInterface('ar');
    expect(message('popupAtMention', 3, 12)).toBe('3 من 12');
  });
  test('texts do not turn the sentence around them, nor are turned', () => {
    setInterface('ar');
    expect(message('cardLabel', 'Taliban (TTP)')).toBe('خلفية عن \u2068Taliban (TTP)\u2069');
  });
  test('nothing unseen comes into left-to-right languages', () => {
    setInterface('fr');
    expect(message('cardLabel', 'Taliban')).toBe('Contexte\u00a0: Taliban');
  });
});

describe('dates, numbers and lists are', () => {
  test.for<[string, string, InterfaceLocale, string]>([
    ['the browser’s own variety of the interface’s language', 'en-GB', 'en', '5 Jan 2026'],
    ['', 'en-US', 'en', 'Jan 5, 2026'],
    ['', 'de-AT', 'de', '05.01.2026'],
    ['the interface’s, where the browser speaks a language that it lacks', 'ja', 'en', 'Jan 5, 2026'],
    ['in the digits of the glossary’s sentences', 'ar-EG', 'ar', '05\u200f/01\u200f/2026'],
  ])('%s: %s', ([, browsers, language, date]) => {
    setInterface(language);
    vi.spyOn(stub.i18n, 'getUILanguage').mockReturnValue(browsers);
    const format = new Intl.DateTimeFormat(interfaceLocale(), { dateStyle: 'medium', timeZone: 'UTC' });
    expect(format.format(Date.UTC(2026, 0, 5))).toBe(date);
  });
});
