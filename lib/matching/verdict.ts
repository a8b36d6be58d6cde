/** What was decided about one span and one form. */
import type { Form } from './forms';
import type { MatchRule, Sense } from './types';

export interface Verdict {
  readonly entry: number;
  /** The form's: see {@link Form}. */
  readonly order: string;
  readonly alias: string;
  readonly rule: MatchRule;
  /** Null: silent, for `reason`. */
  readonly sense: Sense | null;
  readonly evidence: readonly string[];
  readonly reason: string;
  /** How much speaks for it; only compared between the readings of one span. */
  readonly weight: number;
}

export function speaks(
  form: Form,
  rule: MatchRule,
  sense: Sense,
  evidence: readonly string[],
  weight: number,
): Verdict {
  const { entry, order, text: alias } = form;
  return { entry, order, alias, rule, sense, evidence, reason: '', weight };
}

export function silent(form: Form, rule: MatchRule, reason: string): Verdict {
  const { entry, order, text: alias } = form;
  return { entry, order, alias, rule, sense: null, evidence: [], reason, weight: 0 };
}

/** The better of two readings of a span: sure before possible, then what has more to say for itself. */
export function better(a: Verdict, b: Verdict): Verdict {
  const rank = (one: Verdict) => (one.sense === 'sure' ? 2 : one.sense === 'possible' ? 1 : 0);
  if (rank(a) !== rank(b)) return rank(a) > rank(b) ? a : b;
  if (a.weight !== b.weight) return a.weight > b.weight ? a : b;
  return a.order <= b.order ? a : b;
}
