import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldKey, foldText } from '../../../lib/text/fold';
import { anyText, splitsPair } from './arbitrary-text';

const FOLDS: readonly (readonly [name: string, text: string, folded: string])[] = [
  ['case', 'TaLiBan', 'taliban'],
  ['a hyphen is a space', 'al-Qaeda', 'al qaeda'],
  ['a run of dashes and spaces is one space', 'al – Qaeda', 'al qaeda'],
  ['punctuation between words is one space', 'Washington, D.C.', 'washington dc'],
  ['apostrophes go', 'Qa’ida', 'qaida'],
  ['a possessive is part of the word here', 'Taliban’s', 'talibans'],
  ['ayn and hamza go', 'Ṣanʿāʾ', 'sana'],
  ['quotation marks are no part of a word', '‘Taliban’', 'taliban'],
  ['a prime behind a digit parts words', '39′40″', '39 40'],
  ['diacritics', 'Erdoğan Zürich São', 'erdogan zurich sao'],
  ['Turkish i', 'İIıi', 'iiii'],
  ['letters with strokes', 'Łódź Øresund Đakovo', 'lodz oresund dakovo'],
  ['sharp s and ligatures', 'Straße Æsir œuvre ﬁn', 'strasse aesir oeuvre fin'],
  ['schwa', 'Əliyev', 'aliyev'],
  ['Vietnamese', 'Nguyễn Phú Trọng', 'nguyen phu trong'],
  ['Greek accents and final sigma', 'Τσίπρας', 'τσιπρασ'],
  ['Cyrillic й, ё, ї', 'Толстой Фёдор Київ', 'толстои федор киів'],
  ['Arabic hamza seats', 'أإآا', 'اااا'],
  ['Arabic yeh, kaf, heh', 'ایران کابل غزة', 'ايران كابل غزه'],
  ['harakat and tatweel', 'طَالـــبان', 'طالبان'],
  ['Hebrew points', 'חַמָאס', 'חמאס'],
  ['Devanagari signs stay', 'तालिबान', 'तालिबान'],
  ['composed nukta is decomposed nukta', '\u0958ाबुल', foldKey('\u0915\u093cाबुल')],
  ['Thai marks stay', 'ตาลีบัน', 'ตาลีบัน'],
  ['kana with a voicing mark', 'か\u3099', 'が'],
  ['half-width kana', 'ﾊﾞﾝ', 'バン'],
  ['Hangul jamo', '\u1112\u1161\u11ab', '한'],
  ['full-width Latin', 'ＮＡＴＯ', 'nato'],
  ['mathematical letters', '𝐊𝐚𝐛𝐮𝐥', 'kabul'],
  ['dotted acronyms', 'U.S. and U.S', 'us and us'],
  ['initials are words', 'J. Smith', 'j smith'],
  ['invisible characters', 'Ta\u00adli\u200bb\u2060an\ufeff', 'taliban'],
  ['no-break and thin spaces', 'Burkina\u00a0Faso\u2009now', 'burkina faso now'],
  ['superscripts part words', 'Taliban²', 'taliban'],
  ['nothing', '', ''],
  ['only punctuation', '…—!', ''],
];

describe('foldText', () => {
  it.each(FOLDS.map(([name, text, folded]) => ({ name, text, folded })))('$name', ({ text, folded }) => {
    expect(foldText(text).text).toBe(folded);
    expect(foldKey(text)).toBe(folded);
  });

  it('maps back to what a unit stands for, marks included', () => {
    const folded = foldText('Erdog\u0306an’s');
    const at = folded.text.indexOf('g');
    expect([folded.starts[at], folded.ends[at]]).toEqual([4, 6]);
  });

  it('maps both units of a ligature to the ligature', () => {
    const folded = foldText('oﬃce');
    expect(folded.text).toBe('office');
    expect(folded.starts).toEqual([0, 1, 1, 1, 2, 3]);
  });

  it('maps a gap to the whole gap', () => {
    const folded = foldText('al – Qaeda');
    expect([folded.starts[2], folded.ends[2]]).toEqual([2, 5]);
  });
});

describe('laws of folding', () => {
  it('is idempotent', () => {
    fc.assert(
      fc.property(anyText, (text) => foldKey(foldKey(text)) === foldKey(text)),
      { numRuns: 2000 },
    );
  });

  it('gives spans that lie on the original, in order, one for each unit', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: folded, starts, ends } = foldText(text);
        expect(starts.length).toBe(folded.length);
        starts.forEach((start, i) => {
          const end = ends[i] ?? -1;
          expect(start).toBeGreaterThanOrEqual(starts[i - 1] ?? 0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('never splits a surrogate pair', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { starts, ends } = foldText(text);
        for (const offset of [...starts, ...ends]) expect(splitsPair(text, offset)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not care for normalisation', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldKey(text.normalize('NFD'))).toBe(foldKey(text.normalize('NFC')));
      }),
      { numRuns: 1000 },
    );
  });
});
