/** Checks of the parameters that pages and the popup receive, without the schema library. */
import type { PageState, Params } from './protocol';

function fieldsOf(params: unknown): Readonly<Record<string, unknown>> {
  if (typeof params !== 'object' || params === null) throw new TypeError('a message without parameters');
  // Any object has fields of unknown values.
  return params as Readonly<Record<string, unknown>>;
}

/** The parameters of `state-changed`; throws where they are something else. */
export function pageState(params: unknown): PageState {
  const { state, count } = fieldsOf(params);
  if (state === 'read' && typeof count === 'number' && Number.isInteger(count) && count >= 0)
    return { state, count };
  if (state === 'failed' || state === 'not-a-story' || state === 'off') return { state };
  throw new TypeError('no state of a page');
}

/** The parameters of `go-to-entry`; throws where they are something else. */
export function wantedEntry(params: unknown): Params['go-to-entry'] {
  const { id } = fieldsOf(params);
  if (typeof id !== 'string') throw new TypeError('no id of an entry');
  return { id };
}

/** The parameters of `open-at-selection`; throws where they are something else. */
export function selectedEntry(params: unknown): Params['open-at-selection'] {
  const { found } = fieldsOf(params);
  if (found === null) return { found };
  const { id, alias } = fieldsOf(found);
  if (typeof id !== 'string' || typeof alias !== 'string') throw new TypeError('no entry that was found');
  return { found: { id, alias } };
}
