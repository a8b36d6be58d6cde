/** Ids under a key: mostly one, which needs no set. */
export type IdsBy<Key> = Map<Key, string | Set<string>>;

export function idsAt<Key>(lists: IdsBy<Key>, key: Key): Iterable<string> {
  const known = lists.get(key);
  return known === undefined ? [] : typeof known === 'string' ? [known] : known;
}

export function addId<Key>(lists: IdsBy<Key>, key: Key, id: string): void {
  const known = lists.get(key);
  if (known === undefined || known === id) lists.set(key, id);
  else if (typeof known === 'string') lists.set(key, new Set([known, id]));
  else known.add(id);
}

export function takeId<Key>(lists: IdsBy<Key>, key: Key, id: string): void {
  const known = lists.get(key);
  if (known === id) lists.delete(key);
  else if (typeof known === 'object' && known.delete(id) && known.size === 0) lists.delete(key);
}
