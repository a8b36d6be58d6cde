/** Contrast in the palette, as WCAG 2.2 counts it: what axe does not measure, and both themes. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../../components/styles/tokens.css', import.meta.url), 'utf8');

/** Light and dark value of a colour, `#rrggbb`. Throws where the palette has none of the name. */
function colour(name: string): readonly [light: string, dark: string] {
  const [, light, dark] = css.match(new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`)) ?? [];
  if (!light || !dark) throw new Error(`The palette has no colour ${name}`);
  return [light, dark];
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const GROUNDS = ['paper', 'wash'] as const;

describe.each([
  ['text', ['ink', 'soft', 'then', 'since'], 4.5],
  ['what shows an edge, a state or the focus', ['edge', 'since', 'then'], 3],
] as const)('%s', (_, names, least) => {
  test.each(names)('%s stands out from every ground', (name) => {
    for (const ground of GROUNDS) {
      for (const theme of [0, 1]) {
        const ratio = contrast(colour(name)[theme] ?? '', colour(ground)[theme] ?? '');
        expect(ratio, `${name} on ${ground}, ${theme === 0 ? 'light' : 'dark'}`).toBeGreaterThanOrEqual(
          least,
        );
      }
    }
  });
});
