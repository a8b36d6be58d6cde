import { earliestDayOf, latestDayOf } from '../dates';
import type { HeldPost } from '../glossary';
import { type AuditCheck, type AuditFault, type FiledEntry, faultsIn } from './fault';

/** What begins ends later, and what became public did so after it happened. */
export const checkOrder: AuditCheck = (entries) =>
  entries.flatMap((filed) => {
    const { faults, add } = faultsIn(filed);
    const dated = [
      ...filed.entry.facts.map((fact) => ({ ...fact, field: `facts.${fact.key}` })),
      ...filed.entry.relations.map((relation) => ({ ...relation, field: `relations.${relation.key}` })),
      ...filed.entry.aliases.map((alias) => ({ ...alias, field: `aliases.${alias.key}` })),
    ];
    for (const { field, from, to, ...rest } of dated) {
      if (from && to && earliestDayOf(from) > latestDayOf(to))
        add(field, 'ends-before', [to, from], `ends (${to}) before it begins (${from})`);
      const disclosed = 'disclosed' in rest ? rest.disclosed : undefined;
      const happened = to ?? from;
      if (disclosed && happened && latestDayOf(disclosed) < earliestDayOf(happened)) {
        add(
          `${field}.disclosed`,
          'disclosed-before',
          [disclosed, happened],
          `(${disclosed}) is before it happened (${happened})`,
        );
      }
    }
    return faults;
  });

/** Offices that several people hold at once by their nature. */
const SHARED_OFFICES =
  /\b(?:deputy|vice|co-|member|minister|spokes|commander|adviser|envoy|co-chair|judge|president of the transitional)/i;

interface Term extends FiledEntry {
  readonly post: HeldPost['post'];
}

function termsByOffice(entries: readonly FiledEntry[]): Map<string, Term[]> {
  const byOffice = new Map<string, Term[]>();
  for (const filed of entries) {
    for (const post of filed.entry.facts) {
      if (post.type !== 'post' || !post.leads || !post.body || !('entry' in post.body)) continue;
      if (SHARED_OFFICES.test(post.office)) continue;
      const office = `${post.body.entry} ${post.office.toLowerCase()}`;
      const terms = byOffice.get(office) ?? [];
      byOffice.set(office, [...terms, { ...filed, post }]);
    }
  }
  return byOffice;
}

/** Certainly at the same time: a handover within one day, month or year that a date gives is not. */
function overlapSurely(one: Term['post'], other: Term['post']): boolean {
  const begin = (post: Term['post']) => (post.from ? latestDayOf(post.from) : null);
  const end = (post: Term['post']) => (post.to ? earliestDayOf(post.to) : '9999-12-31');
  const [oneBegins, otherBegins] = [begin(one), begin(other)];
  if (!oneBegins || !otherBegins || one.circa || other.circa) return false;
  return oneBegins < end(other) && otherBegins < end(one);
}

/** One office that leads a body has one holder at a time, unless the overlap is marked as disputed. */
export const checkHolders: AuditCheck = (entries) => {
  const faults: AuditFault[] = [];
  for (const terms of termsByOffice(entries).values()) {
    for (const [index, term] of terms.entries()) {
      for (const other of terms.slice(index + 1)) {
        const isSamePerson = term.entry.id === other.entry.id;
        const isDisputed = Boolean(term.post.disputed ?? other.post.disputed);
        if (isDisputed || !overlapSurely(term.post, other.post)) continue;
        const { faults: own, add } = faultsIn(term);
        const whose = isSamePerson ? `its own fact ${other.post.key}` : other.entry.id;
        add(
          `facts.${term.post.key}`,
          'two-holders',
          [term.post.office, isSamePerson ? '' : other.entry.id],
          `${term.post.office} at the same time as ${whose}: end one, or say that it is disputed`,
        );
        faults.push(...own);
      }
    }
  }
  return faults;
};
