import type { ComponentChildren } from 'preact';
import type { CardView, CitedText } from '../../lib/glossary/card-view';
import type { PlacedMap } from '../../lib/maps/types';
import type { Why } from '../../lib/matching/types';
import type { StoryDate } from '../../lib/page/story-date';
import { isolated, type MessageKey, message } from '../../lib/platform/i18n';
import { languageOf } from '../words/glossary-text';
import { interfaceLocale } from '../words/locale';
import { wordDate, wordPeriod } from '../words/periods';
import { CardRelations } from './card-relations';
import { CardSources } from './card-sources';
import { CardWhy } from './card-why';
import { LocatorMap } from './locator-map';
import { SourceMarks } from './source-marks';
import { ChangeLine } from './statement-line';

/** How the story's date was found. */
export type StoryDateOrigin = Pick<StoryDate, 'source' | 'is'>;

interface CardDetailsProps {
  readonly view: CardView;
  readonly map: PlacedMap | null;
  readonly why: Why | null;
  readonly storyDateOrigin: StoryDateOrigin | null;
  readonly onOpenEntry: ((id: string) => void) | null;
}

function Part({ heading, children }: { readonly heading: MessageKey; readonly children: ComponentChildren }) {
  return (
    <div class="part">
      <h3 class="label">{message(heading)}</h3>
      {children}
    </div>
  );
}

function storyDateMessage(origin: StoryDateOrigin | null): MessageKey {
  if (origin?.is === 'modified') return 'cardStoryDateModified';
  return origin?.source === 'address' ? 'cardStoryDateAddress' : 'cardStoryDate';
}

function alsoCalledText({ text, from, to }: CardView['alsoCalled'][number]): string {
  const when = wordPeriod(from, to);
  return when ? `${isolated(text)} (${when})` : isolated(text);
}

/** What the card unfolds: where it is, background, relations, names, sources, and how it came to open here. */
export function CardDetails({ view, map, why, storyDateOrigin, onOpenEntry }: CardDetailsProps) {
  const { background, relations, alsoCalled, naming, sources, storyDate, checked, stale } = view;
  // The last thing before the story stands above already where nothing was in force any more.
  const earlier = view.dated?.tense === 'past' ? view.before.slice(1) : view.before;
  const cited = ({ text, sources: numbers }: CitedText) => (
    <span key={text}>
      <bdi>{text}</bdi>
      <SourceMarks numbers={numbers} sources={sources} />{' '}
    </span>
  );
  return (
    <>
      {map ? <LocatorMap id={view.id} map={map} name={view.name} /> : null}
      {background.length > 0 ? (
        <Part heading="cardBackground">
          <p {...languageOf(background.map(({ text }) => text).join(' '))}>{background.map(cited)}</p>
        </Part>
      ) : null}
      {earlier.length > 0 ? (
        <Part heading={storyDate ? 'cardEarlier' : 'cardEarlierNow'}>
          <ul class="chronology">
            {earlier.map((line) => (
              <ChangeLine key={line.key} line={line} sources={sources} unfolded />
            ))}
          </ul>
        </Part>
      ) : null}
      {relations.length > 0 ? (
        <Part heading="cardRelations">
          <CardRelations relations={relations} onOpenEntry={onOpenEntry} />
        </Part>
      ) : null}
      {alsoCalled.length > 0 ? (
        <Part heading="cardAlsoCalled">
          <p {...languageOf(alsoCalled.map(({ text }) => text).join())}>
            {new Intl.ListFormat(interfaceLocale(), { type: 'unit' }).format(alsoCalled.map(alsoCalledText))}
          </p>
        </Part>
      ) : null}
      {naming ? (
        <Part heading="cardNaming">
          <p {...languageOf(naming.text)}>{cited(naming)}</p>
        </Part>
      ) : null}
      {sources.length > 0 ? (
        <Part heading="cardSources">
          <CardSources sources={sources} />
        </Part>
      ) : null}
      {why ? <CardWhy why={why} /> : null}
      <div class="part fine">
        <p>
          {storyDate
            ? message(storyDateMessage(storyDateOrigin), wordDate(storyDate))
            : message('cardStoryDateUnknown')}
        </p>
        {stale && checked ? <p>{message('cardStale', wordDate(checked))}</p> : null}
      </div>
    </>
  );
}
