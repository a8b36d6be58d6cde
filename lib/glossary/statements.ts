import type { NamedThing, Statement, StatementContent } from './card-types';
import type { PartialDate } from './dates';
import type { Glossary } from './glossary';
import type { Entry, Fact } from './schema';
import type { SourceLedger } from './source-ledger';

/** A statement whose sources have no numbers yet: those are given in reading order, once that is known. */
export interface Draft {
  readonly key: string;
  readonly content: StatementContent;
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  readonly circa: boolean;
  readonly disclosed: PartialDate | null;
  /** Whose sources the refs below name. */
  readonly owner: Entry;
  readonly sources: readonly string[];
  readonly disputed: Fact['disputed'];
}

/** Relations that say where or of what a thing is: never news by themselves, so never a statement. */
const STANDING_RELATIONS: ReadonlySet<string> = new Set([
  'located-in',
  'contains',
  'capital-of',
  'has-capital',
]);

function draftOf(owner: Entry, fact: Fact, content: StatementContent): Draft {
  return {
    key: `${owner.id}.${fact.key}`,
    content,
    from: fact.from ?? null,
    to: fact.to ?? null,
    circa: fact.circa ?? false,
    disclosed: fact.disclosed ?? null,
    owner,
    sources: fact.sources,
    disputed: fact.disputed,
  };
}

function bodyOf(fact: Extract<Fact, { type: 'post' }>, glossary: Glossary): NamedThing | null {
  if (!fact.body) return null;
  if ('name' in fact.body) return { id: null, name: fact.body.name };
  const entry = glossary.get(fact.body.entry);
  return entry ? { id: entry.id, name: entry.name } : null;
}

function contentOf(fact: Fact, glossary: Glossary): StatementContent {
  switch (fact.type) {
    case 'post':
      return {
        type: 'post',
        office: fact.office,
        body: bodyOf(fact, glossary),
        acting: fact.acting ?? false,
        leads: fact.leads ?? false,
      };
    case 'status':
    case 'event':
      return { type: fact.type, text: fact.text };
    case 'designation':
      return { type: 'designation', by: fact.by, as: fact.as };
  }
}

/**
 * Everything dated that can be said of `entry`: its own facts, the posts of those who led it, and
 * its dated relations from either side. In no particular order.
 */
export function statementsOf(entry: Entry, glossary: Glossary): Draft[] {
  const own = entry.facts.map((fact) => draftOf(entry, fact, contentOf(fact, glossary)));
  const leaders = glossary
    .postsIn(entry.id)
    .filter(({ post, holder }) => post.leads && holder.id !== entry.id)
    .map(({ holder, post }) =>
      draftOf(holder, post, {
        type: 'leader',
        person: { id: holder.id, name: holder.name },
        office: post.office,
        acting: post.acting ?? false,
      }),
    );
  const relations = glossary
    .relationsOf(entry.id)
    .filter(({ kind, from, to }) => (from || to) && !STANDING_RELATIONS.has(kind))
    .map(
      ({ key, kind, other, from, to, owner, sources }): Draft => ({
        key: `${entry.id}.${key}`,
        content: { type: 'relation', kind, other: { id: other.id, name: other.name } },
        from: from ?? null,
        to: to ?? null,
        circa: false,
        disclosed: null,
        owner,
        sources,
        disputed: undefined,
      }),
    );
  return [...own, ...leaders, ...relations];
}

/** The statement with its sources numbered; call in the card's reading order. */
export function publish(draft: Draft, ledger: SourceLedger): Statement {
  return {
    key: draft.key,
    ...draft.content,
    from: draft.from,
    to: draft.to,
    circa: draft.circa,
    disclosed: draft.disclosed,
    sources: ledger.cite(draft.owner, draft.sources),
    disputed: draft.disputed
      ? { text: draft.disputed.text, sources: ledger.cite(draft.owner, draft.disputed.sources) }
      : null,
  };
}
