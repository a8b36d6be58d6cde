/**
 * The five pages in a framework of React's kind, of which `kit` has what they need: for React and Preact.
 * Each page leaves `act` in the global scope, which changes it as its own scripts would later.
 */
import { EARLIER, FIRST, LATER, MORE, SECOND, words } from './words.mjs';

export function appOf({ createElement: h, useEffect, useState, lazy, Suspense }) {
  /** Leaves a way to change a page, once it lives. */
  const useAct = (act) =>
    useEffect(() => {
      globalThis.act = act;
    });

  /** Values stand between pieces of text, which React parts by comments. */
  function Text() {
    const [city, setCity] = useState('Kabul');
    useAct(() => setCity('Nangarhar'));
    return h(
      'article',
      null,
      h('h1', null, 'Two meetings in ', 1, ' week'),
      h('p', null, 'In ', city, FIRST.from, h('b', null, 'Zabihullah'), ' ', 'Mujahid', FIRST.to),
      h('p', null, SECOND),
    );
  }

  /** Paragraphs with keys, which change places, come and go. */
  function List() {
    const [paragraphs, setParagraphs] = useState([FIRST.whole, SECOND, MORE]);
    useAct(() => setParagraphs([LATER, MORE, FIRST.whole]));
    return h(
      'article',
      null,
      h('h1', null, 'Two meetings'),
      paragraphs.map((text) => h('p', { key: words(text) }, text)),
    );
  }

  /** What only the reader's own browser knows is put in once the page lives. */
  function Effects() {
    const [lives, setLives] = useState(false);
    const [isOpen, setOpen] = useState(false);
    useEffect(() => setLives(true), []);
    useAct(() => setOpen(true));
    return h(
      'article',
      { className: lives ? 'lives' : 'still' },
      h('h1', null, 'Two meetings'),
      h('p', null, lives ? LATER : EARLIER),
      h('p', null, FIRST.whole),
      isOpen && h('p', null, MORE),
    );
  }

  /** A part that comes to life later than the rest. */
  const Part = () => {
    const [text, setText] = useState(SECOND);
    useAct(() => setText(MORE));
    return h('section', null, h('h2', null, 'Later'), h('p', null, text));
  };
  const LatePart = lazy(() => new Promise((resolve) => setTimeout(() => resolve({ default: Part }), 50)));
  function Late() {
    return h(
      'article',
      null,
      h('h1', null, 'Two meetings'),
      h('p', null, FIRST.whole),
      h(Suspense, { fallback: h('p', null, '…') }, h(LatePart)),
    );
  }

  /** All of the body, or of the document. */
  function Whole() {
    const [more, setMore] = useState([]);
    useAct(() => setMore([MORE, LATER]));
    return h(
      'main',
      { id: 'whole' },
      h('header', null, 'The Sample Courier'),
      h(
        'article',
        null,
        h('h1', null, 'Two meetings'),
        h('p', null, FIRST.whole),
        h('p', null, SECOND),
        ...more.map((text) => h('p', { key: words(text) }, text)),
      ),
    );
  }

  return { text: Text, list: List, effects: Effects, late: Late, whole: Whole };
}
