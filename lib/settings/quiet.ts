/**
 * What the user wants to be left alone with. Muted ("I know this"): an entry that is no longer marked,
 * and still answers the pointer. Silenced ("not this one"): an alias that is not to mean an entry, here
 * or everywhere. Each is one key of local storage, written by the page that she is in.
 */
import { type StoredChange, writeStored } from '../platform/storage';
import { followStored } from './follow';

/** The keys that are set; see {@link isMuted} and {@link isSilenced}. */
export type Quiet = ReadonlySet<string>;

export const NOTHING_QUIET: Quiet = new Set();

/** A sense of an alias that is not meant; `site` as {@link siteOf} gives it, null for everywhere. */
export interface Silence {
  readonly alias: string;
  readonly entryId: string;
  readonly site: string | null;
}

const MUTE = 'mute:';
const SILENCE = 'silence:';
/** All that is ever stored under the keys; anything else counts as nothing. */
const SET = 'on';

const muteKey = (entryId: string) => `${MUTE}${entryId}`;
/** The alias comes last, since it may hold what separates the parts; ids and sites hold no colon. */
const silenceKey = ({ alias, entryId, site }: Silence) =>
  `${SILENCE}${entryId}:${site ?? '*'}:${bareForm(alias)}`;

/**
 * Letters and digits alone, small and without marks. Mentions name the alias as the glossary writes
 * it, so this need not reach as far as the matcher's fold, which would double what stories load.
 */
function bareForm(alias: string): string {
  return alias
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const isQuietKey = (key: string) => key.startsWith(MUTE) || key.startsWith(SILENCE);

/** Mutes an entry, or undoes that. */
export function setMuted(entryId: string, muted: boolean): Promise<void> {
  return writeStored(muteKey(entryId), muted ? SET : undefined);
}

/** Silences an alias for an entry, or undoes that. */
export function setSilenced(silence: Silence, silenced: boolean): Promise<void> {
  return writeStored(silenceKey(silence), silenced ? SET : undefined);
}

export function isMuted(quiet: Quiet, entryId: string): boolean {
  return quiet.has(muteKey(entryId));
}

/** Whether an alias, however written, is not to mean the entry on `site`. */
export function isSilenced(quiet: Quiet, { alias, entryId, site }: Silence): boolean {
  // Most users silence nothing, and a story has hundreds of mentions.
  if (quiet.size === 0) return false;
  return (
    quiet.has(silenceKey({ alias, entryId, site: null })) || quiet.has(silenceKey({ alias, entryId, site }))
  );
}

function after(quiet: Quiet, { key, value }: StoredChange): Quiet {
  if (!isQuietKey(key) || quiet.has(key) === (value === SET)) return quiet;
  const next = new Set(quiet);
  if (value === SET) next.add(key);
  else next.delete(key);
  return next;
}

/** Follows what is muted and silenced: calls back once with how it is and again at each change. Returns how to stop. */
export function followQuiet(onQuiet: (quiet: Quiet) => void): Promise<() => void> {
  return followStored(NOTHING_QUIET, after, onQuiet);
}
