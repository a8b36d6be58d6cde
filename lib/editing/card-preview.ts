import type { CardView, SharedOrigin } from '../glossary/card-types';
import { cardView } from '../glossary/card-view';
import type { PartialDate } from '../glossary/dates';
import { buildGlossary } from '../glossary/glossary';
import type { Entry } from '../glossary/schema';
import type { Catalogue } from './catalogue';

/** The card of an entry as it is being written, among those that it names and that name it. */
export function cardPreview(
  catalogue: Catalogue,
  entry: Entry,
  storyDate: PartialDate | null,
  today: PartialDate,
  from: SharedOrigin | null,
): CardView {
  const beside = catalogue.relatedTo(entry).filter(({ state }) => state !== 'hidden');
  const rank = (id: string) => catalogue.rankOf(id) ?? Number.POSITIVE_INFINITY;
  const others = beside.sort((a, b) => rank(a.id) - rank(b.id)).map((row) => row.entry);
  return cardView(
    entry,
    storyDate,
    buildGlossary([...others.filter(({ id }) => id !== entry.id), entry]),
    today,
    from,
  );
}
