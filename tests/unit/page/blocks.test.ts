import { describe, expect, it } from 'vitest';
import { blocksUnder } from '../../../lib/page/blocks';
import { boundariesOf } from '../../../lib/page/ranges';
import { pageOf } from './page-of';

const textsOf = (html: string) => blocksUnder(pageOf(html).body, () => true).map((block) => block.text);

/** Puts a shadow root with this content into the element with this id. */
function withShadow(document: Document, id: string, html: string): ShadowRoot {
  const root = document.getElementById(id)?.attachShadow({ mode: 'open' });
  if (!root) throw new Error(`${id} is there`);
  root.innerHTML = html;
  return root;
}

describe('blocksUnder', () => {
  it('reads open shadow roots where they are shown, also in one another, and what is put into their slots', () => {
    const { body } = pageOf(
      '<p>Before.</p><div id="a"><p>Slotted.</p></div><p>After <span id="b"></span>.</p>',
    );
    const root = withShadow(body.ownerDocument, 'a', '<p>First.</p><slot></slot><div id="c"></div>');
    const inner = root.getElementById('c')?.attachShadow({ mode: 'open' });
    if (inner) inner.innerHTML = 'Last.';
    withShadow(body.ownerDocument, 'b', '<b>Kab</b>ul');
    const blocks = blocksUnder(body, () => true);
    expect(blocks.map(({ text }) => text)).toEqual([
      'Before.',
      'First.',
      'Slotted.',
      'Last.',
      'After Kabul.',
    ]);
    const kabul = blocks[4] && boundariesOf(blocks[4], { start: 6, end: 11 });
    expect(kabul?.startContainer.nodeValue).toBe('Kab');
  });

  it('shows a slot’s own text where nothing is put into it, and none of a closed root', () => {
    const { body } = pageOf('<div id="a"></div><div id="b">Light.</div>');
    withShadow(body.ownerDocument, 'a', '<slot>Instead.</slot>');
    body.ownerDocument.getElementById('b')?.attachShadow({ mode: 'closed' });
    expect(blocksUnder(body, () => true)[0]?.text).toBe('Instead.');
  });

  it.each([
    ['one block a paragraph', '<p>One said.</p><p>Two said.</p>', ['One said.', 'Two said.']],
    [
      'across inline elements',
      '<p><b>ISIS</b>-K and the <a href="#x">Islamic</a> State</p>',
      ['ISIS-K and the Islamic State'],
    ],
    [
      'across comments, as frameworks leave them',
      '<p>Hayat<!-- --> Tahrir<!-- --> al-Sham</p>',
      ['Hayat Tahrir al-Sham'],
    ],
    ['across text that takes no room', '<p>Kab<wbr>ul<script>x()</script> said</p>', ['Kabul said']],
    ['with white space as shown', '<p>\n   Kabul \n <b> fell </b>\n</p>', ['Kabul fell']],
    ['text beside paragraphs', '<div>Lead.<p>Body.</p>Tail.</div>', ['Lead.', 'Body.', 'Tail.']],
    [
      'a line break within, two between',
      '<p>One line<br>and more<br><br>Another</p>',
      ['One line\nand more', 'Another'],
    ],
    [
      'cells and list items apart',
      '<table><tr><td>Herat</td><td>Kunar</td></tr></table><ul><li>One</li><li>Two</li></ul>',
      ['Herat', 'Kunar', 'One', 'Two'],
    ],
    [
      'nothing of controls, forms and code',
      '<p>Said <button>Share</button> nothing</p><form>Sign up</form><pre>code</pre><nav>Home</nav>',
      ['Said', 'nothing'],
    ],
    [
      'nothing that is edited',
      '<div contenteditable="true"><p>Draft of mine</p></div><textarea>Draft</textarea><p>Done</p>',
      ['Done'],
    ],
    ['nothing that is hidden', '<p hidden>No</p><div aria-hidden="true">No</div><p>Yes</p>', ['Yes']],
    [
      'no teasers for other stories',
      '<p>Text</p><div><a href="/x">Ten things to know about tea</a></div>',
      ['Text'],
    ],
    [
      'a linked headline in a paragraph',
      '<p><a href="/x">Ten things to know about tea</a></p>',
      ['Ten things to know about tea'],
    ],
    [
      'no lists of links',
      '<ul><li><a href="/a">World</a></li><li><a href="/b">Sport</a></li></ul><p>Text</p>',
      ['Text'],
    ],
    ['nothing without a letter', '<p>* * *</p><p>2021</p><p>a</p>', ['a']],
    [
      'right-to-left text in order',
      '<p dir="rtl">قالت <b>حركة طالبان</b> إنها</p>',
      ['قالت حركة طالبان إنها'],
    ],
  ])('%s', (_name, html, texts) => {
    expect(textsOf(html)).toEqual(texts);
  });

  it('tells headlines and captions from text', () => {
    const html = '<h1>Head</h1><figure><img><figcaption>Caption</figcaption></figure><p>Text</p><h2>Sub</h2>';
    expect(blocksUnder(pageOf(html).body, () => true).map((block) => block.role)).toEqual([
      'headline',
      'caption',
      'body',
      'headline',
    ]);
  });

  it('leaves out what the page does not show', () => {
    const shown = blocksUnder(pageOf('<p id="a">One</p><p>Two</p>').body, (element) => element.id !== 'a');
    expect(shown.map((block) => block.text)).toEqual(['Two']);
  });

  it('takes time in proportion to the nodes of one block, however many there are', () => {
    const document = pageOf('<p></p>');
    const paragraph = document.querySelector('p');
    const texts = Array.from({ length: 40_000 }, (_, n) => `some forty characters of one long block ${n} `);
    paragraph?.append(...texts);
    const [block] = blocksUnder(document.body, () => true);
    expect(block?.text).toBe(texts.join('').trimEnd());
  });

  it('does not exhaust the stack on absurd nesting', () => {
    const deep = `${'<div>'.repeat(1_500)}deep${'</div>'.repeat(1_500)}<p>Text</p>`;
    expect(textsOf(deep)).toContain('Text');
  });
});

describe('boundariesOf', () => {
  const boundariesIn = (html: string, name: string) => {
    const [block] = blocksUnder(pageOf(html).body, () => true);
    if (!block) throw new Error('no block');
    const start = block.text.indexOf(name);
    return boundariesOf(block, { start, end: start + name.length });
  };

  it.each([
    [
      'in one node',
      '<p>Troops left Kabul today</p>',
      'Kabul',
      ['Troops left Kabul today', 12, 'Troops left Kabul today', 17],
    ],
    ['across elements', '<p>The <b>ISIS</b>-K men</p>', 'ISIS-K', ['ISIS', 0, '-K men', 2]],
    [
      'across collapsed space',
      '<p>Hayat\n   Tahrir</p>',
      'Hayat Tahrir',
      ['Hayat\n   Tahrir', 0, 'Hayat\n   Tahrir', 15],
    ],
    ['after collapsed space', '<p>In\n   Hayat</p>', 'Hayat', ['In\n   Hayat', 6, 'In\n   Hayat', 11]],
  ])('finds a name %s', (_name, html, name, expected) => {
    const found = boundariesIn(html, name);
    expect(
      found && [
        found.startContainer.nodeValue,
        found.startOffset,
        found.endContainer.nodeValue,
        found.endOffset,
      ],
    ).toEqual(expected);
  });

  it('is null once the page removed or cut the text', () => {
    const document = pageOf('<p>Troops left Kabul</p>');
    const [block] = blocksUnder(document.body, () => true);
    const node = document.querySelector('p')?.firstChild;
    if (!block || !node) throw new Error('no block');
    node.nodeValue = 'Troops';
    expect(boundariesOf(block, { start: 12, end: 17 })).toBeNull();
    node.nodeValue = 'Troops left Kabul';
    document.querySelector('p')?.remove();
    expect(boundariesOf(block, { start: 12, end: 17 })).toBeNull();
  });
});
