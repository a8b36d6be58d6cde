import type { CardSource } from '../../lib/glossary/card-view';
import { message } from '../../lib/platform/i18n';

interface SourceMarksProps {
  readonly numbers: readonly number[];
  readonly sources: readonly CardSource[];
}

/** The small numbers after a statement, each leading to its source. */
export function SourceMarks({ numbers, sources }: SourceMarksProps) {
  const cited = sources.filter((source) => numbers.includes(source.number));
  if (cited.length === 0) return null;
  return (
    <sup class="refs">
      {cited.map(({ number, publisher, url }) => {
        const label = message('cardSourceNumber', number, publisher);
        return (
          <a
            key={number}
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            title={label}
            aria-label={label}
          >
            {number}
          </a>
        );
      })}
    </sup>
  );
}
