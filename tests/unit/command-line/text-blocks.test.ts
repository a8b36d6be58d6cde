import { describe, expect, it } from 'vitest';
import { blocksOfText, joinBlocks } from '../../../lib/command-line/text-blocks';

describe('the blocks of a plain text', () => {
  it.each([
    ['one paragraph', 'Kabul fell.', ['Kabul fell.']],
    ['a line break inside', 'Kabul\nfell. It was August.', ['Kabul\nfell. It was August.']],
    ['a blank line', 'Kabul fell.\n\nThen Herat.', ['Kabul fell.', 'Then Herat.']],
    ['blank lines with spaces', 'Kabul fell.\n \t\n\nThen Herat.', ['Kabul fell.', 'Then Herat.']],
    ['lines of Windows', 'Kabul fell.\r\n\r\nThen\r\nHerat.\r\n', ['Kabul fell.', 'Then\r\nHerat.\r\n']],
    ['lines of old Macs', 'Kabul fell.\r\rThen Herat.', ['Kabul fell.', 'Then Herat.']],
    ['a byte order mark', '\ufeffKabul fell.\n\nThen Herat.', ['Kabul fell.', 'Then Herat.']],
    ['blank lines at both ends', '\n\nKabul fell.\n\n\n', ['Kabul fell.']],
    ['nothing', '', []],
    ['nothing but space', ' \n\n \n', []],
  ])('with %s', (_, text, expected) => {
    const blocks = blocksOfText(text);
    expect(blocks.map((block) => block.text)).toEqual(expected);
    for (const block of blocks) expect(text.startsWith(block.text, block.offset)).toBe(true);
  });

  it('begin with a headline where a short line stands before the rest', () => {
    expect(blocksOfText('Kabul falls\n\nKabul fell on Sunday.').map((b) => b.role)).toEqual([
      'headline',
      'body',
    ]);
  });

  it.each([
    ['there is only one', 'Kabul falls'],
    ['the first has two lines', 'Kabul falls\nin a day\n\nIt fell.'],
    ['the first is long', `${'Kabul fell. '.repeat(20)}\n\nIt fell.`],
  ])('begin with no headline where %s', (_, text) => {
    expect(blocksOfText(text)[0]?.role).toBe('body');
  });
});

describe('joined blocks', () => {
  it('stand apart by blank lines, each at its offset', () => {
    const { text, blocks } = joinBlocks([
      { text: 'Kabul falls', role: 'headline' },
      { text: 'It fell.', role: 'body' },
    ]);
    expect(text).toBe('Kabul falls\n\nIt fell.');
    expect(blocks.map((block) => block.offset)).toEqual([0, 13]);
  });
});
