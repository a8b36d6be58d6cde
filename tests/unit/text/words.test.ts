import { describe, expect, it } from 'vitest';
import { foldedWord, hashFolded, splitWords } from '../../../lib/text/words';

const WORDS: readonly (readonly [name: string, text: string, words: readonly string[]])[] = [
  ['spaces', 'Kabul fell', ['Kabul', 'fell']],
  ['hyphens', 'Taliban-linked', ['Taliban', 'linked']],
  ['apostrophes inside', 'Qa’ida’s O’Neill', ['Qa’ida’s', 'O’Neill']],
  ['apostrophes outside', '‘Taliban’ Tunisians’', ['Taliban', 'Tunisians']],
  ['digits', 'M23 in 2026', ['M23', 'in', '2026']],
  ['dotted acronyms take their stops', 'the U.S.-led', ['the', 'U.S.', 'led']],
  ['a sentence’s end is no dotted acronym', 'plan B. Then', ['plan', 'B', 'Then']],
  ['an initial is no dotted acronym', 'J. Smith', ['J', 'Smith']],
  ['a stop with a mark upon it stays out', 'U.S.\u0301', ['U.S']],
  ['soft hyphens inside, not behind', 'Tali\u00adban\u00ad x', ['Tali\u00adban', 'x']],
  ['marks behind', 'e\u0301a\u0306 b', ['e\u0301a\u0306', 'b']],
  ['Han, a word a character', '塔利班 A', ['塔', '利', '班', 'A']],
  ['Thai, a word a character with its marks', 'ตาลี', ['ต', 'า', 'ลี']],
  ['Arabic', 'قالت طالبان', ['قالت', 'طالبان']],
  ['a pair', 'a𝐀', ['a𝐀']],
  ['half a pair is no letter', 'a\ud800b', ['a', 'b']],
  ['underscores part words', 'kabul_news', ['kabul', 'news']],
  ['nothing', '', []],
];

describe('splitWords', () => {
  it.each(WORDS.map(([name, text, words]) => ({ name, text, words })))('$name', ({ text, words }) => {
    const split = splitWords(text);
    expect(split.starts.map((start, i) => text.slice(start, split.ends[i]))).toEqual(words);
  });

  it('hashes each word as its fold is hashed', () => {
    const words = splitWords('al-Qa’ida Erdog\u0306an Straße 塔 अफ\u093c U.S. ﬁn 𝐊');
    words.hashes.forEach((hash, i) => {
      expect(hash).toBe(hashFolded(foldedWord(words, i)));
    });
  });
});
