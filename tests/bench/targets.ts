/** What is aimed at, row by row, and which figure tells whether it was reached. */
import { type Figure, shownFigure } from './report';

interface Target {
  readonly what: string;
  /** Name of the figure that is judged. */
  readonly figure: string;
  readonly limit: number;
  /** `least`: the figure should be no less than the limit; else no more. */
  readonly least?: true;
}

export const TARGETS: readonly Target[] = [
  { what: 'Scan at 1,000 names, against a bare loop', figure: 'scan/1000/to-loop', limit: 5 },
  { what: 'Scan at 10,000 names, against a bare loop', figure: 'scan/10000/to-loop', limit: 5 },
  { what: 'Scan at 100,000 names, against a bare loop', figure: 'scan/100000/to-loop', limit: 5 },
  { what: 'Growth of the scan from 1,000 to 100,000 names', figure: 'scan/growth', limit: 1.3 },
  {
    what: 'Scan at 30,000 names: the best npm Aho-Corasick against ours',
    figure: 'scan/peer-to-ours',
    limit: 5,
    least: true,
  },
  {
    what: 'Build at 30,000 names: the best npm Aho-Corasick against ours',
    figure: 'build/peer-to-ours',
    limit: 10,
    least: true,
  },
  { what: 'Whole annotate, against the scan', figure: 'annotate/to-scan', limit: 2 },
  { what: 'Index at 100,000 names, bytes a name', figure: 'index/100000/bytes-a-name', limit: 60 },
  { what: 'Index at 100,000 names, load when the background wakes', figure: 'index/100000/load', limit: 30 },
  { what: 'Index at 100,000 names, build', figure: 'index/100000/build', limit: 400 },
  { what: 'Longest task of that build', figure: 'index/100000/longest-slice', limit: 50 },
  {
    what: 'Our script for a story, cold, in all, against a bare TreeWalker',
    figure: 'story/script/to-walker',
    limit: 3,
  },
  {
    what: 'Reading the page’s text, cold, against a bare TreeWalker',
    figure: 'read/to-walker',
    limit: 3,
  },
  {
    what: 'Our script on a page without names, against a bare TreeWalker',
    figure: 'nameless/script/to-walker',
    limit: 0.6,
  },
  {
    what: '300 names on a page: findAndReplaceDOMText against ours, on the page’s thread',
    figure: 'whole/find-and-replace-to-ours',
    limit: 3,
    least: true,
  },
  {
    what: '300 names on a page: mark.js against ours, on the page’s thread',
    figure: 'whole/mark-js-to-ours',
    limit: 150,
    least: true,
  },
  { what: 'Longest task of ours on a story', figure: 'story/longest-task', limit: 8 },
  { what: 'Longest task of ours on a ten-fold page', figure: 'tenfold/longest-task', limit: 8 },
  { what: 'Painting, against wrapping the same names in spans', figure: 'paint/to-spans', limit: 0.5 },
  { what: 'Layouts that painting asks for', figure: 'paint/layouts', limit: 0 },
  {
    what: 'The page’s own DOM work with 5,000 mentions, against without us',
    figure: 'page-work/dom/to-without',
    limit: 1.05,
  },
  {
    what: 'Its frame with a change of style, against without us',
    figure: 'page-work/style-frame/to-without',
    limit: 3,
  },
  { what: 'Appended paragraph on a story, our script', figure: 'appended/story', limit: 0.15 },
  { what: 'Appended paragraph on a ten-fold page, our script', figure: 'appended/tenfold', limit: 0.15 },
  {
    what: 'Pointer move with 1,000 mentions, against elementFromPoint',
    figure: 'pointer/to-element-from-point',
    limit: 1.5,
  },
  { what: 'Memory a story’s tab, beyond an empty content script', figure: 'memory/story', limit: 2 },
  { what: 'Script on a page that is no story, gzipped', figure: 'size/gate', limit: 6 },
  { what: 'Script in all on a story, gzipped', figure: 'size/story', limit: 30 },
  { what: 'From document_idle to marks in view, warm background', figure: 'story/idle-to-marks', limit: 50 },
];

/** Rows of what was aimed at and what was measured; the first is their head. Rows without a figure say so. */
export function targetRows(figures: Readonly<Record<string, Figure>>): string[][] {
  const rows = TARGETS.map(({ what, figure: id, limit, least }) => {
    const figure = figures[id];
    const unit = figure?.unit ?? 'count';
    const target = `${least ? '≥' : '≤'} ${shownFigure({ value: limit, unit })}`;
    if (!figure) return [what, target, 'not measured', ''];
    const isReached = least ? figure.value >= limit : figure.value <= limit;
    return [what, target, shownFigure(figure), isReached ? 'reached' : 'missed'];
  });
  return [['what', 'target', 'measured', ''], ...rows];
}
