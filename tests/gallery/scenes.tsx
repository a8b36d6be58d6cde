import type { ComponentChild } from 'preact';
import { Card, type CardProps } from '../../components/card/card';
import { CardFrame } from '../../components/card/card-frame';
import {
  CardFailed,
  CardGone,
  CardLoading,
  CardQuieted,
  type Quieted,
} from '../../components/card/card-states';
import { TextToCopy } from '../../components/card/text-to-copy';
import { MarkControls, type MarkDeeds } from '../../components/popup/mark-controls';
import { type PageAnswer, popupModel } from '../../components/popup/model';
import { Popup } from '../../components/popup/popup';
import type { StoryListProps } from '../../components/popup/story-list';
import type { UnknownNamesProps } from '../../components/popup/unknown-list';
import { reportInWords } from '../../components/words/card-text';
import { cardView } from '../../lib/glossary/card-view';
import type { Entry, EntryKind } from '../../lib/glossary/schema';
import type { UnknownName } from '../../lib/matching/unknown-names';
import type { StoryName } from '../../lib/page/story-reading';
import { DEFAULT_MARKS } from '../../lib/settings/marks';
import { DEFAULT_SWITCHES } from '../../lib/settings/switches';
import { storyName } from '../unit/components/story-name';
import { arabic, bare, founder, glossary, group, longNames, person, place } from './entries';
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

function card(entry: Entry, more: Partial<CardProps> & { storyDate?: string | null; today?: string } = {}) {
  const { storyDate = STORY, today = TODAY, ...props } = more;
  return (theme: Theme) => (
    <Card
      view={cardView(entry, storyDate, glossary, today)}
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

const markDeeds: MarkDeeds = {
  onLook: ignore,
  onRepeat: ignore,
  onFamiliarity: ignore,
  onKind: ignore,
  onBadge: ignore,
};

const ON = DEFAULT_SWITCHES;
const PAGE = 'https://www.courier.example/2021/11/29/varania';

const shortcuts = [
  { description: 'Next name', keys: 'Alt+.' },
  { description: 'Previous name', keys: 'Alt+,' },
  { description: 'Open its card', keys: 'Alt+I' },
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

function popup(
  answer: PageAnswer,
  {
    address = PAGE,
    hasAccess = true,
    switches = ON,
    list = {},
  }: {
    readonly address?: string | null;
    readonly hasAccess?: boolean;
    readonly switches?: typeof ON;
    readonly list?: Partial<StoryListProps>;
  } = {},
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
      shortcuts={shortcuts}
      onChangeShortcuts={ignore}
      marks={DEFAULT_MARKS}
      markDeeds={markDeeds}
      hasBadge
      theme={theme}
    />
  );
}

const read = (list: readonly StoryName[]): PageAnswer => ({
  state: 'read',
  date: { day: STORY, source: 'json-ld', is: 'published' },
  names: list,
});
const unknownList = (adding: UnknownNamesProps['adding']): Partial<StoryListProps> => ({
  unknown: { names: unknown, adding, onAdd: ignore, onEdit: ignore },
});

export const SCENE_CONTENT: Readonly<Record<Scene, (theme: Theme) => ComponentChild>> = {
  'card-group': card(group),
  'card-group-full': card(group, full),
  'card-person': card(person, { storyDate: '2022-05-01' }),
  'card-person-full': card(person, { storyDate: '2022-05-01', ...full }),
  'card-person-left': card(founder, { closeButton: true }),
  'card-place': card(place),
  'card-place-full': card(place, { map: provinceMap, ...full }),
  'card-place-disputed-full': card(place, { map: disputedMap, ...full }),
  'card-place-narrow-full': card(place, { map: provinceMap, ...full }),
  'card-no-date': card(group, { storyDate: null }),
  'card-possible-full': card(group, { sense: 'possible', ...full }),
  'card-stale-full': card(place, { today: '2028-01-01', ...full }),
  'card-disclosed-full': card(founder, { storyDate: '2014-06-01', ...full }),
  'card-bare': card(bare),
  'card-long-names': card(longNames, { closeButton: true }),
  'card-long-names-full': card(longNames, full),
  'card-narrow': card(group),
  'card-narrow-full': card(group, full),
  'card-large-text': card(group),
  'card-large-text-full': card(group, full),
  'card-rtl-full': card(arabic, full),
  'card-nested-full': card(person, { storyDate: '2022-05-01', backTo: group.name, onBack: ignore, ...full }),
  'card-pinned': card(person, { storyDate: '2022-05-01', pinned: true, closeButton: true }),
  'card-report': (theme) => (
    <CardFrame name={group.name} theme={theme} onClose={ignore}>
      <TextToCopy
        hint="cardReportHint"
        text={reportInWords(cardView(group, STORY, glossary, TODAY))}
        onCopy={ignore}
        isCopied={false}
        onDone={ignore}
      />
    </CardFrame>
  ),
  'card-muted': quieted({ deed: 'muted' }),
  'card-silenced': quieted({ deed: 'silenced', where: 'here', alias: 'VMH' }),
  'card-not-stored': quieted({ deed: 'muted' }, true),
  'card-loading': (theme) => <CardLoading name="VMH" theme={theme} />,
  'card-failed': (theme) => <CardFailed name="VMH" theme={theme} onRetry={ignore} onClose={ignore} />,
  'card-gone': (theme) => <CardGone name="VMH" theme={theme} />,
  'popup-read': popup(read(names)),
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
  'popup-marks': (theme) => (
    <div class="newsgloss popup" data-theme={theme}>
      <MarkControls settings={DEFAULT_MARKS} deeds={markDeeds} hasBadge isOpen />
    </div>
  ),
  'popup-large-text': popup(read(names)),
  'popup-rtl': popup(read([name('group', arabic.name, 3), ...names])),
};
