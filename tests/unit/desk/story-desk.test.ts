import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { type EditsSource, StoryDesk } from '../../../lib/desk/story-desk';
import { editsForReading } from '../../../lib/desk/user-edits';
import type { EntryEdit } from '../../../lib/glossary/entry-edits';
import { entrySchema } from '../../../lib/glossary/schema';
import { UserGlossary } from '../../../lib/store/user-glossary';

const taliban = v.parse(entrySchema, { id: 'taliban', kind: 'group', name: 'Taliban' });
const hideTaliban: EntryEdit = { id: 'taliban', added: null, under: null, changes: [], hidden: true };
const blocks = [{ text: 'The Taliban said so.', role: 'body' as const }];
const opening = { blocks, lang: 'en', date: null, context: null, edition: null };

/** Edits that a test changes. */
function editable() {
  const state = { edition: 'a.0', edits: [] as EntryEdit[] };
  const source: EditsSource = { edition: async () => state.edition, load: async () => ({ ...state }) };
  return { state, source };
}

describe('the desk', () => {
  it('answers with the edition that is stored when it is asked', async () => {
    const { state, source } = editable();
    const desk = new StoryDesk(async () => [taliban], source);
    expect((await desk.annotate(opening))?.mentions).toHaveLength(1);
    Object.assign(state, { edition: 'a.1', edits: [hideTaliban] });
    expect((await desk.annotate(opening))?.mentions).toHaveLength(0);
    expect(await desk.card('taliban', null, '2026-01-01')).toBeNull();
  });

  it('tells a story that was begun with another edition to begin anew', async () => {
    const { state, source } = editable();
    const desk = new StoryDesk(async () => [taliban], source);
    const begun = await desk.annotate(opening);
    if (!begun) throw new Error('a story that begins is answered');
    const further = { ...opening, context: begun.context, edition: begun.edition };
    expect(await desk.annotate(further)).not.toBeNull();
    state.edition = 'a.1';
    expect(await desk.annotate(further)).toBeNull();
  });

  it('builds each edition once, whoever asks, and loads the bundled glossary once for all', async () => {
    const { state, source } = editable();
    const load = vi.spyOn(source, 'load');
    const bundled = vi.fn(async () => [taliban]);
    const desk = new StoryDesk(bundled, source);
    await Promise.all([desk.annotate(opening), desk.annotate(opening), desk.prepare()]);
    expect(load).toHaveBeenCalledOnce();
    state.edition = 'a.1';
    await Promise.all([desk.annotate(opening), desk.annotate(opening)]);
    expect(load).toHaveBeenCalledTimes(2);
    expect(bundled).toHaveBeenCalledOnce();
  });

  it('tries again after a load that failed', async () => {
    const { source } = editable();
    const bundled = vi.fn(async () => [taliban]).mockRejectedValueOnce(new Error('gone'));
    const desk = new StoryDesk(bundled, source);
    await expect(desk.annotate(opening)).rejects.toThrow('gone');
    expect((await desk.annotate(opening))?.mentions).toHaveLength(1);
  });

  it('reads stories with the bundled glossary where the user’s store cannot be had', async () => {
    const store = new UserGlossary();
    vi.spyOn(store, 'edition').mockRejectedValue(new Error('no database'));
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const desk = new StoryDesk(async () => [taliban], editsForReading(store));
    expect((await desk.annotate(opening))?.mentions).toHaveLength(1);
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });
});
