import { foldKey } from '../../lib/text/fold';
import type { NameGroup } from './model';

/**
 * The groups with only the names that have the query in their name, their one-liner or a form that the
 * story uses; compared as names in stories are, without case, accents and kinds of hyphen. All of them
 * for a query without a word.
 */
export function filteredGroups(groups: readonly NameGroup[], query: string): readonly NameGroup[] {
  const wanted = foldKey(query);
  if (wanted === '') return groups;
  return groups
    .map(({ kind, names }) => ({
      kind,
      names: names.filter(({ name, summary, forms }) =>
        [name, summary ?? '', ...forms].some((text) => foldKey(text).includes(wanted)),
      ),
    }))
    .filter(({ names }) => names.length > 0);
}
