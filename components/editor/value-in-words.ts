import type { Value } from '../../lib/glossary/entry-edits';

/** A value in words for a list: its text where it has one. */
export function valueInWords(value: Value): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(valueInWords).join(' ');
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  const { text, title, office, name, latitude, longitude } = value as Record<string, unknown>;
  const said = [text, title, office, name].find((one) => typeof one === 'string');
  if (typeof said === 'string') return said;
  return latitude === undefined ? JSON.stringify(value) : `${latitude}, ${longitude}`;
}
