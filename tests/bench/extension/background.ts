/** The bench's background: the extension's own desk, with a glossary of 300 names and nothing beside it. */
import * as v from 'valibot';
import { IndexCache } from '../../../lib/desk/index-cache';
import type { BundledGlossary } from '../../../lib/desk/packaged-glossary';
import { StoryDesk } from '../../../lib/desk/story-desk';
import type { EditsSource } from '../../../lib/desk/user-edits';
import { entrySchema } from '../../../lib/glossary/schema';
import { GlossaryIndex } from '../../../lib/matching/index/glossary-index';
import { answerMessages } from '../../../lib/messaging/channel';
import { backgroundChecks } from '../../../lib/messaging/params-checks';
import { browser } from '../../../lib/platform/browser';
import { bundleOf } from '../../unit/desk/bundle-of';
import { glossaryOf, madeEntries } from '../made-glossary';
import { BACKGROUND, type BenchBackground } from './tasks';

const EDITION = 'bench';
/** Entries put in before others have their turn, as the extension's own background does it. */
const SLICE_ENTRIES = 200;

const noEdits: EditsSource = {
  edition: async () => EDITION,
  changesSince: async () => ({ edition: EDITION, ids: [] }),
  some: async () => [],
  layered: async () => [],
  silentIn: async () => () => false,
};

async function loadEntries() {
  const response = await fetch(browser.runtime.getURL('entries.json'));
  return v.parse(v.array(entrySchema), await response.json());
}

const bundled = loadEntries().then(bundleOf);
const bundle: BundledGlossary = {
  index: async () => (await bundled).index(),
  entriesWith: async (ids) => (await bundled).entriesWith(ids),
};
const desk = new StoryDesk(bundle, noEdits, new IndexCache('names'), { mapOf: async () => null });
answerMessages({ annotate: (request) => desk.annotate(request) }, { annotate: backgroundChecks.annotate });

const kept = () => new IndexCache('made');
const bench: BenchBackground = {
  async keep(names) {
    const entries = glossaryOf(names, [], madeEntries(Math.ceil(names / 4)));
    const index = new GlossaryIndex();
    let longestSliceMs = 0;
    const startMs = performance.now();
    for (let from = 0; from < entries.length; from += SLICE_ENTRIES) {
      const sliceMs = performance.now();
      entries.slice(from, from + SLICE_ENTRIES).forEach((entry, at) => {
        index.put(entry, from + at);
      });
      longestSliceMs = Math.max(longestSliceMs, performance.now() - sliceMs);
      await new Promise((resolve) => setTimeout(resolve));
    }
    const buildMs = performance.now() - startMs;
    await kept().save({ index, edition: EDITION });
    return { buildMs, longestSliceMs };
  },
  async load() {
    const startMs = performance.now();
    const loaded = await kept().load();
    if (!loaded) throw new Error('No index was kept.');
    return performance.now() - startMs;
  },
};
Object.assign(globalThis, { [BACKGROUND]: bench });
