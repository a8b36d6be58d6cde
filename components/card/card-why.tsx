import type { MatchRule, Why } from '../../lib/matching/types';
import { type MessageKey, message } from '../../lib/platform/i18n';

const RULE_MESSAGES: Readonly<Record<MatchRule, MessageKey>> = {
  alias: 'cardWhyAlias',
  'follow-up': 'cardWhyFollowUp',
  definition: 'cardWhyDefinition',
};

/** Why the name in the story was taken for this entry, on request. */
export function CardWhy({ why }: { readonly why: Why }) {
  return (
    <details class="part why">
      <summary class="label">{message('cardWhy')}</summary>
      <div class="fine">
        <p>{message(RULE_MESSAGES[why.rule], why.alias)}</p>
        {why.evidence.length > 0 ? (
          <ul>
            {why.evidence.map((reason) => (
              <li key={reason} lang="en" dir="auto">
                {reason}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </details>
  );
}
