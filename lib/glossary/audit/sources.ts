import { latestDayOf } from '../dates';
import type { Entry } from '../schema';
import { type AuditCheck, faultsIn } from './fault';
import { SHARED_HOSTS } from './shared-hosts';

function* citationsOf(entry: Entry): Generator<readonly [field: string, refs: readonly string[]]> {
  for (const [index, sentence] of entry.background.entries())
    yield [`background[${index}]`, sentence.sources];
  for (const fact of entry.facts) {
    yield [`facts.${fact.key}`, fact.sources];
    if (fact.disputed) yield [`facts.${fact.key}.disputed`, fact.disputed.sources];
  }
  for (const relation of entry.relations) yield [`relations.${relation.key}`, relation.sources];
  if (entry.naming) yield ['naming', entry.naming.sources];
}

/** Facts and sentences cite, and what they cite is there. A relation may follow from the entry's nature. */
export const checkCitations: AuditCheck = (entries) =>
  entries.flatMap((filed) => {
    const { faults, add } = faultsIn(filed);
    const refs = new Set(filed.entry.sources.map(({ ref }) => ref));
    if (refs.size === 0) add('sources', 'no-sources', [], 'has none: a statement needs a source');
    for (const [field, cited] of citationsOf(filed.entry)) {
      if (cited.length === 0 && !field.startsWith('relations.'))
        add(field, 'cites-none', [], 'cites no source');
      for (const ref of cited)
        if (!refs.has(ref))
          add(field, 'cites-unknown', [ref], `cites "${ref}", which is not among the sources`);
    }
    return faults;
  });

/** `checked` is there, and no later than the newest source: it is no promise of having looked today. */
export const checkChecked: AuditCheck = (entries) =>
  entries.flatMap((filed) => {
    const { faults, add } = faultsIn(filed);
    const { checked, sources } = filed.entry;
    if (!checked)
      add(
        'checked',
        'checked-missing',
        [],
        'is missing: the date of the newest source seen for the present state',
      );
    const dates = sources.flatMap(({ date }) => (date ? [latestDayOf(date)] : []));
    const newest = dates.sort().at(-1);
    if (checked && newest && checked > newest)
      add('checked', 'checked-late', [newest], `is later than the newest source, of ${newest}`);
    return faults;
  });

/** The host of an address, where it is one of {@link SHARED_HOSTS} or below one; null of others. */
function sharedHostOf(address: string): string | null {
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return SHARED_HOSTS.find((shared) => host === shared || host.endsWith(`.${shared}`)) ?? null;
}

/** Sources are at their publishers', not where anyone may put a text. */
export const checkPublishers: AuditCheck = (entries) =>
  entries.flatMap((filed) => {
    const { faults, add } = faultsIn(filed);
    for (const { ref, url } of filed.entry.sources) {
      const host = sharedHostOf(url);
      if (host)
        add(
          `sources.${ref}`,
          'anyones-page',
          [host],
          `is at ${host}, where anyone publishes: cite who wrote it`,
        );
    }
    return faults;
  });
