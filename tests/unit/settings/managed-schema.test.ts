/** What administrators are told holds for what the extension takes: schema, samples and table. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { presetsIn } from '../../../lib/settings/presets';
import { keyOf, type Row } from '../../../lib/settings/row';
import { PAUSED, SETTINGS } from '../../../lib/settings/table';
import { sharedPresetsIn } from '../../../lib/sharing/check-store';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));

interface Values {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description: string;
}
const schema = read('public/managed-schema.json') as {
  type: string;
  properties: {
    settings: { properties: Record<string, Values>; patternProperties: Record<string, Values> };
    locked: unknown;
    sharedGlossaries: unknown;
  };
};
const { properties, patternProperties } = schema.properties.settings;

/** How the schema writes the values of a row. */
function valuesOf({ schema: values }: Row): Partial<Values> {
  if ('longest' in values) return { type: 'string' };
  if ('least' in values) return { type: 'integer', minimum: values.least, maximum: values.most };
  return { type: 'string', enum: values.map(String) };
}

// A pause is the moment's.
const rows = SETTINGS.filter((row) => row !== PAUSED);
const isOpen = (row: Row) => row.members === 'any';

describe('the schema for administrators', () => {
  it('has every setting, and no other', () => {
    const known = rows
      .filter((row) => !isOpen(row))
      .flatMap((row) =>
        (row.members && row.members !== 'any' ? row.members : ['']).map((one) => keyOf(row, one)),
      );
    expect(Object.keys(properties).sort()).toEqual(known.sort());
    const open = rows.filter(isOpen).map(({ key }) => `^${key}.+`);
    expect(Object.keys(patternProperties).sort()).toEqual(open.sort());
  });

  it.each(rows.map((row): [string, Row] => [row.key, row]))('%s: has the same values', (_, row) => {
    const member = row.members && row.members !== 'any' ? (row.members[0] ?? '') : '';
    const told = isOpen(row) ? patternProperties[`^${row.key}.+`] : properties[keyOf(row, member)];
    expect(told).toMatchObject(valuesOf(row));
    expect(told?.description).toBeTruthy();
  });

  it('has the keys beside them, and is of a kind that browsers take', () => {
    expect(schema.type).toBe('object');
    expect(Object.keys(schema.properties)).toEqual(['settings', 'locked', 'sharedGlossaries']);
  });
});

describe('the samples', () => {
  const ID = 'newsgloss@newsgloss.example';
  const inside = (value: unknown, ...path: string[]): unknown =>
    path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], value);
  const samples: [string, unknown][] = [
    [
      'Chromium',
      inside(read('docs/deployment/chromium-policy.json'), '3rdparty', 'extensions', 'EXTENSION_ID'),
    ],
    [
      'Firefox',
      inside(read('docs/deployment/firefox-policies.json'), 'policies', '3rdparty', 'Extensions', ID),
    ],
    ['Firefox’s own storage', inside(read('docs/deployment/firefox-managed-storage.json'), 'data')],
  ];

  it.each(samples)('of %s is taken whole', (_, sample) => {
    const { stored, faults } = presetsIn(sample);
    expect(faults).toEqual([]);
    expect(Object.keys(stored)).toHaveLength(7);
    expect(sharedPresetsIn(stored).addresses).toEqual(['https://desk.example/newsgloss/names.json']);
    expect(Object.keys(stored).filter((key) => key.startsWith('locked:'))).toHaveLength(2);
  });
});
