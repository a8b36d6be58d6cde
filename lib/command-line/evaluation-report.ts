import type { Evaluation, Share } from './evaluation';

/** The least that an evaluation must reach: shares from 0 to 1, `forbidden` as a number of hits. */
export interface Floors {
  readonly precision: number;
  readonly exact: number;
  readonly 'tier 1': number;
  readonly 'tier 2': number;
  readonly forbidden: number;
}

/** The evaluation as a page of plain text. */
export function evaluationReport(evaluation: Evaluation): string {
  const { precise, exact, entry, forbidden, recall, entities, failures } = evaluation;
  const rows: [string, string][] = [
    ['predictions', String(evaluation.predictions)],
    ['precision', percent(precise)],
    ['exact spans', percent(exact)],
    ['right entry', percent(entry)],
    ['forbidden hits', String(forbidden)],
    ...ordered(recall).map(([key, share]): [string, string] => [`recall, ${key}`, percent(share)]),
    ...ordered(entities).map(([key, share]): [string, string] => [
      `entities of a page, ${key}`,
      percent(share),
    ]),
  ];
  const width = Math.max(...rows.map(([label]) => label.length)) + 2;
  const table = rows.map(([label, value]) => label.padEnd(width) + value);
  const errors = failures.map((one) => `${one.kind.padEnd(12)}${one.page}: ${one.context} (${one.detail})`);
  return [...table, ...(errors.length > 0 ? ['', ...errors] : [])].join('\n');
}

/** What falls below the floors, a line each; none where all hold. */
export function belowFloors(evaluation: Evaluation, floors: Floors): string[] {
  const share = ({ hits, of }: Share) => (of === 0 ? 1 : hits / of);
  const recall = (tier: string) => share(evaluation.recall.get(tier) ?? { hits: 0, of: 0 });
  const reached: [keyof Floors, number][] = [
    ['precision', share(evaluation.precise)],
    ['exact', share(evaluation.exact)],
    ['tier 1', recall('tier 1')],
    ['tier 2', recall('tier 2')],
  ];
  const faults = reached
    .filter(([key, value]) => value < floors[key])
    .map(([key, value]) => `${key}: ${value.toFixed(4)} is below ${floors[key]}`);
  if (evaluation.forbidden > floors.forbidden) {
    faults.push(`forbidden hits: ${evaluation.forbidden} is above ${floors.forbidden}`);
  }
  return faults;
}

/** Tiers first, then notes with the commonest first. */
function ordered(shares: ReadonlyMap<string, Share>): [string, Share][] {
  const isTier = (key: string) => key.startsWith('tier');
  return [...shares].sort(([a, x], [b, y]) => {
    if (isTier(a) !== isTier(b)) return isTier(a) ? -1 : 1;
    return isTier(a) ? a.localeCompare(b) : y.of - x.of;
  });
}

function percent({ hits, of }: Share): string {
  return of === 0 ? '–' : `${((100 * hits) / of).toFixed(1)} % (${hits} of ${of})`;
}
