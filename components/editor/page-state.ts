/** What the page shows, as far as that is not the glossary itself: one state, one way to change it. */
import { type ListQuery, WHOLE_LIST } from '../../lib/editing/list-query';
import { type ListState, NOTHING_SELECTED } from '../../lib/editing/list-state';
import type { OpenedAt } from './page-address';

export type PanelName = 'help' | 'exchange' | 'shared' | 'snapshots';

export interface PageState {
  readonly query: ListQuery;
  readonly list: ListState;
  readonly opened: OpenedAt;
  /** A part that lies over the rest; null for none. */
  readonly panel: PanelName | null;
  /** What the last action came to, in words. */
  readonly said: string;
}

export type PageAction =
  | { readonly type: 'asked'; readonly query: ListQuery }
  | { readonly type: 'selected'; readonly list: ListState }
  | { readonly type: 'opened'; readonly opened: OpenedAt }
  | { readonly type: 'panel'; readonly panel: PanelName | null }
  | { readonly type: 'said'; readonly said: string };

export function firstState(opened: OpenedAt): PageState {
  const list = opened.at === 'entry' ? { ...NOTHING_SELECTED, active: opened.id } : NOTHING_SELECTED;
  return { query: WHOLE_LIST, list, opened, panel: null, said: '' };
}

export function reduce(state: PageState, action: PageAction): PageState {
  switch (action.type) {
    case 'asked':
      // What was selected may no longer be in the list, and would be acted on unseen.
      return { ...state, query: action.query, list: NOTHING_SELECTED };
    case 'selected':
      return { ...state, list: action.list };
    case 'opened':
      return { ...state, opened: action.opened, panel: null, said: '' };
    case 'panel':
      return { ...state, panel: action.panel };
    case 'said':
      return { ...state, said: action.said };
  }
}
