import type { ComponentChild } from 'preact';
import { Card, type CardProps } from '../../components/card/card';
import {
  CardFailed,
  CardGone,
  CardLoading,
  CardQuieted,
  type Quieted,
} from '../../components/card/card-states';
import { BackupPart } from '../../components/editor/backup-part';
import { EditorPage, type EditorPageProps } from '../../components/editor/editor-page';
import { EntryEditing, type SaveState } from '../../components/editor/entry-editing';
import { EntryPane } from '../../components/editor/entry-pane';
import { type PageAnswer, popupModel } from '../../components/popup/model';
import { Popup, type PopupProps } from '../../components/popup/popup';
import type { StoryListProps } from '../../components/popup/story-list';
import type { UnknownNamesProps } from '../../components/popup/unknown-list';
import type { SettingsHand } from '../../components/settings/controls';
import { SettingsPage, type SettingsPageProps } from '../../components/settings/settings-page';
import { type SharedStep, sharedItems } from '../../components/shared/model';
import { SharedPart } from '../../components/shared/shared-part';
import { cardPreview } from '../../lib/editing/card-preview';
import { Catalogue } from '../../lib/editing/catalogue';
import { faultsOf, type KeptSlot } from '../../lib/editing/entry-form';
import { EntryList, type ListQuery, WHOLE_LIST } from '../../lib/editing/list-query';
import { NOTHING_SELECTED } from '../../lib/editing/list-state';
import { rawOf } from '../../lib/editing/raw';
import { type TriedStory, tryEntry } from '../../lib/editing/try-entry';
import { type Warning, warningsFor } from '../../lib/editing/warnings';
import { type CardView, cardView } from '../../lib/glossary/card-view';
import type { EntryEdit } from '../../lib/glossary/entry-edits';
import type { Entry, EntryKind } from '../../lib/glossary/schema';
import type { UnknownName } from '../../lib/matching/unknown-names';
import type { StoryName } from '../../lib/page/story-reading';
import { message } from '../../lib/platform/i18n';
import { DEFAULT_SWITCHES } from '../../lib/settings/switches';
import type { History } from '../../lib/store/history';
import type { KeptSnapshot } from '../../lib/store/snapshots';
import type { StoreFailure } from '../../lib/store/store-error';
import { storyName } from '../unit/components/story-name';
import { arabic, bare, founder, glossary, group, longNames, ownTerm, person, place } from './entries';
import { disputedMap, provinceMap } from './maps';
import type { Scene, Theme } from './states';

const TODAY = '2026-11-23';
const STORY = '2021-11-29';
const ignore = () => {};

const why: CardProps['why'] = {
  alias: 'VMH',
  rule: 'definition',
  evidence: ['The story says “Varan Movement for the Hills (VMH)”.', '“Varania” is in the same paragraph.'],
};

interface Seen {
  readonly storyDate?: string | null;
  readonly today?: string;
  readonly from?: CardView['from'];
}

function card(entry: Entry, more: Partial<CardProps> & Seen = {}) {
  const { storyDate = STORY, today = TODAY, from = null, ...props } = more;
  return (theme: Theme) => (
    <Card
      view={cardView(entry, storyDate, glossary, today, from)}
      map={null}
      sense="sure"
      why={why}
      storyDateOrigin={storyDate ? { source: 'json-ld', is: 'published' } : null}
      onClose={ignore}
      onOpenEntry={ignore}
      onPin={ignore}
      deeds={{ onKnow: ignore, onNotThis: ignore, onEdit: ignore }}
      theme={theme}
      {...props}
    />
  );
}

const full = { startsUnfolded: true };
const SHARED = { title: 'Names of the desk', host: 'desk.example', isEdited: false };

/** As one that was opened inside another's card has them. */
const nested: Partial<CardProps> = {
  backTo: group.name,
  onBack: ignore,
  why: null,
  deeds: { onKnow: ignore, onNotThis: null, onEdit: ignore },
};

const origin = (source: 'json-ld' | 'address', is: 'published' | 'modified') => ({
  storyDateOrigin: { source, is },
});

function quieted(deed: Quieted, hasFailed = false) {
  return (theme: Theme) => (
    <CardQuieted
      name={group.name}
      quieted={deed}
      hasFailed={hasFailed}
      onUndo={ignore}
      onClose={ignore}
      theme={theme}
    />
  );
}

function name(kind: EntryKind, text: string, count: number, sense: StoryName['sense'] = 'sure'): StoryName {
  const entry = glossary.entries.find((candidate) => candidate.name === text);
  const summary =
    entry?.summary ?? 'A name of the story, with a line that says who or what it is to a reader.';
  return storyName(text, { kind, summary, count, sense });
}

const names: readonly StoryName[] = [
  name('group', group.name, 6),
  name('group', 'Red Branch', 2),
  name('person', person.name, 3),
  name('person', 'Ada Lind', 1, 'possible'),
  name('place', place.name, 2),
  name('organisation', longNames.name, 1),
];
const manyNames = (['person', 'group', 'place', 'event', 'people', 'term'] as const).flatMap((kind) =>
  Array.from({ length: 10 }, (_, i) => name(kind, `${kind} number ${i + 1}`, i + 1)),
);

const hand = (stored: Readonly<Record<string, unknown>> = {}): SettingsHand => ({
  values: stored,
  onSet: ignore,
  onReset: null,
});

const ON = DEFAULT_SWITCHES;
const PAGE = 'https://www.courier.example/2021/11/29/varania';

const shortcuts = () => [
  { description: message('commandNext'), keys: 'Alt+.' },
  { description: message('commandPrevious'), keys: 'Alt+,' },
  { description: message('commandOpenCard'), keys: 'Alt+I' },
];

const unknown: readonly UnknownName[] = [
  {
    name: 'Coastal Monitoring Observatory',
    short: 'CMO',
    kind: 'organisation',
    count: 4,
    draft: 'A research group in Port Varan that counts ships.',
  },
  { name: 'Ines Halloran', short: null, kind: 'person', count: 2, draft: null },
];

interface PopupScene extends Partial<Omit<PopupProps, 'model' | 'list'>> {
  readonly address?: string | null;
  readonly hasAccess?: boolean;
  readonly switches?: typeof ON;
  readonly list?: Partial<StoryListProps>;
}

function popup(
  answer: PageAnswer,
  { address = PAGE, hasAccess = true, switches = ON, list = {}, ...props }: PopupScene = {},
) {
  return (theme: Theme) => (
    <Popup
      model={popupModel({ address, hasAccess }, switches, answer)}
      onToggleEverywhere={ignore}
      onToggleSite={ignore}
      onToggleAlways={ignore}
      onPause={ignore}
      onResume={ignore}
      onAskAccess={ignore}
      list={{
        deeds: { onGoTo: ignore, onExpand: ignore },
        wentTo: null,
        expanded: new Set(),
        cardOf: () => <div class="in-place">{card(group, { role: 'group', onPin: null })(theme)}</div>,
        unknown: { names: [], adding: new Map(), onAdd: ignore, onEdit: ignore },
        ...list,
      }}
      shortcuts={shortcuts()}
      onChangeShortcuts={ignore}
      hand={hand()}
      theme={theme}
      {...props}
    />
  );
}

const read = (list: readonly StoryName[], day: string | null = STORY): PageAnswer => ({
  state: 'read',
  date: day === null ? null : { day, source: 'json-ld', is: 'published' },
  names: list,
});
const unknownList = (adding: UnknownNamesProps['adding']): Partial<StoryListProps> => ({
  unknown: { names: unknown, adding, onAdd: ignore, onEdit: ignore },
});

/** All that a reader changes, changed. */
const CHOSEN = {
  'marks:look': 'tint',
  'marks:repeat': 'all',
  'marks:familiarity:household': 'on',
  'marks:kind:place': 'off',
  'marks:kind:term': 'off',
  'hover:delay': 600,
};
const LOCKED = {
  'locked:marks:look': 'solid',
  'locked:marks:kind:term': 'off',
  'locked:hover:delay': 500,
  'locked:switch:everywhere': 'on',
};

const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 10, 23, 16, 40);

function settings(stored: Readonly<Record<string, unknown>> = {}, more: Partial<SettingsPageProps> = {}) {
  return (theme: Theme) => (
    <SettingsPage
      hand={{ ...hand(stored), onReset: ignore }}
      said=""
      canUndo={false}
      onUndo={ignore}
      onResetAll={ignore}
      onSeen={ignore}
      shortcuts={shortcuts().map((one, i) => (i < 2 ? one : { ...one, keys: null }))}
      onChangeShortcuts={ignore}
      names={{ vmh: group.name, varan: longNames.name }}
      onReading={ignore}
      onAddSite={ignore}
      onRemoveSite={ignore}
      onUnmute={ignore}
      onUnsilence={ignore}
      offer={null}
      onSync={ignore}
      onTake={ignore}
      onDecline={ignore}
      storage={{ usedBytes: 14_200_000, backupMs: null, nowMs: NOW_MS }}
      version="0.1.0"
      theme={theme}
      {...more}
    />
  );
}

/** A user's who has been here for long. */
const LIVED_IN = {
  ...CHOSEN,
  'beat:media-think-tanks': 'off',
  'site:*.courier.example': 'always',
  'site:sport.a-newspaper-with-quite-a-long-name.example': 'never',
  'mute:vmh': 'on',
  'mute:varan': 'on',
  'mute:gone-from-the-glossary': 'on',
  'silence:vmh:courier.example:vmh': 'VMH',
  'silence:varan:*:league': 'League',
};

const NO_HISTORY: History = {
  ...{ edition: '0', undo: null, redo: null, snapshots: [], recovery: null, isReadOnly: false },
};

const edit = (id: string, more: Partial<EntryEdit>): EntryEdit => ({
  id,
  added: null,
  under: null,
  changes: [],
  hidden: false,
  ...more,
});

const EDITS: readonly EntryEdit[] = [
  edit(ownTerm.id, { added: ownTerm }),
  edit('red-branch', { hidden: true }),
  edit(group.id, {
    under: group,
    changes: [
      { field: 'name', member: null, base: group.name, mine: 'Movement of the Hills' },
      {
        field: 'summary',
        member: null,
        base: group.summary,
        mine: 'Armed movement of the hill villages that has governed Varania since August 2021.',
      },
    ],
  }),
  edit(longNames.id, {
    under: longNames,
    changes: [{ field: 'say', member: null, base: longNames.say, mine: 'the roads commission' }],
  }),
];

/** Edits of what an update has changed since. */
const CONFLICTING: readonly EntryEdit[] = [
  edit(person.id, {
    under: { ...person, summary: 'Spokesman of the movement.' },
    changes: [
      {
        field: 'summary',
        member: null,
        base: 'Spokesman of the movement.',
        mine: 'Speaks for the movement that took the capital; a voice on the telephone before.',
      },
    ],
  }),
  edit(place.id, {
    under: { ...place, say: 'nan-ga-val' },
    changes: [{ field: 'say', member: null, base: 'nan-ga-val', mine: undefined }],
  }),
];

const kept = (key: number, at: string, reason: KeptSnapshot['reason'], count: number): KeptSnapshot => ({
  ...{ key, at, day: at.slice(0, 10), reason, count },
  ...{ version: 1, edition: `0.${key}` },
});

const FULL_HISTORY: History = {
  ...NO_HISTORY,
  undo: { seq: 7, label: { action: 'edit', about: group.name }, isLarge: false },
  redo: { seq: 8, label: { action: 'add', about: ownTerm.name }, isLarge: false },
  snapshots: [
    kept(3, '2026-11-23T08:15:00.000Z', 'daily', 4),
    kept(2, '2026-11-21T17:40:00.000Z', 'import', 1),
    kept(1, '2026-11-20T09:02:00.000Z', 'migration', 1),
  ],
};

const RECOVERED: History = {
  ...FULL_HISTORY,
  snapshots: [],
  recovery: {
    ...{ edition: 'lost.41', copiedAt: '2026-11-23T08:15:00.000Z', count: 412, isSeen: false },
    shared: [{ address: 'https://desk.example/newsgloss/names.json', title: 'Names of the desk' }],
  },
};

interface GlossaryScene {
  readonly edits?: readonly EntryEdit[];
  readonly history?: History | null;
  readonly query?: Partial<ListQuery>;
  readonly shared?: ComponentChild;
  /** Shared glossaries, the lowest first. */
  readonly layers?: EditorPageProps['layers'];
  readonly sharedNews?: number;
  readonly selected?: readonly string[];
  readonly panel?: EditorPageProps['panel'];
  readonly faults?: EditorPageProps['faults'];
  readonly failure?: StoreFailure;
  readonly said?: string;
  /** Nothing was read yet. */
  readonly isUnread?: boolean;
  /** The entry that is open; `new` for one that is still to be added. */
  readonly openId?: string;
  /** What was typed into it and is not saved. */
  readonly kept?: readonly KeptSlot[];
  readonly saving?: SaveState;
  readonly warnings?: readonly Warning[];
  readonly story?: TriedStory;
}

const forever = () => new Promise<never>(() => {});

function openEntry(catalogue: Catalogue, options: GlossaryScene, theme: Theme) {
  const { openId, kept = [], saving, story, history = NO_HISTORY } = options;
  const row = openId === undefined ? undefined : catalogue.get(openId);
  if (openId === undefined) return null;
  const world = {
    store: { edit: forever, add: forever },
    takenIds: forever,
    keep: ignore,
    onChange: ignore,
    onWritten: ignore,
  };
  const editing = row
    ? EntryEditing.of(world, { entry: row.entry, ground: row.ground }, kept)
    : EntryEditing.ofNew(world, { ...bare, id: 'new-entry', name: 'Coastal Monitoring Observatory' }, kept);
  const { draft } = editing;
  const others = catalogue.relatedTo(draft).map(({ entry }) => entry);
  const warnings = options.warnings ?? warningsFor(draft, others, new Set(['coast']));
  return (
    <EntryPane
      form={{
        form: editing.form,
        faults: faultsOf(editing.form),
        warnings: row ? warnings : [],
        ground: row?.ground ?? null,
        isReadOnly: history?.isReadOnly ?? true,
        onType: ignore,
        onAdd: ignore,
        onRemove: ignore,
        onRestore: ignore,
        onSettle: ignore,
        complete: () => [],
        nameOf: (id) => catalogue.get(id)?.entry.name ?? null,
      }}
      name={draft.name}
      row={row ?? null}
      sharedTitle={options.layers?.find(({ address }) => address === row?.layers.at(-1))?.title ?? null}
      saving={saving ?? editing.state}
      conflicts={(row?.conflicts ?? []).map((conflict) => ({
        ...conflict,
        name: draft.name,
        ground: row?.ground ?? null,
      }))}
      onSettleConflict={ignore}
      onHide={ignore}
      onWithdraw={ignore}
      onRetry={ignore}
      onAddIt={ignore}
      onClose={ignore}
      viewAt={(date) => cardPreview(catalogue, draft, date, TODAY, null)}
      theme={theme}
      onOpenEntry={ignore}
      tryOn={(tried) => tryEntry(catalogue, row?.ground ?? null, draft, tried)}
      fetchStory={forever}
      story={story ?? null}
    />
  );
}

function myGlossary(options: GlossaryScene = {}) {
  const { edits = [], faults = [], history = NO_HISTORY, isUnread = false, layers = [] } = options;
  const catalogue = new Catalogue();
  if (!isUnread) {
    catalogue.putGround(glossary.entries, 'varania');
    catalogue.setLayers(layers.map(({ address }) => address));
    catalogue.putLayered([], [{ address: DESK, entries: [person, arabic] }].slice(0, layers.length));
    catalogue.putRecords([], edits);
    catalogue.readTexts(() => false);
  }
  const query = { ...WHOLE_LIST, ...options.query };
  const rows = new EntryList(catalogue).rows(query, { storyIds: new Set(), recent: [], today: TODAY });
  return (theme: Theme) => (
    <EditorPage
      rows={rows}
      query={query}
      beats={[{ slug: 'varania', title: 'Varania and its neighbours' }]}
      onQuery={ignore}
      search={null}
      onLeaveSearch={ignore}
      list={{ ...NOTHING_SELECTED, selected: new Set(options.selected) }}
      onList={ignore}
      openId={options.openId ?? null}
      onOpen={ignore}
      onCommand={ignore}
      readSoFar={isUnread && !options.failure ? 0 : null}
      mineCount={catalogue.mineCount}
      history={isUnread ? null : history}
      failure={options.failure ?? null}
      faults={faults}
      said={options.said ?? ''}
      panel={options.panel ?? null}
      onPanel={ignore}
      layers={layers}
      shared={options.shared ?? null}
      sharedNews={options.sharedNews ?? 0}
      exchange={<BackupPart isReadOnly={false} onExport={ignore} onImport={ignore} />}
      entry={openEntry(catalogue, options, theme)}
      bulk={{ onHide: ignore, onWithdraw: ignore, onKind: ignore, onExport: ignore, onClear: ignore }}
      onNew={ignore}
      onUndo={ignore}
      onRedo={ignore}
      onRestore={ignore}
      onRecoverySeen={ignore}
      theme={theme}
    />
  );
}

const DESK = 'https://desk.example/newsgloss/names.json';
const sharedLayer = (address: string, title: string, count: number, isTrusted = false) => ({
  ...{ address, title, count, isTrusted },
  ...{ rank: count, version: 'v1' },
});
const LAYERS = [
  sharedLayer('https://courier.example/abroad/varania.json', 'Varania, by the foreign desk', 412, true),
  sharedLayer(DESK, 'Names of the desk', 38),
];
const NO_COUNTS = { new: 0, changed: 0, gone: 0, refused: 0, same: 0 };
const heardState = (more: object) => ({
  ...{ askedMs: NOW_MS, heardMs: NOW_MS, failure: null, failures: 0 },
  ...{ heard: null, taken: null, isLeft: false },
  ...more,
});
const SHARED_STORED = {
  [`shared:${DESK}`]: heardState({
    heard: { at: 'v1', etag: null, waiting: { version: 'v2', counts: { ...NO_COUNTS, new: 2 } } },
  }),
  [`shared:${LAYERS[0]?.address}`]: heardState({
    heardMs: NOW_MS - 3 * DAY_MS,
    failure: { code: 'status', detail: '404', file: null },
    failures: 5,
  }),
  'preset-shared': { addresses: ['https://wire.example/names.json'], isLocked: true },
};

function shared(step: SharedStep, layers: typeof LAYERS = [], stored: object = {}) {
  return (
    <SharedPart
      items={sharedItems(layers, { ...stored })}
      step={step}
      isReadOnly={false}
      onAdd={ignore}
      onAsk={ignore}
      onCancel={ignore}
      offer={{ onShow: ignore, onTrust: ignore, onTake: ignore, onLater: ignore }}
      onMove={ignore}
      onTrust={ignore}
      onLeave={ignore}
      onForget={ignore}
    />
  );
}

const sharedRow = {
  faults: [],
  fields: [],
  beneath: null,
  instead: null,
  isInsteadOfBundled: false,
  isEdited: false,
};
const UPDATE: SharedStep = {
  ...{ at: 'offer', address: DESK, isTrusted: false, isWriting: false, progress: null },
  offer: {
    ...{ title: 'Names of the desk', version: 'v2', etag: null, at: 'v1' },
    counts: { new: 1, changed: 1, gone: 1, refused: 1, same: 35 },
  },
  shown: {
    ...{ change: null, from: 0 },
    rows: [
      { ...sharedRow, id: 'ines-halloran', name: 'Ines Halloran', change: 'new', isInsteadOfBundled: true },
      {
        ...{ ...sharedRow, id: person.id, name: person.name, change: 'changed', isEdited: true },
        instead: 'Varania, by the foreign desk',
        fields: [
          {
            field: 'summary',
            before: person.summary,
            after: 'A negotiator of the Varan Movement for the Hills.',
          },
          {
            field: 'background',
            before: [],
            after: [{ text: 'He left the movement in 2024.', sources: [] }],
          },
        ],
      },
      { ...sharedRow, id: 'old-league', name: 'Old League', change: 'gone' },
      {
        ...{ ...sharedRow, id: 'harbour', name: 'Harbour League', change: 'refused' },
        faults: [{ code: 'date', line: 12, column: 'facts[2].from', detail: '' }],
      },
    ],
  },
};
const OFFER: SharedStep = {
  ...UPDATE,
  offer: { ...UPDATE.offer, at: null, counts: { ...NO_COUNTS, new: 2 } },
  shown: {
    ...{ change: null, from: 0 },
    rows: [
      {
        ...{ ...sharedRow, id: 'ines-halloran', name: 'Ines Halloran', change: 'new' },
        fields: [{ field: 'summary', before: undefined, after: 'Leads the observatory of the harbour.' }],
      },
      { ...sharedRow, id: person.id, name: person.name, change: 'new', isInsteadOfBundled: true },
    ],
  },
};

const everything: GlossaryScene = { edits: EDITS, history: FULL_HISTORY };
const panelOf = (part: ComponentChild, more: GlossaryScene = {}) =>
  myGlossary({ ...everything, panel: 'shared', shared: part, ...more });

/** As somebody left a form: too long a line, and no date. */
const FAULTY: readonly KeptSlot[] = [
  {
    ...{ field: 'summary', row: '', seen: group.summary, isRemoved: false },
    raw: 'A line that goes on and on, with everything that is known of the movement. '.repeat(3),
  },
  { field: 'checked', row: '', seen: group.checked, raw: '2024-13', isRemoved: false },
];

/** What another tab has changed meanwhile. */
const CLASHING: readonly KeptSlot[] = [
  {
    ...{ field: 'summary', row: '', seen: 'What it was before.', isRemoved: false },
    raw: rawOf('summary', 'What this tab has made of it.'),
  },
];

const TRIED: TriedStory = {
  blocks: [
    {
      role: 'body',
      text: 'The Movement of the Hills took the town. Spokesmen of the Varan Movement for the Hills (VMH) said so.',
    },
  ],
  lang: 'en',
  date: null,
};

export const SCENE_CONTENT: Readonly<Record<Scene, (theme: Theme) => ComponentChild>> = {
  'card-group': card(group),
  'card-group-full': card(group, full),
  'card-group-scrolled': card(group, full),
  'card-person': card(person, { storyDate: '2022-05-01' }),
  'card-person-full': card(person, { storyDate: '2022-05-01', ...full }),
  'card-person-left': card(founder, { closeButton: true }),
  'card-place': card(place),
  'card-place-full': card(place, { map: provinceMap, ...full }),
  'card-place-disputed-full': card(place, { map: disputedMap, ...full }),
  'card-nothing-since': card(place, { storyDate: '2024-05-01' }),
  'card-no-date': card(group, { storyDate: null }),
  'card-no-date-full': card(group, { storyDate: null, ...full }),
  'card-date-of-address-full': card(place, { ...origin('address', 'published'), ...full }),
  'card-date-of-change-full': card(place, { ...origin('json-ld', 'modified'), ...full }),
  'card-possible': card(group, { sense: 'possible' }),
  'card-possible-full': card(group, { sense: 'possible', ...full }),
  'card-shared': card(group, { from: SHARED }),
  'card-shared-changed-full': card(group, { from: { ...SHARED, isEdited: true }, ...full }),
  'card-stale': card(place, { today: '2028-01-01' }),
  'card-stale-full': card(place, { today: '2028-01-01', ...full }),
  'card-disclosed-full': card(founder, { storyDate: '2014-06-01', ...full }),
  'card-bare': card(bare),
  'card-bare-full': card(bare, { why: null, ...full }),
  'card-long-names': card(longNames, { closeButton: true }),
  'card-long-names-full': card(longNames, full),
  'card-arabic': card(arabic),
  'card-arabic-full': card(arabic, full),
  'card-timeline-fact': card(group),
  'card-timeline-story': card(group),
  'card-focus-inside': card(person, { storyDate: '2022-05-01' }),
  'card-closable': card(group, { closeButton: true }),
  'card-pinned': card(person, { storyDate: '2022-05-01', pinned: true, closeButton: true }),
  'card-pinned-full': card(person, { storyDate: '2022-05-01', pinned: true, closeButton: true, ...full }),
  'card-nested': card(person, { ...nested, storyDate: '2022-05-01' }),
  'card-nested-full': card(person, { ...nested, storyDate: '2022-05-01', ...full }),
  'card-why-full': card(place, full),
  'card-choosing-where': card(place, full),
  'card-copied': card(place, full),
  'card-copy-refused': card(place, full),
  'card-report': card(place, full),
  'card-report-copied': card(place, full),
  'card-muted': quieted({ deed: 'muted' }),
  'card-silenced': quieted({ deed: 'silenced', where: 'here', alias: 'VMH' }),
  'card-silenced-everywhere': quieted({ deed: 'silenced', where: 'everywhere', alias: 'VMH' }),
  'card-not-stored': quieted({ deed: 'muted' }, true),
  'card-loading': (theme) => <CardLoading name="VMH" theme={theme} />,
  'card-loading-closable': (theme) => <CardLoading name="VMH" theme={theme} onClose={ignore} />,
  'card-failed': (theme) => <CardFailed name="VMH" theme={theme} onRetry={ignore} />,
  'card-failed-closable': (theme) => (
    <CardFailed name="VMH" theme={theme} onRetry={ignore} onClose={ignore} />
  ),
  'card-gone': (theme) => <CardGone name="VMH" theme={theme} />,
  'card-gone-closable': (theme) => <CardGone name="VMH" theme={theme} onClose={ignore} />,

  'popup-read': popup(read([name('group', arabic.name, 3), ...names])),
  'popup-many': popup(read(manyNames)),
  'popup-narrow': popup(read(names)),
  'popup-filtered': popup(read(manyNames), { list: { query: 'number 3' } }),
  'popup-filtered-out': popup(read(manyNames), { list: { query: 'xyz' } }),
  'popup-expanded': popup(read(names.slice(0, 2)), {
    list: { expanded: new Set([group.name]), wentTo: { id: group.name, at: 2, of: 6 } },
  }),
  'popup-unknown': popup(read(names.slice(0, 1)), { list: unknownList(new Map()) }),
  'popup-added': popup(read(names.slice(0, 1)), {
    list: unknownList(
      new Map([
        ['Coastal Monitoring Observatory', { is: 'added', id: 'cmo' }],
        ['Ines Halloran', { is: 'failed' }],
      ]),
    ),
  }),
  'popup-paused': popup(
    { state: 'off' },
    { switches: { ...ON, pausedUntilMs: Date.UTC(2026, 10, 23, 16, 40) } },
  ),
  'popup-no-access': popup({ state: 'no-answer' }, { hasAccess: false }),
  'popup-always': popup(read(names), { switches: { ...ON, always: true } }),
  'popup-one': popup(read(names.slice(0, 1))),
  'popup-no-date': popup(read(names, null)),
  'popup-no-shortcuts': popup(read(names), { shortcuts: [] }),
  'popup-reading': popup({ state: 'reading' }),
  'popup-no-names': popup(read([])),
  'popup-not-story': popup({ state: 'not-a-story' }),
  'popup-off-here': popup({ state: 'off' }, { switches: { ...ON, here: false } }),
  'popup-off-everywhere': popup({ state: 'off' }, { switches: { ...ON, everywhere: false } }),
  'popup-browser-page': popup({ state: 'no-answer' }, { address: null }),
  'popup-store-page': popup({ state: 'no-answer' }, { address: 'https://addons.mozilla.org/en-GB/firefox/' }),
  'popup-not-web': popup({ state: 'no-answer' }, { address: 'file:///home/reader/story.pdf' }),
  'popup-no-answer': popup({ state: 'no-answer' }),
  'popup-failed': popup({ state: 'failed' }),
  'popup-focus-inside': popup({ state: 'not-a-story' }),
  'popup-settings': popup({ state: 'not-a-story' }),
  'popup-settings-chosen': popup({ state: 'not-a-story' }, { hand: hand(CHOSEN) }),
  'popup-settings-locked': popup({ state: 'not-a-story' }, { hand: hand(LOCKED) }),
  'popup-settings-many': popup(read(manyNames)),

  'settings-first': settings(),
  'settings-lived-in': settings(LIVED_IN, {
    said: message('settingsUnmuted', person.name),
    canUndo: true,
    storage: { usedBytes: null, backupMs: NOW_MS - 3 * DAY_MS, nowMs: NOW_MS },
  }),
  'settings-locked': settings({
    ...LOCKED,
    'locked:site:*.courier.example': 'never',
    'preset-faults': ['colour'],
  }),
  'settings-repaired': settings({
    'repaired:theme': { value: 'purple' },
    'repaired:marks:kind:place': { value: { broken: true } },
  }),
  'settings-sync-offer': settings({}, { offer: { count: 12, newestMs: NOW_MS - DAY_MS } }),
  'settings-sync-full': settings({ sync: 'on', 'sync:status': { state: 'full', atMs: NOW_MS, left: 3 } }),

  'glossary-loading': myGlossary({ isUnread: true }),
  'glossary-empty': myGlossary({ query: { scope: 'mine' } }),
  'glossary-list': myGlossary({
    ...everything,
    query: { text: 'a' },
    selected: [group.id, ownTerm.id],
    said: message('editorSaved', group.name),
  }),
  'glossary-edit': myGlossary({ ...everything, openId: group.id }),
  'glossary-own': myGlossary({ ...everything, openId: ownTerm.id }),
  'glossary-new': myGlossary({ openId: 'new' }),
  'glossary-faulty': myGlossary({ ...everything, openId: group.id, kept: FAULTY }),
  'glossary-conflict': myGlossary({ edits: CONFLICTING, history: FULL_HISTORY, openId: person.id }),
  'glossary-clash': myGlossary({ ...everything, openId: ownTerm.id, kept: CLASHING }),
  'glossary-tried': myGlossary({ ...everything, openId: group.id, story: TRIED }),
  'glossary-not-saved': myGlossary({
    ...everything,
    openId: ownTerm.id,
    saving: { is: 'failed', failure: 'full' },
  }),
  'glossary-recovered': myGlossary({ ...everything, history: RECOVERED }),
  'glossary-help': myGlossary({ ...everything, panel: 'help' }),
  'glossary-file': myGlossary({ ...everything, panel: 'exchange' }),
  'glossary-shared': panelOf(shared({ at: 'list', fault: null }, LAYERS, SHARED_STORED), {
    ...{ layers: LAYERS, sharedNews: 1 },
  }),
  'glossary-shared-none': panelOf(shared({ at: 'list', fault: 'not-https' })),
  'glossary-shared-remembered': panelOf(
    shared({ at: 'list', fault: null }, LAYERS.slice(0, 1), {
      'shared-remembered': [{ address: DESK, title: 'Names of the desk' }],
    }),
    { layers: LAYERS.slice(0, 1), sharedNews: 1 },
  ),
  'glossary-shared-confirm': panelOf(shared({ at: 'confirm', address: DESK })),
  'glossary-shared-asking': panelOf(shared({ at: 'asking', progress: null, address: DESK })),
  'glossary-shared-failed': panelOf(
    shared({ at: 'failed', address: DESK, failure: { code: 'type', detail: 'text/html', file: null } }),
  ),
  'glossary-shared-offer': panelOf(shared(OFFER)),
  'glossary-shared-update': panelOf(shared(UPDATE, LAYERS)),
  'glossary-shared-entry': myGlossary({ ...everything, layers: LAYERS, openId: person.id }),
  'glossary-snapshots': myGlossary({ ...everything, panel: 'snapshots' }),
  'glossary-full-disk': myGlossary({ ...everything, failure: 'full' }),
  'glossary-unavailable': myGlossary({ failure: 'unavailable', isUnread: true }),
  'glossary-blocked': myGlossary({ failure: 'blocked', isUnread: true }),
  'glossary-newer': myGlossary({ ...everything, history: { ...FULL_HISTORY, isReadOnly: true } }),
  'glossary-damaged': myGlossary({ ...everything, failure: 'damaged' }),
  'glossary-failed': myGlossary({ ...everything, failure: 'failed' }),
  'glossary-faults': myGlossary({
    ...everything,
    faults: [
      { id: 'harbour-league', fault: 'changes.0.mine must hold a value that the field may have' },
      { id: 'varania', fault: 'hidden Expected boolean but received "yes"' },
    ],
  }),
};
