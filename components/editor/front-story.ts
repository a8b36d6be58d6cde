/** The story of the tab that the user looked at last. */
import type { TriedStory } from '../../lib/editing/try-entry';
import { newEntry } from '../../lib/glossary/new-entry';
import type { Entry } from '../../lib/glossary/schema';
import { unknownNames } from '../../lib/matching/unknown-names';
import { askTab } from '../../lib/messaging/channel';
import { findReadTab } from '../../lib/platform/read-tab';
import { foldKey } from '../../lib/text/fold';

/** Its blocks and its date; null where that tab has no story, or it is not read. */
export async function frontStory(): Promise<TriedStory | null> {
  const tab = await findReadTab();
  if (!tab) return null;
  try {
    const [text, report] = await Promise.all([
      askTab(tab.id, 'story-text', null),
      askTab(tab.id, 'report', null),
    ]);
    const blocks = text.map((block) => ({ text: block.text, role: block.role }));
    const date = report.state === 'read' ? (report.date?.day ?? null) : null;
    return blocks.length === 0 ? null : { blocks, lang: null, date };
  } catch {
    // No script of ours answers there.
    return null;
  }
}

/** The entries in it. */
export async function frontStoryIds(): Promise<ReadonlySet<string>> {
  const tab = await findReadTab();
  const report = tab && (await askTab(tab.id, 'report', null).catch(() => null));
  return new Set(report?.state === 'read' ? report.names.map(({ id }) => id) : []);
}

/** The id that an entry has until it is added. */
const NOT_YET = 'new-entry';

/** A new entry with what the story in front says of the name: its kind, its acronym, a line. */
export async function knownOf(name: string): Promise<Entry> {
  const bare = newEntry(NOT_YET, { name, kind: 'term', summary: '', short: null });
  const tab = await findReadTab();
  const text = tab && (await askTab(tab.id, 'story-text', null).catch(() => null));
  const wanted = foldKey(name);
  const told = text
    ? unknownNames(text).find((one) => foldKey(one.name) === wanted || foldKey(one.short ?? '') === wanted)
    : undefined;
  if (!told) return bare;
  return newEntry(NOT_YET, { ...told, summary: told.draft ?? '' });
}

/** A new entry of which nothing is known. The name has to be written before it is added. */
export function blankEntry(): Entry {
  return { ...newEntry(NOT_YET, { name: '…', kind: 'term', summary: '', short: null }), name: '' };
}
