/** Draws curves as a picture: both scales logarithmic, each line with its name at its end. */
import type { Curve } from './report';

export interface ChartText {
  readonly title: string;
  readonly across: string;
  readonly upward: string;
}

const SIZE = { width: 760, height: 440 };
/** Room around the plot, px: at the right the names of the lines. */
const MARGIN = { top: 48, right: 210, bottom: 52, left: 68 };
/** Least distance between two names, px. */
const LINE_HEIGHT = 16;
/** Told apart also without colours: each line has its own dashes and mark. */
const STYLES = [
  { colour: '#767676', dashes: '' },
  { colour: '#9a3324', dashes: '' },
  { colour: '#9a3324', dashes: '7 4' },
  { colour: '#2f5d8a', dashes: '' },
  { colour: '#2f5d8a', dashes: '7 4' },
  { colour: '#4f7a3a', dashes: '2 3' },
];

const POWER = ['1', '10', '100', '1,000', '10,000', '100,000', '1,000,000', '10,000,000'];
const powerText = (power: number) => POWER[power] ?? `0.${'0'.repeat(-power - 1)}1`;

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const rounded = (value: number) => value.toFixed(1);

/** Maps values of a range onto a length, by their logarithm. */
function logScale(values: readonly number[], from: number, to: number) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const powers = Array.from({ length: high - low + 1 }, (_, at) => low + at);
  return {
    powers,
    at: (value: number) => from + ((Math.log10(value) - low) / (high - low)) * (to - from),
  };
}

/** Heights for names, none nearer to another than a line; each as near its own as may be. */
export function spreadHeights(wanted: readonly number[], least: number): number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const heights = [...wanted];
  let lowest = Number.NEGATIVE_INFINITY;
  for (const at of order) {
    const height = Math.max(wanted[at] ?? 0, lowest + least);
    heights[at] = height;
    lowest = height;
  }
  return heights;
}

/** The picture as SVG, in light and dark. Points that are not above nought have no place on it. */
export function chartOf(curves: readonly Curve[], { title, across, upward }: ChartText): string {
  const drawn = curves
    .map((curve) => ({ ...curve, points: curve.points.filter(([x, y]) => x > 0 && y > 0) }))
    .filter(({ points }) => points.length > 0);
  const right = SIZE.width - MARGIN.right;
  const bottom = SIZE.height - MARGIN.bottom;
  const allPoints = drawn.flatMap(({ points }) => points);
  const x = logScale(
    allPoints.map(([value]) => value),
    MARGIN.left,
    right,
  );
  const y = logScale(
    allPoints.map(([, value]) => value),
    bottom,
    MARGIN.top,
  );
  const ends = drawn.map(({ points }) => y.at(points.at(-1)?.[1] ?? 1));
  const heights = spreadHeights(ends, LINE_HEIGHT);
  const lines = drawn.flatMap(({ name, points }, at) => {
    const { colour = '', dashes = '' } = STYLES[at % STYLES.length] ?? {};
    const places = points.map(([px, py]) => [rounded(x.at(px)), rounded(y.at(py))] as const);
    const stroke = `stroke="${colour}"${dashes ? ` stroke-dasharray="${dashes}"` : ''}`;
    const [endX = '0', endY = '0'] = places.at(-1) ?? [];
    const height = rounded(heights[at] ?? 0);
    return [
      `<polyline points="${places.map((place) => place.join(',')).join(' ')}" ${stroke}/>`,
      ...places.map(([px, py]) => `<circle cx="${px}" cy="${py}" r="2.6" fill="${colour}"/>`),
      `<path class="leader" d="M${endX} ${endY}L${right + 14} ${height}"/>`,
      `<text x="${right + 18}" y="${height}" dy="0.35em" fill="${colour}" class="name">${escaped(name)}</text>`,
    ];
  });
  const grid = [
    ...x.powers.map((power) => {
      const at = rounded(x.at(10 ** power));
      return `<path class="grid" d="M${at} ${MARGIN.top}V${bottom}"/><text x="${at}" y="${bottom + 18}" text-anchor="middle">${powerText(power)}</text>`;
    }),
    ...y.powers.map((power) => {
      const at = rounded(y.at(10 ** power));
      return `<path class="grid" d="M${MARGIN.left} ${at}H${right}"/><text x="${MARGIN.left - 8}" y="${at}" dy="0.35em" text-anchor="end">${powerText(power)}</text>`;
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-label="${escaped(title)}">
<style>
svg { background: #fdfcf9; font: 12px system-ui, sans-serif; }
text { fill: #55514a; } .title { font: 600 16px Georgia, serif; fill: #1d1b18; } .name { fill: inherit; }
.grid { stroke: #dcd8cf; stroke-width: 0.6; } .leader { stroke: #b9b4a9; stroke-width: 0.6; fill: none; }
polyline { fill: none; stroke-width: 1.8; stroke-linejoin: round; }
</style>
<text x="${MARGIN.left}" y="24" class="title">${escaped(title)}</text>
<text x="${MARGIN.left}" y="40">${escaped(upward)}</text>
<text x="${right}" y="${SIZE.height - 12}" text-anchor="end">${escaped(across)}</text>
${[...grid, ...lines].join('\n')}
</svg>
`;
}
