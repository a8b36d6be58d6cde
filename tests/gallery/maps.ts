/** Maps of the invented country, of the shape that real ones have. */
import type { MapSheet, PlacedMap } from '../../lib/maps/types';

const coast = 'M-6-6l716 0 0 190-40 30-22 46-58 12-34 40-70-6-30 34-74 8-26 44-60-4-44 58-258 0z';
const country =
  'M180 70l60-26 74 12 52-18 70 30 62-8 36 40-10 56 30 44-24 50-58 12-34 40-70-6-30 34-74 8-26 -20-52-14-12-56-40-30 14-52z';
const hills = 'M438 68l62-8 36 40-10 56 -46 22-58-30-16-44z';

const sheet: MapSheet = {
  land: `${coast}${country}`,
  country: `${country}${hills}`,
  borders:
    'M180 70l60-26 74 12 52-18 72 30M314 56l10-62M180 70l-186-40M148 142l-154 30M158 228l-60 90-104 20',
  hatched: [{ area: 'hills', path: hills }],
  lines: 'M470 64l-6 50 16 64',
  labels: [],
};

const names = [
  { text: 'Red Valleys', x: 80, y: 260 },
  { text: 'Harbour Coast', x: 620, y: 60 },
];

/** A province in the north of its country, beside a disputed area. */
export const provinceMap: PlacedMap = {
  sheet,
  dot: { x: 330, y: 110 },
  where: { in: 'country', name: 'Varania', part: 'north' },
  names,
};

/** A place in the disputed area: no country stands out. */
export const disputedMap: PlacedMap = {
  sheet: { ...sheet, land: `${coast}${hills}`, country: '' },
  dot: { x: 490, y: 120 },
  where: { in: 'disputed', name: 'The Hills' },
  names,
};
