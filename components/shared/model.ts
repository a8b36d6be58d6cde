import type { SharedOffer, ShownSharedRow } from '../../lib/exchanging/protocol';
import { type AddressFault, hostOf } from '../../lib/sharing/address';
import { type CheckState, waitingIn } from '../../lib/sharing/check-state';
import { checkStateIn, rememberedIn, sharedPresetsIn } from '../../lib/sharing/check-store';
import type { SharedChange } from '../../lib/sharing/difference';
import type { SharedFailure } from '../../lib/sharing/failures';
import type { SharedLayer } from '../editor/live-glossary';
import type { Progress } from '../exchange/exchange-client';

/** Rows of a difference that are shown at once. */
export const PAGE_ROWS = 50;

/** A shared glossary in the list: one that the user takes part in, that her administrator has set, or that a backup knew. */
export interface SharedItem {
  readonly address: string;
  readonly host: string;
  /** The host's, as long as nothing was fetched and no backup knew it. */
  readonly title: string;
  /** Null where it is still to be fetched for the first time. */
  readonly layer: SharedLayer | null;
  readonly check: CheckState;
  readonly isWaiting: boolean;
  readonly isPreset: boolean;
  /** A restored backup knew it: the user may take part again. */
  readonly isRemembered: boolean;
  /** An administrator keeps it from being left. */
  readonly isLocked: boolean;
}

/** The list, what counts before all others first; what was not fetched yet, and what is only offered, come last. */
export function sharedItems(
  layers: readonly SharedLayer[],
  stored: Readonly<Record<string, unknown>>,
): SharedItem[] {
  const presets = sharedPresetsIn(stored);
  const remembered = new Map(rememberedIn(stored).map((one) => [one.address, one.title]));
  const item = (address: string, layer: SharedLayer | null): SharedItem => {
    const check = checkStateIn(stored, address);
    const isPreset = presets.addresses.includes(address);
    return {
      ...{ address, host: hostOf(address), layer, check, isPreset },
      title: layer?.title ?? remembered.get(address) ?? hostOf(address),
      isRemembered: !layer && !isPreset && remembered.has(address),
      isWaiting: waitingIn(check, layer) !== null,
      isLocked: isPreset && presets.isLocked,
    };
  };
  const known = new Set(layers.map(({ address }) => address));
  const awaited = presets.addresses
    .filter((address) => !known.has(address))
    .map((address) => item(address, null))
    .filter(({ check, isLocked }) => !check.isLeft || isLocked);
  const offered = [...remembered.keys()]
    .filter((address) => !known.has(address) && !presets.addresses.includes(address))
    .map((address) => item(address, null));
  return [...layers.map((layer) => item(layer.address, layer)).reverse(), ...awaited, ...offered];
}

/** Rows of what is looked at. */
export interface ShownRows {
  /** Null: of every change. */
  readonly change: SharedChange | null;
  /** The first one shown, from 0. */
  readonly from: number;
  readonly rows: readonly ShownSharedRow[];
}

/** Where the user stands with one address. */
export type SharedStep =
  | { readonly at: 'list'; readonly fault: AddressFault | 'known' | null }
  /** Nothing was asked yet: the host is named first. */
  | { readonly at: 'confirm'; readonly address: string }
  /** Null until an answer is being read. */
  | { readonly at: 'asking'; readonly address: string; readonly progress: Progress | null }
  | { readonly at: 'leaving'; readonly title: string; readonly progress: Progress | null }
  | { readonly at: 'failed'; readonly address: string; readonly failure: SharedFailure }
  | {
      readonly at: 'offer';
      readonly address: string;
      readonly offer: SharedOffer;
      readonly shown: ShownRows;
      /** Of a new one: whether its updates are to count without a review. */
      readonly isTrusted: boolean;
      readonly isWriting: boolean;
      /** Of the writing; null while nothing is known of it. */
      readonly progress: Progress | null;
    };
