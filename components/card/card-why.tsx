import type { Why } from '../../lib/matching/types';
import { message } from '../../lib/platform/i18n';
import { messageOfFamily } from '../words/message-family';

/** Why the name in the story was taken for this entry, on request. */
export function CardWhy({ why }: { readonly why: Why }) {
  return (
    <details class="part why">
      <summary class="label">{message('cardWhy')}</summary>
      <div class="fine">
        <p>{message(messageOfFamily('cardWhy', why.rule), why.alias)}</p>
        {why.evidence.length > 0 ? (
          <ul>
            {why.evidence.map((reason) => (
              <li key={reason} lang="en">
                <bdi>{reason}</bdi>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </details>
  );
}
