import { readAddress } from './address';

/** Shared glossaries that an administrator has everybody take part in. */
export interface SharedPresets {
  readonly addresses: readonly string[];
  /** Nobody can leave them. */
  readonly isLocked: boolean;
}

/** The managed key of the addresses; in `locked` it keeps everybody from leaving. */
export const SHARED_GLOSSARIES = 'sharedGlossaries';
/** Addresses that an administrator may set. */
const MOST_PRESETS = 20;

/** What managed storage says of shared glossaries; `faults` name what cannot be used. */
export function sharedPresetsOf(managed: { readonly addresses: unknown; readonly locked: unknown }): {
  readonly presets: SharedPresets;
  readonly faults: readonly string[];
} {
  const given: readonly unknown[] = Array.isArray(managed.addresses)
    ? managed.addresses
    : managed.addresses === undefined
      ? []
      : [managed.addresses];
  const addresses = new Set<string>();
  const faults: string[] = [];
  for (const one of given) {
    const address = typeof one === 'string' ? readAddress(one).address : null;
    if (address !== null && addresses.size < MOST_PRESETS) addresses.add(address);
    else faults.push(`${SHARED_GLOSSARIES}: ${String(one).slice(0, 100)}`);
  }
  const isLocked = Array.isArray(managed.locked) && managed.locked.includes(SHARED_GLOSSARIES);
  return { presets: { addresses: [...addresses], isLocked }, faults };
}
