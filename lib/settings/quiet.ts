/**
 * What the user wants to be left alone with. Muted ("I know this"): an entry that is no longer marked,
 * and still answers the pointer. Silenced ("not this one"): an alias that is not to mean an entry, here
 * or everywhere. Each is one key of local storage, written by the page that she is in.
 */
import { writeStored } from '../platform/storage';
import { followSettings } from './follow';
import { keyOf } from './row';
import { MUTED, SILENCED } from './table';
import { membersOf, type SettingValues, settingIn } from './values';
import { setSetting } from './write';

/** The keys that are set; see {@link isMuted} and {@link isSilenced}. */
export type Quiet = ReadonlySet<string>;

export const NOTHING_QUIET: Quiet = new Set();

/** A sense of an alias that is not meant; `site` as {@link siteOf} gives it, null for everywhere. */
export interface Silence {
  readonly alias: string;
  readonly entryId: string;
  readonly site: string | null;
}

const muteKey = (entryId: string) => keyOf(MUTED, entryId);
/** The alias comes last, since it may hold what separates the parts; ids and sites hold no colon. */
const silenceMember = ({ alias, entryId, site }: Silence) =>
  `${entryId}:${site ?? EVERY_SITE}:${bareForm(alias)}`;
const silenceKey = (silence: Silence) => keyOf(SILENCED, silenceMember(silence));
const EVERY_SITE = '*';

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

/** Mutes an entry, or undoes that. */
export async function setMuted(entryId: string, muted: boolean): Promise<void> {
  await setSetting(MUTED, entryId, muted ? 'on' : 'off');
}

/** Silences an alias for an entry, or undoes that. */
export async function setSilenced(silence: Silence, silenced: boolean): Promise<void> {
  const member = silenceMember(silence);
  if (silenced) await setSetting(SILENCED, member, silence.alias);
  else await writeStored(keyOf(SILENCED, member), undefined);
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

/** The ids of the entries that are muted. */
export function mutedIn(values: SettingValues): string[] {
  return membersOf(values, MUTED).filter((entryId) => settingIn(values, MUTED, entryId) === 'on');
}

/** What is silenced; `member` names the setting in its family. */
export function silencesIn(values: SettingValues): (Silence & { readonly member: string })[] {
  return membersOf(values, SILENCED).flatMap((member) => {
    const [entryId, site] = member.split(':');
    if (!entryId || !site) return [];
    return [
      {
        member,
        entryId,
        site: site === EVERY_SITE ? null : site,
        alias: settingIn(values, SILENCED, member),
      },
    ];
  });
}

const quietIn = (values: SettingValues): Quiet =>
  new Set([
    ...mutedIn(values).map(muteKey),
    ...membersOf(values, SILENCED).map((member) => keyOf(SILENCED, member)),
  ]);

/** Follows what is muted and silenced: calls back once with how it is and again at each change. Returns how to stop. */
export function followQuiet(onQuiet: (quiet: Quiet) => void): Promise<() => void> {
  return followSettings([MUTED, SILENCED], quietIn, onQuiet);
}
