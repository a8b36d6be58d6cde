/**
 * Functions that the bench sends into a page. They travel as source text: each stands alone, and holds no
 * named function of its own.
 */

/** Puts a mark on the page's timeline in the first frame that shows marks of ours. */
export function markFirstMarks(): void {
  const timer = setInterval(() => {
    for (const name of CSS.highlights.keys()) {
      if (!name.startsWith('newsgloss')) continue;
      clearInterval(timer);
      requestAnimationFrame(() => performance.mark('bench-seen'));
      return;
    }
  }, 4);
}

/** Places that are marked now. */
export function countMarks(): number {
  let count = 0;
  for (const [name, highlight] of CSS.highlights) if (name.startsWith('newsgloss')) count += highlight.size;
  return count;
}

/**
 * What pages do all day: texts changed, paragraphs added and taken away. Ms until it is done, our
 * observers' first turn included.
 */
export async function workOnPage(): Promise<number> {
  const paragraphs = [...document.querySelectorAll('article p')];
  const article = document.querySelector('article');
  const startMs = performance.now();
  for (let at = 0; at < 2_000; at++) {
    const paragraph = paragraphs[at % paragraphs.length];
    const text = document.createTextNode('Now: ');
    paragraph?.prepend(text);
    text.data = 'Then: ';
    text.remove();
    const added = document.createElement('p');
    added.textContent = 'Added by the page.';
    article?.append(added);
    added.remove();
  }
  await Promise.resolve();
  return performance.now() - startMs;
}

/** Changes a style of one paragraph and waits for the frames that show it. */
export async function changeStyle(): Promise<void> {
  const paragraph = document.querySelector<HTMLElement>('article p');
  performance.mark('bench-begin');
  if (paragraph) paragraph.style.color = paragraph.style.color === 'navy' ? '' : 'navy';
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  performance.mark('bench-end');
}

/** Goes to where paragraphs are appended: marks are painted near what is in sight. */
export function scrollToEnd(): void {
  document.scrollingElement?.scrollTo({ top: document.scrollingElement.scrollHeight, behavior: 'instant' });
}

/** Whether the story's last paragraph has a mark of ours. */
export function isEndMarked(): boolean {
  const end = document.querySelector('article')?.lastElementChild;
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('newsgloss')) continue;
    // TypeScript's list of the DOM knows no way to go through a highlight.
    for (const { startContainer } of highlight as unknown as Iterable<AbstractRange>)
      if (end?.contains(startContainer)) return true;
  }
  return false;
}

export function appendParagraph(): void {
  const added = document.createElement('p');
  added.textContent = 'Late on Friday people in Kabul and Kandahar said that nothing had changed in Moscow.';
  document.querySelector('article')?.append(added);
}

/** Finds the element under the pointer at every move: the least that any hover does. */
export function followPointer(): void {
  addEventListener('pointermove', ({ clientX, clientY }) => {
    document.elementFromPoint(clientX, clientY);
  });
}

/** By it a trace's events are told to be this page's. */
export function markHere(): void {
  performance.mark('bench-here');
}
