/**
 * Functions that a test sends into the page of the user's entries, where the store is at hand as
 * `newsgloss.userGlossary`. Each stands alone, as those of in-page.ts do.
 */
import type { Entry } from '../../../lib/glossary/schema';
import type { UserGlossary } from '../../../lib/store/user-glossary';

declare const newsgloss: { readonly userGlossary: UserGlossary };

/** Waits until the page's script has run. */
export async function waitForStore(): Promise<null> {
  while (typeof newsgloss === 'undefined') await new Promise((resolve) => setTimeout(resolve, 20));
  await newsgloss.userGlossary.edition();
  return null;
}

/**
 * Edits without end, numbered from `from`, and tells a server of each that was acknowledged. Edit N
 * writes N into two places of one of 20 entries of the user's own, in one action.
 */
export function editWithoutEnd(from: number, origin: string): null {
  const { userGlossary } = newsgloss;
  const run = async () => {
    for (let number = from; ; number++) {
      const id = `kept-${number % 20}`;
      const bare: Entry = {
        ...{ id, formerIds: [], kind: 'term', familiarity: 'regular', name: id, background: [] },
        ...{ aliases: [], short: [], facts: [], relations: [], sources: [] },
      };
      const { edits } = await userGlossary.load();
      const mine = edits.find((edit) => edit.id === id)?.added;
      if (!mine) await userGlossary.add(bare, null);
      const before = mine ?? bare;
      const fact = { key: 'f', type: 'event', text: `Number ${number}`, sources: [] } as const;
      const outcome = await userGlossary.edit({ id, ground: null }, id, [
        { field: 'summary', member: null, from: before.summary, mine: `Number ${number}` },
        { field: 'facts', member: 'f', from: before.facts[0], mine: fact },
      ]);
      if (outcome.outcome === 'written') void fetch(`${origin}/?ack=${number}`);
    }
  };
  void run();
  return null;
}

/** What a page finds after a crash. */
export interface Found {
  /** The highest number found in each entry. */
  readonly numbers: readonly number[];
  /** Everything that does not fit: half an edit, a record that the steps do not lead to. */
  readonly faults: readonly string[];
}

/** Reads all that is stored, and holds records, steps and head against one another. */
export async function findState(): Promise<Found> {
  const { edits, faults: unread } = await newsgloss.userGlossary.load();
  const faults = unread.map(({ id, fault }) => `${id}: ${fault}`);
  const numbers: number[] = [];
  for (const { id, added } of edits) {
    const [fact] = added?.facts ?? [];
    const inFact = fact?.type === 'event' ? fact.text : undefined;
    if (added?.summary !== inFact) faults.push(`${id}: half an edit, ${added?.summary} and ${inFact}`);
    if (added?.summary !== undefined) numbers.push(Number(added.summary.replace('Number ', '')));
  }
  // Past the store's own reading, so that it cannot hide what it does not look at.
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('newsgloss');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const tx = db.transaction(['steps', 'meta', 'edits'], 'readonly');
  const all = (store: string) =>
    new Promise<[IDBValidKey[], unknown[]]>((resolve) => {
      const keys = tx.objectStore(store).getAllKeys();
      const values = tx.objectStore(store).getAll();
      values.onsuccess = () => resolve([keys.result, values.result]);
    });
  const [[steps, stepValues], [, [head]], [ids, records]] = [
    await all('steps'),
    await all('meta'),
    await all('edits'),
  ];
  db.close();
  const { step, last } = head as { step: number; last: number };
  if (steps.at(-1) !== last || step !== last)
    faults.push(`head at ${step} of ${last}, steps to ${steps.at(-1)}`);
  const left = new Map<string, string>();
  for (const value of stepValues) {
    for (const { id, after } of (value as { records: { id: string; after: unknown }[] }).records)
      left.set(id, JSON.stringify(after));
  }
  for (const [i, id] of ids.entries()) {
    const led = left.get(String(id));
    const record = records[i] as { added: { summary?: string } };
    if (led !== undefined && JSON.parse(led).added.summary !== record.added.summary)
      faults.push(`${id}: the steps lead to another record`);
  }
  return { numbers, faults };
}

/** Counts one field up by one, `times` times; where another tab was faster, from what stands there then. */
export async function countUp(times: number): Promise<{ clashes: number }> {
  const { userGlossary } = newsgloss;
  const target = { id: 'counter', ground: null };
  let clashes = 0;
  let known: string | undefined;
  for (let done = 0; done < times; ) {
    const mine = `${Number(known ?? '0') + 1}`;
    const outcome = await userGlossary.edit(target, 'Counter', [
      { field: 'summary', member: null, from: known, mine },
    ]);
    if (outcome.outcome === 'written') {
      known = mine;
      done++;
    } else if (outcome.outcome === 'clash') {
      clashes++;
      known = outcome.clashes[0]?.theirs as string | undefined;
    } else if (outcome.outcome === 'unchanged') {
      // Both counted to the same number at once: the other's counts, this one's is still to come.
      known = mine;
    }
  }
  return { clashes };
}

/** The counter's entry, and one that each tab edits beside it; no undo of the race before. */
export async function prepareCounter(): Promise<null> {
  const bare: Entry = {
    ...{ id: 'counter', formerIds: [], kind: 'term', familiarity: 'regular', name: 'Counter' },
    ...{ background: [], aliases: [], short: [], facts: [], relations: [], sources: [] },
  };
  const { userGlossary } = newsgloss;
  const { edits } = await userGlossary.load();
  for (const edit of edits) await userGlossary.withdraw(edit, edit.id);
  await userGlossary.add(bare, null);
  return null;
}

/** Members that a tab adds to one shared entry beside the count, one an edit: none may be missing. */
export async function addMembers(tab: string, times: number): Promise<{ lost: number }> {
  const { userGlossary } = newsgloss;
  let lost = 0;
  for (let i = 0; i < times; i++) {
    const key = `${tab}-${i}`;
    const mine = { key, type: 'event', text: key, sources: [] } as const;
    const { outcome } = await userGlossary.edit({ id: 'counter', ground: null }, 'Counter', [
      { field: 'facts', member: key, from: undefined, mine },
    ]);
    if (outcome !== 'written') lost++;
  }
  return { lost };
}

export async function readCounter(): Promise<{
  summary: string | undefined;
  members: number;
  revision: number;
}> {
  const { edits, edition } = await newsgloss.userGlossary.load();
  const counter = edits.find(({ id }) => id === 'counter')?.added;
  return {
    summary: counter?.summary,
    members: counter?.facts.length ?? 0,
    revision: Number(edition.split('.').at(-1)),
  };
}

/** Lays records into the database past the store, as years of work would have: only the store's own reading counts. */
export async function fillStore(count: number): Promise<null> {
  await newsgloss.userGlossary.edition();
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('newsgloss');
    request.onsuccess = () => resolve(request.result);
  });
  const batch = 10_000;
  for (let from = 0; from < count; from += batch) {
    const tx = db.transaction(['edits', 'meta'], 'readwrite');
    for (let i = from; i < Math.min(count, from + batch); i++) {
      const id = `own-${i}`;
      const added: Entry = {
        ...{ id, formerIds: [], kind: 'person', familiarity: 'regular', name: `Zorvik${i} Quelnar${i}` },
        ...{ summary: `Number ${i} of a long list of people whom a desk has met.`, background: [] },
        aliases: [{ key: 'a', text: `Zorvikque${i}`, case: 'any', alone: 'yes', for: [], against: [] }],
        ...{ short: [], facts: [], relations: [], sources: [] },
      };
      tx.objectStore('edits').put({ id, added, under: null, changes: [], hidden: false }, id);
    }
    tx.objectStore('meta').put({ epoch: 'filled', revision: from + 1, step: 0, last: 0 }, 'head');
    await new Promise((resolve) => {
      tx.oncomplete = resolve;
    });
  }
  db.close();
  return null;
}

/** Times of a store of its own, so that nothing is there already, ms. */
export async function timeOpening(): Promise<{ openMs: number; loadMs: number; records: number }> {
  // The class is the page's own; a second one opens a connection of its own.
  const Store = newsgloss.userGlossary.constructor as new () => UserGlossary;
  const began = performance.now();
  const store = new Store();
  await store.history();
  const opened = performance.now();
  const { edits } = await store.load();
  return { openMs: opened - began, loadMs: performance.now() - opened, records: edits.length };
}

/** Times of edits until they were acknowledged, one after the other, ms; the last one adds a name of the sample story. */
export async function timeEdits(count: number): Promise<number[]> {
  const { userGlossary } = newsgloss;
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const began = performance.now();
    const mine = `Edited ${i}.`;
    const from = i === 0 ? 'Number 5 of a long list of people whom a desk has met.' : `Edited ${i - 1}.`;
    const { outcome } = await userGlossary.edit({ id: 'own-5', ground: null }, 'own-5', [
      { field: 'summary', member: null, from, mine },
    ]);
    times.push(performance.now() - began);
    if (outcome !== 'written') throw new Error(outcome);
    // As a person would, who looks at what she did.
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const name = {
    field: 'name',
    member: null,
    from: 'Zorvik5 Quelnar5',
    mine: 'more violent group',
  } as const;
  await userGlossary.edit({ id: 'own-5', ground: null }, 'own-5', [name]);
  return times;
}

/** Renames the entry that {@link timeEdits} left. */
export async function rename(from: string, mine: string): Promise<null> {
  const name = { field: 'name', member: null, from, mine } as const;
  const { outcome } = await newsgloss.userGlossary.edit({ id: 'own-5', ground: null }, 'own-5', [name]);
  if (outcome !== 'written') throw new Error(outcome);
  return null;
}

/** Adds entries of some 300 KB until the store refuses one, at most `most`. */
export async function fillUntilFull(
  most: number,
): Promise<{ written: number; failure: string; cause: string }> {
  for (let written = 0; written < most; written++) {
    // Random letters, since browsers store what repeats itself in little room.
    const sentence = () => {
      const bytes = crypto.getRandomValues(new Uint8Array(390));
      return [...bytes].map((byte) => String.fromCharCode(0x4e00 + byte * 64)).join('');
    };
    const id = `heavy-${written}`;
    const heavy: Entry = {
      ...{ id, formerIds: [], kind: 'term', familiarity: 'regular', name: id },
      background: Array.from({ length: 400 }, () => ({ text: sentence(), sources: [] })),
      ...{ aliases: [], short: [], facts: [], relations: [], sources: [] },
    };
    try {
      await newsgloss.userGlossary.add(heavy, null);
    } catch (error) {
      const { failure, cause } = error as { failure?: string; cause?: unknown };
      return { written, failure: failure ?? String(error), cause: String(cause) };
    }
  }
  return { written: most, failure: 'none', cause: '' };
}

/** The ids of all records in an export. */
export async function exportedIds(): Promise<string[]> {
  const file = JSON.parse((await newsgloss.userGlossary.exportAll()).join('')) as {
    stores: { edits: { key: string }[] };
  };
  return file.stores.edits.map(({ key }) => key);
}

/** The ids in the spare copy, in the order of their names. */
export async function spareCopyIds(): Promise<string[]> {
  // TypeScript's library does not know Chromium's buckets yet.
  const { storageBuckets } = navigator as unknown as {
    storageBuckets?: { open(name: string): Promise<{ indexedDB: IDBFactory }> };
  };
  const factory = (await storageBuckets?.open('newsgloss-spare'))?.indexedDB ?? indexedDB;
  // To open one that is not there would make it.
  const known = await factory.databases();
  if (known.every(({ name }) => name !== 'newsgloss-spare')) return [];
  const answer = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await answer(factory.open('newsgloss-spare'));
  const ids = db.objectStoreNames.contains('edits')
    ? await answer(db.transaction('edits').objectStore('edits').getAllKeys())
    : [];
  db.close();
  return ids.map(String);
}
