import { message } from '../../lib/platform/i18n';
import type { StepBrief } from '../../lib/store/history';
import { ACTION_MESSAGES, MANY_MESSAGES } from '../words/store';

/** What a step was, in words: "adding “Doha talks”", "hiding 12 entries". */
export function stepInWords({ label }: StepBrief): string {
  if (!label) return message('stepUnknown');
  const many = label.count === undefined ? undefined : MANY_MESSAGES[label.action];
  if (!many) return message(ACTION_MESSAGES[label.action], label.about);
  return message(many, label.count ?? 0);
}
