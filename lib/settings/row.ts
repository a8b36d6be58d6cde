/** What a row of the table of settings is, and whether a value may stand in it. */

export type SettingValue = string | number;

/** Which values a setting may have; as data, so that checks, schemas and controls all follow from it. */
export type Schema<Value extends SettingValue> =
  /** One of these. */
  | readonly Value[]
  /** Whole numbers. */
  | { readonly least: number; readonly most: number }
  /** Texts that are not empty, UTF-16 units. */
  | { readonly longest: number };

/**
 * A setting, or a family of settings of one kind (one for each site, one for each kind of entry). Each
 * setting is one key of local storage, so that two pages never overwrite what the other has set.
 */
export interface Row<Value extends SettingValue = SettingValue> {
  /** Its key; of a family, what the keys of its members begin with. */
  readonly key: string;
  /** The members of a family; `any` where they are not known beforehand. A single setting has none. */
  readonly members?: readonly string[] | 'any';
  readonly schema: Schema<Value>;
  /** In force where neither the user nor her administrator has set anything. */
  readonly usual: Value;
  /** The same for members of a family that differ from the others. */
  readonly usualOf?: Readonly<Record<string, Value>>;
  /** Each device has its own: it stays where it is when settings are synced. */
  readonly isOfDevice?: true;
}

/** The key of a setting in local storage; `member` is empty for a single setting. */
export function keyOf(row: Row, member = ''): string {
  return row.key + member;
}

/** Whether a value, wherever it comes from, may stand in the row. */
export function isAllowed<Value extends SettingValue>(
  { schema }: Pick<Row<Value>, 'schema'>,
  value: unknown,
): value is Value {
  if ('longest' in schema) return typeof value === 'string' && value !== '' && value.length <= schema.longest;
  if (!('least' in schema)) return schema.some((one) => one === value);
  return Number.isInteger(value) && Number(value) >= schema.least && Number(value) <= schema.most;
}

/** What is in force where nothing is set. */
export function usualOf<Value extends SettingValue>(row: Row<Value>, member = ''): Value {
  return row.usualOf?.[member] ?? row.usual;
}

/** Whether a key of local storage is the row's. */
export function isKeyOf(row: Row, key: string): boolean {
  if (!row.members) return key === row.key;
  const member = key.slice(row.key.length);
  return key.startsWith(row.key) && (row.members === 'any' ? member !== '' : row.members.includes(member));
}
