import type { CardSource } from '../../lib/glossary/card-view';
import { languageOf } from '../words/glossary-text';
import { wordDate } from '../words/periods';

/** The card's sources by number, each with who published it and when. */
export function CardSources({ sources }: { readonly sources: readonly CardSource[] }) {
  return (
    <ol class="sources">
      {sources.map(({ number, title, publisher, url, date }) => (
        <li key={number}>
          <span class="number">{number}</span>
          <span>
            <a href={url} target="_blank" rel="noopener noreferrer" {...languageOf(title)}>
              {title}
            </a>
            <span class="aside publisher">
              <bdi>{publisher}</bdi>
              {date ? ` · ${wordDate(date)}` : null}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
