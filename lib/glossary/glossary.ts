import type { PartialDate } from './dates';
import {
  type Entry,
  type Fact,
  RELATION_INVERSES,
  type RelationKind,
  type StoredRelationKind,
} from './schema';

export type PostFact = Extract<Fact, { type: 'post' }>;

/** A post in a body, as the body sees it: stored on `holder`, where its sources are too. */
export interface HeldPost {
  readonly holder: Entry;
  readonly post: PostFact;
}

/** A relation as one of its two entries sees it. */
export interface SeenRelation {
  readonly key: string;
  readonly kind: RelationKind;
  readonly other: Entry;
  readonly from?: PartialDate | undefined;
  readonly to?: PartialDate | undefined;
  /** The entry that stores the relation; `sources` are refs of its sources. */
  readonly owner: Entry;
  readonly sources: readonly string[];
}

/** Immutable look-ups over a set of entries. */
export interface Glossary {
  readonly entries: readonly Entry[];
  /** The entry that has, or once had, this id; an entry's own id wins over another's former one. */
  get(id: string): Entry | undefined;
  /** Posts whose body is this entry, in the order of the entries that hold them. */
  postsIn(bodyId: string): readonly HeldPost[];
  /** Relations stored on this entry, then the inverses of those that others store towards it. */
  relationsOf(id: string): readonly SeenRelation[];
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The same relation told from both sides; a symmetric one that both entries store counts once. */
function sameRelation(a: SeenRelation, b: SeenRelation): boolean {
  return a.kind === b.kind && a.other === b.other && a.from === b.from && a.to === b.to;
}

/**
 * Builds the look-ups in one pass over the facts and relations. Of two entries with one id the later
 * wins, so that a user's glossary given after the bundled one overlays it. References to ids that no
 * entry has are left out.
 */
export function buildGlossary(entries: readonly Entry[]): Glossary {
  const byId = new Map<string, Entry>();
  const byFormerId = new Map<string, Entry>();
  for (const entry of entries) byId.set(entry.id, entry);
  for (const entry of byId.values()) for (const id of entry.formerIds) byFormerId.set(id, entry);
  const get = (id: string) => byId.get(id) ?? byFormerId.get(id);

  const posts = new Map<string, HeldPost[]>();
  const relations = new Map<string, SeenRelation[]>();
  const inverses = new Map<string, SeenRelation[]>();
  for (const owner of byId.values()) {
    for (const fact of owner.facts) {
      if (fact.type !== 'post' || !fact.body || !('entry' in fact.body)) continue;
      const body = get(fact.body.entry);
      if (body) push(posts, body.id, { holder: owner, post: fact });
    }
    for (const { key, kind, with: withId, from, to, sources } of owner.relations) {
      const other = get(withId);
      if (!other || other === owner) continue;
      const inverse = RELATION_INVERSES[kind as StoredRelationKind];
      push(relations, owner.id, { key, kind, other, from, to, owner, sources });
      push(inverses, other.id, {
        key: `${owner.id}.${key}`,
        kind: inverse,
        other: owner,
        from,
        to,
        owner,
        sources,
      });
    }
  }
  const relationsOf = (id: string): readonly SeenRelation[] => {
    const entryId = get(id)?.id ?? id;
    const stored = relations.get(entryId) ?? [];
    const derived = inverses.get(entryId) ?? [];
    return [...stored, ...derived.filter((d) => !stored.some((s) => sameRelation(s, d)))];
  };
  return {
    entries: [...byId.values()],
    get,
    postsIn: (bodyId) => posts.get(get(bodyId)?.id ?? bodyId) ?? [],
    relationsOf,
  };
}
