import { RELATION_INVERSES } from '../schema';
import { type AuditCheck, type AuditFault, faultsIn } from './fault';

/** No two entries share an id, present or former. */
export const checkIds: AuditCheck = (entries) => {
  const owners = new Map<string, string>();
  const faults: AuditFault[] = [];
  for (const filed of entries) {
    const collected = faultsIn(filed);
    for (const id of [filed.entry.id, ...filed.entry.formerIds]) {
      const owner = owners.get(id);
      if (owner)
        collected.add(
          'id',
          'id-taken',
          [id, owner],
          `"${id}" is also an id of ${owner}: give one of them another`,
        );
      owners.set(id, `${filed.file}: ${filed.entry.id}`);
    }
    faults.push(...collected.faults);
  }
  return faults;
};

/** Relations and posts lead to entries that exist; no relation is stored twice, nor to its own entry. */
export const checkReferences: AuditCheck = (entries) => {
  const ids = new Set(entries.map(({ entry }) => entry.id));
  const stored = new Map<string, string>();
  const faults: AuditFault[] = [];
  for (const filed of entries) {
    const { entry } = filed;
    const { faults: own, add } = faultsIn(filed);
    for (const relation of entry.relations) {
      const field = `relations.${relation.key}`;
      if (!ids.has(relation.with))
        add(`${field}.with`, 'no-such-entry', [relation.with], `no entry "${relation.with}"`);
      if (relation.with === entry.id) add(`${field}.with`, 'to-itself', [], 'relates the entry to itself');
      const isSymmetric = RELATION_INVERSES[relation.kind] === relation.kind;
      const pair = isSymmetric ? [entry.id, relation.with].sort() : [entry.id, relation.with];
      const name = `${relation.kind} ${pair.join(' ')} ${relation.from ?? ''} ${relation.to ?? ''}`;
      const twin = stored.get(name);
      if (twin) add(field, 'stored-already', [twin], `is stored already, on ${twin}: keep one`);
      stored.set(name, entry.id);
    }
    for (const fact of entry.facts) {
      if (fact.type !== 'post' || !fact.body || !('entry' in fact.body) || ids.has(fact.body.entry)) continue;
      add(`facts.${fact.key}.body`, 'no-such-entry', [fact.body.entry], `no entry "${fact.body.entry}"`);
    }
    faults.push(...own);
  }
  return faults;
};

/** Within an entry, keys and refs name one thing each. */
export const checkKeys: AuditCheck = (entries) =>
  entries.flatMap((filed) => {
    const { faults, add } = faultsIn(filed);
    const lists = {
      aliases: filed.entry.aliases.map(({ key }) => key),
      facts: filed.entry.facts.map(({ key }) => key),
      relations: filed.entry.relations.map(({ key }) => key),
      sources: filed.entry.sources.map(({ ref }) => ref),
    };
    for (const [list, keys] of Object.entries(lists)) {
      const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
      for (const key of new Set(twice))
        add(`${list}.${key}`, 'key-twice', [key], 'stands twice: keys are for one member each');
    }
    return faults;
  });
