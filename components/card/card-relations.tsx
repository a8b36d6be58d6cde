import type { RelationChip } from '../../lib/glossary/card-view';
import { message } from '../../lib/platform/i18n';
import { languageOf } from '../words/glossary-text';
import { relationMessage } from '../words/relations';

interface CardRelationsProps {
  readonly relations: readonly RelationChip[];
  /** Null where the other entries' cards cannot be opened: the names are then plain text. */
  readonly onOpenEntry: ((id: string) => void) | null;
}

/** The entries that this one is related to, each with how. */
export function CardRelations({ relations, onOpenEntry }: CardRelationsProps) {
  return (
    <ul class="chips">
      {relations.map(({ kind, id, name }) => {
        const content = (
          <>
            <span class="kind">{message(relationMessage(kind))}</span> <bdi {...languageOf(name)}>{name}</bdi>
          </>
        );
        return (
          <li key={`${kind} ${id}`}>
            {onOpenEntry ? (
              <button type="button" class="chip" onClick={() => onOpenEntry(id)}>
                {content}
              </button>
            ) : (
              <span class="chip">{content}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
