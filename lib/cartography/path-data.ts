import type { PathData } from '../maps/types';

export type DrawnPoint = readonly [x: number, y: number];

/** Collects what d3-geo draws, in whole units and without points that say nothing. */
export class PathCollector {
  readonly lines: DrawnPoint[][] = [];

  beginPath(): void {}

  moveTo(x: number, y: number): void {
    this.lines.push([[Math.round(x), Math.round(y)]]);
  }

  lineTo(x: number, y: number): void {
    const line = this.lines.at(-1);
    const before = line?.at(-1);
    const point: DrawnPoint = [Math.round(x), Math.round(y)];
    if (!line || !before || (before[0] === point[0] && before[1] === point[1])) return;
    const earlier = line.at(-2);
    if (earlier && isStraight(earlier, before, point)) line.pop();
    line.push(point);
  }

  /** d3-geo closes every ring of a polygon, and no line of a mesh: callers know which they draw. */
  closePath(): void {}

  arc(): void {
    throw new Error('points are not drawn');
  }
}

/** True where the middle point lies on the way from the first to the last. */
function isStraight(a: DrawnPoint, b: DrawnPoint, c: DrawnPoint): boolean {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const [ex, ey] = [c[0] - b[0], c[1] - b[1]];
  return dx * ey === dy * ex && dx * ex + dy * ey > 0;
}

/** In square units, whichever way the ring runs. */
export function ringArea(ring: readonly DrawnPoint[]): number {
  let sum = 0;
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    sum += x * nextY - nextX * y;
  });
  return Math.abs(sum) / 2;
}

/** Writes numbers one after another with no more between them than a parser needs. */
function spaced(numbers: readonly number[]): string {
  return numbers.map((number, i) => (i === 0 || number < 0 ? `${number}` : ` ${number}`)).join('');
}

/** Lines as path data; `closed` for rings. */
export function pathDataOf(lines: readonly (readonly DrawnPoint[])[], closed: boolean): PathData {
  return lines
    .filter((line) => line.length > 1)
    .map((line) => {
      const [first, ...rest] = line;
      const steps = rest.flatMap(([x, y], i) => [x - (line[i]?.[0] ?? 0), y - (line[i]?.[1] ?? 0)]);
      return `M${spaced(first ?? [])}l${spaced(steps)}${closed ? 'z' : ''}`;
    })
    .join('');
}
