/** Compares what was found in gold stories with what should be, span by span. */
import { foldKey } from '../text/fold';
import type { ForbiddenSpan, GoldMention, GoldSpan, GoldStory } from './gold-story';

/** A mention as found, with all names of its entry. */
export interface Prediction extends GoldSpan {
  readonly names: readonly string[];
}

/** Some of all. */
export interface Share {
  hits: number;
  of: number;
}

export interface Failure {
  readonly page: string;
  readonly kind: 'forbidden' | 'unlisted' | 'inexact' | 'wrong entry' | 'missed';
  /** The story's words around the span, which stands in brackets. */
  readonly context: string;
  readonly detail: string;
}

export interface Evaluation {
  predictions: number;
  /** Predictions that touch a gold mention and no forbidden span. */
  readonly precise: Share;
  /** Predictions whose span is that of a gold mention, or of a name inside one. */
  readonly exact: Share;
  /** Predictions on a gold mention whose entry bears the gold's name. */
  readonly entry: Share;
  forbidden: number;
  /** Gold mentions found, by tier ("tier 1") and, for tiers 1 and 2, by note ("surname-only"). */
  readonly recall: Map<string, Share>;
  /** Entries of a page found at least once, by tier. */
  readonly entities: Map<string, Share>;
  readonly failures: Failure[];
}

export function evaluate(found: readonly (readonly [GoldStory, readonly Prediction[]])[]): Evaluation {
  const evaluation: Evaluation = {
    predictions: 0,
    precise: { hits: 0, of: 0 },
    exact: { hits: 0, of: 0 },
    entry: { hits: 0, of: 0 },
    forbidden: 0,
    recall: new Map(),
    entities: new Map(),
    failures: [],
  };
  for (const [story, predictions] of found) {
    for (const prediction of predictions) judgePrediction(evaluation, story, prediction);
    judgeRecall(evaluation, story, predictions);
  }
  return evaluation;
}

function judgePrediction(evaluation: Evaluation, story: GoldStory, prediction: Prediction): void {
  evaluation.predictions++;
  evaluation.precise.of++;
  evaluation.exact.of++;
  const touched = story.mentions.filter((mention) => overlaps(mention, prediction));
  const forbidden = story.forbidden.find(
    (span) => overlaps(span, prediction) && !isShielded(span, touched, prediction),
  );
  if (forbidden !== undefined) {
    evaluation.forbidden++;
    fail(evaluation, story, 'forbidden', prediction, forbidden.why);
  } else if (touched.length === 0) fail(evaluation, story, 'unlisted', prediction, prediction.names[0] ?? '');
  else {
    evaluation.precise.hits++;
    judgeSpan(evaluation, story, prediction, touched);
    judgeEntry(evaluation, story, prediction, touched);
  }
}

/** A gold mention may hold a forbidden word: "Daud Khan hospital" is right, its "Khan" is not. */
function isShielded(span: ForbiddenSpan, touched: readonly GoldMention[], prediction: Prediction): boolean {
  return touched.some((mention) => {
    const longer = covers(mention, span) && mention.end - mention.start > span.end - span.start;
    return (longer && covers(prediction, mention)) || bearsName(prediction, [mention.canonical]);
  });
}

function judgeSpan(
  evaluation: Evaluation,
  story: GoldStory,
  prediction: Prediction,
  touched: readonly GoldMention[],
): void {
  const spans = touched.flatMap((mention) => [mention, ...(mention.inner ?? [])]);
  if (spans.some((span) => span.start === prediction.start && span.end === prediction.end))
    evaluation.exact.hits++;
  else fail(evaluation, story, 'inexact', prediction, touched.map((mention) => mention.text).join(', '));
}

function judgeEntry(
  evaluation: Evaluation,
  story: GoldStory,
  prediction: Prediction,
  touched: readonly GoldMention[],
): void {
  evaluation.entry.of++;
  const names = touched.flatMap((mention) => [
    mention.canonical,
    mention.text,
    ...(mention.also ?? []),
    ...(mention.inner ?? []).flatMap((inner) =>
      overlaps(inner, prediction) ? [inner.canonical, inner.text] : [],
    ),
  ]);
  if (bearsName(prediction, names)) evaluation.entry.hits++;
  else fail(evaluation, story, 'wrong entry', prediction, `${prediction.names[0]} for ${names[0]}`);
}

function judgeRecall(evaluation: Evaluation, story: GoldStory, predictions: readonly Prediction[]): void {
  const entities = new Map<string, { tier: number; found: boolean }>();
  for (const mention of story.mentions) {
    const found = predictions.some((prediction) => overlaps(mention, prediction));
    count(evaluation.recall, `tier ${mention.tier}`, found);
    if (mention.tier < 3) for (const note of mention.note) count(evaluation.recall, note, found);
    if (!found && mention.tier < 3) fail(evaluation, story, 'missed', mention, mention.canonical);
    const entity = entities.get(mention.canonical) ?? { tier: mention.tier, found: false };
    entities.set(mention.canonical, {
      tier: Math.min(entity.tier, mention.tier),
      found: entity.found || found,
    });
  }
  for (const { tier, found } of entities.values()) count(evaluation.entities, `tier ${tier}`, found);
}

function count(shares: Map<string, Share>, key: string, hit: boolean): void {
  const share = shares.get(key) ?? { hits: 0, of: 0 };
  share.of++;
  if (hit) share.hits++;
  shares.set(key, share);
}

const CONTEXT_UNITS = 40;

function fail(
  evaluation: Evaluation,
  story: GoldStory,
  kind: Failure['kind'],
  span: GoldSpan,
  detail: string,
): void {
  const before = story.text.slice(Math.max(0, span.start - CONTEXT_UNITS), span.start);
  const after = story.text.slice(span.end, span.end + CONTEXT_UNITS);
  const context = `${before}[${story.text.slice(span.start, span.end)}]${after}`.replace(/\s+/g, ' ');
  evaluation.failures.push({ page: story.page, kind, context, detail });
}

const bearsName = (prediction: Prediction, names: readonly string[]) => {
  const keys = new Set(names.map(withoutBrackets));
  return prediction.names.some((name) => keys.has(withoutBrackets(name)));
};

/** "Georgia (country)" and "Georgia" are one name. */
const withoutBrackets = (name: string) => foldKey(name.replace(/\(.*?\)/g, ''));

const overlaps = (a: GoldSpan, b: GoldSpan) => a.start < b.end && b.start < a.end;
const covers = (outer: GoldSpan, inner: GoldSpan) => outer.start <= inner.start && inner.end <= outer.end;
