import { whenPageComesBack } from '../platform/lifetime';
import { readAllStored, type StoredChange, watchStored } from '../platform/storage';
import type { Row, SettingValue } from './row';
import { type SettingValues, settingIn, settingKeyIn } from './values';

let reading: Promise<Record<string, unknown>> | null = null;

/**
 * All that is stored, asked for once by all who ask in the same turn: no change is told in between, so that
 * what they hear later misses nothing. Nobody may change what is given.
 */
function readAllStoredOnce(): Promise<Record<string, unknown>> {
  if (reading) return reading;
  reading = readAllStored();
  queueMicrotask(() => {
    reading = null;
  });
  return reading;
}

async function followWhere<State>(
  isRelevant: (key: string) => boolean,
  read: (values: SettingValues) => State,
  onState: (state: State) => void,
): Promise<() => void> {
  let stored: Record<string, unknown> | null = null;
  const take = (into: Record<string, unknown>, { key, value }: StoredChange) => {
    if (value === undefined) delete into[key];
    else into[key] = value;
  };
  // Listening starts before reading, so that no change falls between the two.
  let missed: StoredChange[] = [];
  const stop = watchStored((change) => {
    if (!stored) missed.push(change);
    else {
      take(stored, change);
      if (isRelevant(change.key)) onState(read(stored));
    }
  });
  const readAll = async () => {
    stored = null;
    missed = [];
    const all = { ...(await readAllStoredOnce()) };
    for (const change of missed) take(all, change);
    stored = all;
    onState(read(stored));
  };
  // Before the first reading, whose answer a page that is left meanwhile may never have.
  const forget = whenPageComesBack(() => {
    readAll().catch(() => {
      // Left behind by an update: the newer copy follows.
    });
  });
  await readAll();
  return () => {
    stop();
    forget();
  };
}

/**
 * Follows settings: calls back once with what `read` makes of them, and again whenever one of `rows` has
 * changed, from whichever page.
 *
 * @param read may not keep what it is given, which goes on changing.
 * @returns how to stop.
 */
export function followSettings<State>(
  rows: readonly Row[],
  read: (values: SettingValues) => State,
  onState: (state: State) => void,
): Promise<() => void> {
  return followWhere((key) => rows.some((row) => settingKeyIn(key).startsWith(row.key)), read, onState);
}

/** Follows all of local storage: each call has a record of its own. */
export function followStored(onStored: (values: SettingValues) => void): Promise<() => void> {
  return followWhere(
    () => true,
    (values) => ({ ...values }),
    onStored,
  );
}

/** Follows one setting. */
export function followSetting<Value extends SettingValue>(
  row: Row<Value>,
  onValue: (value: Value) => void,
): Promise<() => void> {
  return followSettings([row], (values) => settingIn(values, row), onValue);
}
