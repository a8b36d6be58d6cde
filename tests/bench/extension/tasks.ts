/** What the bench's content script can be asked to do, by the fragment of the page's address. */

export const TASKS = [
  'wake',
  'walker',
  'read',
  'whole',
  'find-and-replace',
  'mark-js',
  'paint',
  'spans',
] as const;
export type Task = (typeof TASKS)[number];

/** What a task gives back: times in ms, and counts. */
export type TaskResult = Readonly<Record<string, number>>;

/** Attribute of the page's root in which the result stands as JSON. */
export const RESULT_ATTRIBUTE = 'data-bench-result';

/** Marks on the page's timeline around what is to be weighed there. */
export const BEGIN_MARK = 'bench-begin';
export const END_MARK = 'bench-end';

/** Functions of the bench's background, under this name of its global object. */
export const BACKGROUND = 'bench$';
export interface BenchBackground {
  /** Builds the index of so many made names in slices, and keeps it. */
  keep(names: number): Promise<{ readonly buildMs: number; readonly longestSliceMs: number }>;
  /** Loads what was kept: ms from asking to having it. */
  load(): Promise<number>;
}
