// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageBlock } from '../../../lib/page/blocks';
import { allAtOnce } from '../../../lib/page/slices';
import { StoryReader } from '../../../lib/page/story-reader';
import { PROSE } from './page-of';

const isShown = (element: Element) => !element.closest('.unseen');

const numbers = new WeakMap<Node, number>();
let numbered = 0;
/** A number for each node, so that which ones are meant is compared and not what they are like. */
function numberOf(node: Node): number {
  const number = numbers.get(node) ?? ++numbered;
  numbers.set(node, number);
  return number;
}

const shapeOf = (blocks: readonly PageBlock[]) =>
  blocks.map(({ element, segments, ...block }) => ({
    ...block,
    element: numberOf(element),
    segments: segments.map(({ node, ...segment }) => ({ ...segment, node: numberOf(node) })),
  }));

/** A page about Kabul with this in its article, its reader, and what an observer has seen since. */
function read(html: string) {
  document.documentElement.innerHTML = `<head><title>Talks</title></head><body><header><h1>Talks</h1></header>
    <article>${html}</article><aside><p>Elsewhere</p></aside></body>`;
  const reader = new StoryReader(document, isShown);
  allAtOnce(reader.read(null));
  const observer = new MutationObserver(() => {});
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  const article = document.querySelector('article');
  if (!article) throw new Error('the page has an article');
  return {
    reader,
    article,
    /** Reads on; true where only what has changed was read. */
    readOn: () => allAtOnce(reader.read(observer.takeRecords())).gone !== null,
    stop: () => observer.disconnect(),
  };
}

/** What a reading of the whole page gives now. */
function wholeNow() {
  const whole = new StoryReader(document, isShown);
  allAtOnce(whole.read(null));
  return whole;
}

function expectAsWhole(reader: StoryReader) {
  const whole = wholeNow();
  expect(shapeOf(reader.blocks)).toEqual(shapeOf(whole.blocks));
  expect(reader.frame).toEqual(whole.frame);
  for (const block of reader.blocks)
    for (const { node } of block.segments)
      if (reader.placeOf(node)?.block !== block) throw new Error(`${node.data} is placed elsewhere`);
}

const PIECES = [
  'words of the day ',
  '<p>A paragraph of <b>some</b> length, which tells what was said on that day and on the one before it.</p>',
  '<p>Short.</p>',
  '<b>Kab</b>',
  '<div>Text <p>with a paragraph</p> in it</div>',
  '<br>',
  '<br><br>',
  '<!-- a comment -->',
  '<nav>Home</nav>',
  '<h2>A heading</h2>',
  '<ul><li><a href="#a">One</a></li><li><a href="#b">Two</a></li></ul>',
  '<ul><li>An item that is no link</li></ul>',
  '<a href="#c">Another story of three words <div>and more</div></a>',
  '<figure><figcaption>A <i>picture</i></figcaption></figure>',
  '<blockquote>Quoted <p>words</p></blockquote>',
  '<span class="unseen">hidden <p>text</p></span>',
  '<section><p>In a section</p> and after it</section>',
  '<script>no()</script>',
  '\n  ',
] as const;

type Edit = readonly [
  kind: 'add' | 'remove' | 'move' | 'say' | 'unwrap',
  at: number,
  to: number,
  piece: number,
];

const edits = fc.array(
  fc.tuple(
    fc.constantFrom<Edit[0]>('add', 'remove', 'move', 'say', 'unwrap'),
    fc.nat(1_000),
    fc.nat(1_000),
    fc.nat(PIECES.length - 1),
  ),
  { minLength: 1, maxLength: 6 },
);

/** Every node below an element. */
function nodesIn(root: Element): Node[] {
  const walker = document.createTreeWalker(root);
  const nodes: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
  return nodes;
}

/** Changes the page as one of its scripts might. */
function apply(root: Element, [kind, at, to, piece]: Edit): void {
  const nodes = nodesIn(root);
  const node = nodes[at % Math.max(1, nodes.length)];
  const elements = [root, ...nodes.filter((one) => one instanceof Element)] as Element[];
  const parent = elements[to % elements.length] ?? root;
  const before = parent.childNodes[at % (parent.childNodes.length + 1)] ?? null;
  if (kind === 'add') {
    const made = document.createElement('template');
    made.innerHTML = PIECES[piece] ?? '';
    parent.insertBefore(made.content, before);
  } else if (kind === 'remove') node?.parentNode?.removeChild(node);
  else if (kind === 'move') {
    if (node && !node.contains(parent))
      parent.insertBefore(node, before === node ? node.nextSibling : before);
  } else if (kind === 'say') {
    if (node instanceof Text) node.data = piece % 3 ? `Said ${to} times` : ' ';
  } else if (node instanceof Element) node.replaceWith(...node.childNodes);
}

describe('StoryReader', () => {
  it('reads on to what a reading of the whole page comes to, whatever a page does to its story', () => {
    let followed = 0;
    fc.assert(
      fc.property(
        fc.array(fc.nat(PIECES.length - 1), { maxLength: 8 }),
        fc.array(edits, { minLength: 1, maxLength: 3 }),
        (pieces, rounds) => {
          const { reader, article, readOn, stop } = read(
            `${PROSE}${pieces.map((at) => PIECES[at]).join('')}${PROSE}`,
          );
          for (const round of rounds) {
            // Some of it beside the story, or to what is around it.
            for (const edit of round) apply(edit[1] % 5 ? article : document.body, edit);
            if (readOn()) followed += 1;
            expectAsWhole(reader);
          }
          stop();
        },
      ),
      { numRuns: 120 },
    );
    // Or the law would be about nothing.
    expect(followed).toBeGreaterThan(50);
  }, 60_000);

  it.each<[what: string, change: (article: Element) => void]>([
    ['a paragraph at the end', (article) => article.insertAdjacentHTML('beforeend', '<p>In Kabul.</p>')],
    [
      'paragraphs at the head',
      (article) => article.insertAdjacentHTML('afterbegin', '<p>One.</p><p>Two.</p>'),
    ],
    ['a word in a paragraph', (article) => article.querySelector('p')?.append(' In Kabul.')],
    ['a paragraph that is no more', (article) => article.querySelector('p')?.remove()],
  ])('reads no more than it must of %s', (_what, change) => {
    const { reader, article, stop } = read(PROSE.repeat(50));
    const seen = new MutationObserver(() => {});
    seen.observe(document, { childList: true, subtree: true, characterData: true });
    change(article);
    const { gone, come } = allAtOnce(reader.read(seen.takeRecords()));
    expect(gone?.size).toBeLessThanOrEqual(1);
    expect(come.length).toBeLessThanOrEqual(2);
    expectAsWhole(reader);
    stop();
    seen.disconnect();
  });

  it.each<[what: string, change: (article: Element) => void]>([
    ['another headline', () => document.querySelector('h1')?.replaceChildren('Other talks')],
    ['text that is elsewhere', (article) => article.replaceWith(...article.childNodes)],
    [
      'more text beside the story than in it',
      () => document.querySelector('aside')?.insertAdjacentHTML('afterend', `<div>${PROSE.repeat(9)}</div>`),
    ],
    [
      'a shadow root',
      (article) => {
        const host = document.createElement('div');
        host.attachShadow({ mode: 'open' }).innerHTML = PROSE;
        article.append(host);
      },
    ],
  ])('reads all anew at %s', (_what, change) => {
    const { reader, article, readOn, stop } = read(PROSE.repeat(3));
    change(article);
    expect(readOn()).toBe(false);
    expectAsWhole(reader);
    stop();
  });

  it('reads what was hidden, once it is shown and the page changes', () => {
    const { reader, article, readOn, stop } = read(
      `${PROSE}<p id="late" class="unseen">In Kabul.</p>${PROSE}`,
    );
    document.getElementById('late')?.removeAttribute('class');
    article.insertAdjacentHTML('beforeend', '<p>The end.</p>');
    expect(readOn()).toBe(true);
    expect(reader.blocks.map(({ text }) => text)).toContain('In Kabul.');
    expectAsWhole(reader);
    stop();
  });
});
