/** Which entry a text names, for somebody who asks: a selection, not a story. */
import { foldKey } from '../text/fold';
import { annotate, startStory } from './annotate';
import type { GlossaryIndex } from './index/glossary-index';
import { caseFits, writtenAs } from './letter-case';

/** An entry with the form of it that was found, as the glossary writes it. */
export interface FoundEntry {
  readonly id: string;
  readonly alias: string;
}

/**
 * The entry that a text names: by its whole, also where a story would need more to be sure, a full name
 * before a short one and one in the text's own case before others; else the longest name inside it.
 * Null for none.
 */
export function entryNamed(index: GlossaryIndex, text: string): FoundEntry | null {
  const bare = text.trim().replace(/['’ʼ]s$/i, '');
  const written = writtenAs(bare);
  const forms = [...index.formsFor(foldKey(bare))];
  const worth = (form: (typeof forms)[number]) =>
    2 * Number(form.role === 'name') + Number(caseFits(form.case, written));
  const [form] = forms.sort((a, b) => worth(b) - worth(a));
  const id = form && index.entry(form.entry)?.id;
  if (form && id !== undefined) return { id, alias: form.text };
  const { mentions } = annotate(index, [{ text, role: 'body' }], startStory({ lang: null, date: null }));
  const longest = mentions.sort((a, b) => b.end - b.start - (a.end - a.start))[0];
  return longest ? { id: longest.entryId, alias: longest.why.alias } : null;
}
