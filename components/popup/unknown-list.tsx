import type { UnknownName } from '../../lib/matching/unknown-names';
import { countedMessage, message } from '../../lib/platform/i18n';

/** How far the adding of a name is; an id once it is the user's. */
export type Adding = { readonly is: 'going-on' | 'failed' } | { readonly is: 'added'; readonly id: string };

export interface UnknownNamesProps {
  readonly names: readonly UnknownName[];
  /** By name; a name of which nothing is known was not added. */
  readonly adding: ReadonlyMap<string, Adding>;
  readonly onAdd: (name: UnknownName) => void;
  /** Opens the page where an added entry can be changed. */
  readonly onEdit: (id: string) => void;
}

type RowProps = Omit<UnknownNamesProps, 'names' | 'adding'> & {
  readonly unknown: UnknownName;
  readonly adding: Adding | null;
};

function UnknownRow({ unknown, adding, onAdd, onEdit }: RowProps) {
  const { name, short, count, draft } = unknown;
  return (
    <li class="unknown-name">
      <span class="name-line">
        <bdi class="name">{short ? `${name} (${short})` : name}</bdi>
        <span class="count">{countedMessage(count, 'popupCount')}</span>
      </span>
      {draft ? (
        <span class="one-liner" dir="auto">
          {draft}
        </span>
      ) : null}
      <span class="adding">
        {adding?.is === 'added' ? (
          <>
            <span role="status">{message('popupAdded')}</span>
            <button type="button" class="textual" onClick={() => onEdit(adding.id)}>
              {message('popupEditAdded')}
            </button>
          </>
        ) : (
          <button
            type="button"
            class="textual"
            disabled={adding?.is === 'going-on'}
            aria-label={message('popupAddLabel', name)}
            onClick={() => onAdd(unknown)}
          >
            {message('popupAdd')}
          </button>
        )}
        {adding?.is === 'failed' ? <span role="alert">{message('popupNotAdded')}</span> : null}
      </span>
    </li>
  );
}

/** Names that the story comes back to and the glossary lacks, to be added with what the story says of them. */
export function UnknownNames({ names, adding, onAdd, onEdit }: UnknownNamesProps) {
  if (names.length === 0) return null;
  return (
    <section class="unknown" aria-labelledby="unknown">
      <h3 class="kind" id="unknown">
        {message('popupUnknown')}
      </h3>
      <ul>
        {names.map((unknown) => (
          <UnknownRow
            key={unknown.name}
            unknown={unknown}
            adding={adding.get(unknown.name) ?? null}
            onAdd={onAdd}
            onEdit={onEdit}
          />
        ))}
      </ul>
    </section>
  );
}
