/**
 * A picture as a coarse grid of colours: small enough to be kept beside the tests, and much the same
 * where letters are drawn a little differently.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** Side of a cell, px: less than a line of text, so that lines show as stripes. */
const CELL = 12;

interface Plane {
  /** Values of 0 to 255 are kept in steps of this. */
  readonly step: number;
  /** A cell that is off by more than this differs. */
  readonly mostOff: number;
}

/** Lightness changes with how a font is drawn; the hue of a text hardly, and letters show little of it. */
const LIGHTNESS: Plane = { step: 8, mostOff: 12 };
const HUE: Plane = { step: 4, mostOff: 4 };

/** Of a cell: lightness, blueness and redness (YCbCr as JPEG has it). */
const PLANES: readonly Plane[] = [LIGHTNESS, HUE, HUE];

export interface PictureGrid {
  /** Of the picture, px. */
  readonly width: number;
  readonly height: number;
  /** Row by row, the lightness of all cells, then their blueness, then their redness; in steps. */
  readonly planes: Uint8Array;
}

export interface Difference {
  /** Most of width and height, px. */
  readonly size: number;
  /** Of the cells that both have, those that differ: 0 to 1. */
  readonly share: number;
}

const columnsOf = ({ width }: Pick<PictureGrid, 'width'>) => Math.ceil(width / CELL);
const rowsOf = ({ height }: Pick<PictureGrid, 'height'>) => Math.ceil(height / CELL);

/** Reduces a PNG to the mean colours of its cells; those at the right and lower edge may be smaller. */
export function gridOf(png: Buffer): PictureGrid {
  const { width, height, data } = PNG.sync.read(png);
  const columns = columnsOf({ width });
  const cells = columns * rowsOf({ height });
  const sums = new Float64Array(4 * cells);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cell = 4 * (Math.floor(y / CELL) * columns + Math.floor(x / CELL));
      const pixel = 4 * (y * width + x);
      for (let channel = 0; channel < 3; channel++)
        sums[cell + channel] = (sums[cell + channel] ?? 0) + (data[pixel + channel] ?? 0);
      sums[cell + 3] = (sums[cell + 3] ?? 0) + 1;
    }
  }
  const planes = new Uint8Array(3 * cells);
  for (let cell = 0; cell < cells; cell++) {
    const [red = 0, green = 0, blue = 0, pixels = 1] = sums.subarray(4 * cell, 4 * cell + 4);
    // ITU-R BT.601, full range, as JPEG has it.
    const luminance = (0.299 * red + 0.587 * green + 0.114 * blue) / pixels;
    planes[cell] = Math.round(luminance / LIGHTNESS.step);
    planes[cells + cell] = Math.round((128 + 0.564 * (blue / pixels - luminance)) / HUE.step);
    planes[2 * cells + cell] = Math.round((128 + 0.713 * (red / pixels - luminance)) / HUE.step);
  }
  return { width, height, planes };
}

/** How far a picture is from another. Cells are compared from the upper left corner on. */
export function differenceOf(a: PictureGrid, b: PictureGrid): Difference {
  const columns = Math.min(columnsOf(a), columnsOf(b));
  const rows = Math.min(rowsOf(a), rowsOf(b));
  const isOff = (column: number, row: number) =>
    PLANES.some(({ step, mostOff }, plane) => {
      const [one = 0, other = 0] = [a, b].map(
        (grid) => grid.planes[(plane * rowsOf(grid) + row) * columnsOf(grid) + column],
      );
      return Math.abs(one - other) * step > mostOff;
    });
  let off = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) if (isOff(column, row)) off++;
  }
  const size = Math.max(Math.abs(a.width - b.width), Math.abs(a.height - b.height));
  return { size, share: off / (columns * rows) };
}

/** `WIDTH HEIGHT PLANES`, the planes deflated and in base 64. */
export function writeGrid({ width, height, planes }: PictureGrid): string {
  return `${width} ${height} ${deflateRawSync(planes, { level: 9 }).toString('base64')}`;
}

/** What {@link writeGrid} wrote. Throws where that was cut off. */
export function readGrid(written: string): PictureGrid {
  const [width = 0, height = 0] = written.split(' ').map(Number);
  const planes = new Uint8Array(inflateRawSync(Buffer.from(written.split(' ')[2] ?? '', 'base64')));
  if (planes.length !== 3 * columnsOf({ width }) * rowsOf({ height }))
    throw new Error(`A picture of ${width} by ${height} pixels has other cells.`);
  return { width, height, planes };
}
