import type { Entry } from '../glossary/schema';
import { hostOf } from '../sharing/address';
import {
  afterCheck,
  type CheckOutcome,
  type CheckState,
  etagFor,
  isDue,
  verdictOn,
} from '../sharing/check-state';
import { differenceOf } from '../sharing/difference';
import { failure } from '../sharing/failures';
import type { Answer } from '../sharing/fetch-shared';
import type { SharedPresets } from '../sharing/presets';
import { readShared } from '../sharing/read-shared';
import type { KeptAnswer } from '../store/kept-answers';
import type { Layer } from '../store/layout';
import type { UserGlossary } from '../store/user-glossary';

/** What keeping up with shared glossaries needs of the world. */
export interface SharedWorld {
  ask(address: string, etag: string | null): Promise<Answer>;
  /** What an administrator has everybody take part in. */
  presets(): Promise<SharedPresets>;
  readState(address: string): Promise<CheckState>;
  writeState(address: string, state: CheckState): Promise<void>;
  /** Keeps an answer that is to be looked at; `null`: nothing of the address is. */
  keep(
    address: string,
    waiting: { readonly version: string; readonly answer: KeptAnswer } | null,
  ): Promise<void>;
  now(): number;
}

const warn = (error: unknown) => console.warn('Newsgloss could not look after shared glossaries:', error);

type Store = Pick<UserGlossary, 'layers' | 'layerEntries' | 'writeLayer'>;

/** Keeps up with the shared glossaries that the user, or her administrator, takes part in. */
export class SharedGlossaries {
  readonly #store: Store;
  readonly #world: SharedWorld;
  #running: Promise<void> | null = null;

  constructor(store: Store, world: SharedWorld) {
    this.#store = store;
    this.#world = world;
  }

  /** Whether there is anything to keep up with. */
  async isNeeded(): Promise<boolean> {
    const { addresses } = await this.#world.presets();
    return addresses.length > 0 || (await this.#store.layers()).length > 0;
  }

  /** Asks each address whose time has come, one after the other; nothing here fails. */
  keepUp(): Promise<void> {
    this.#running ??= this.#keepUp()
      .catch(warn)
      .finally(() => {
        this.#running = null;
      });
    return this.#running;
  }

  async #keepUp(): Promise<void> {
    const layers = new Map((await this.#store.layers()).map((layer) => [layer.address, layer]));
    const { addresses, isLocked } = await this.#world.presets();
    for (const address of new Set([...layers.keys(), ...addresses])) {
      const layer = layers.get(address) ?? null;
      const state = await this.#world.readState(address);
      if (!layer && state.isLeft && !isLocked) continue;
      if (!isDue(state, this.#world.now())) continue;
      try {
        const outcome = await this.#check(address, layer, state);
        await this.#world.writeState(address, afterCheck(state, outcome, this.#world.now()));
      } catch (error) {
        // The user's store, of which her own page tells; it is tried again the next time.
        warn(error);
      }
    }
  }

  async #check(address: string, layer: Layer | null, state: CheckState): Promise<CheckOutcome> {
    const answer = await this.#world.ask(address, etagFor(state, layer));
    if (answer.is !== 'body') return answer;
    const file = await readShared(answer.bytes, () => new Promise((resolve) => setTimeout(resolve)));
    if ('code' in file) return { is: 'failed', failure: file };
    const before = layer ? await this.#store.layerEntries(address) : [];
    const known = new Map(before.map((entry): [string, Entry] => [entry.id, entry]));
    const difference = differenceOf(known, file);
    const { version } = file;
    const heard = { is: 'heard', etag: answer.etag } as const;
    // What an administrator has set is trusted, and confirmed by that.
    const verdict = layer ? verdictOn({ ...difference, version }, state, layer.isTrusted) : 'take';
    await this.#world.keep(address, verdict === 'review' ? { version, answer } : null);
    if (verdict === 'same' && layer) return { ...heard, at: layer.version, waiting: null, isTaken: false };
    if (verdict === 'review' && layer)
      return { ...heard, at: layer.version, waiting: { version, counts: difference.counts }, isTaken: false };
    if (difference.entries.size === 0) return { is: 'failed', failure: failure('empty') };
    const { outcome } = await this.#store.writeLayer({
      ...{ from: layer?.version ?? null, address, version, entries: difference.entries },
      title: file.title ?? layer?.title ?? hostOf(address),
      isTrusted: layer ? null : true,
    });
    // Another page was quicker: what it did is asked about the next time.
    if (outcome !== 'written') return { is: 'same' };
    return { ...heard, at: version, waiting: null, isTaken: true };
  }
}
