import type { CardView } from '../../lib/glossary/card-view';
import { formatYear } from '../../lib/glossary/format-date';
import { interfaceLocale } from '../words/locale';
import { timeStripTicks } from './time-strip-ticks';

const percent = (way: number) => `${(way * 100).toFixed(2)}%`;

/** A line of time with the story on it. It repeats the lines below it, so screen readers skip it. */
export function TimeStrip({ view }: { readonly view: CardView }) {
  const strip = timeStripTicks(view);
  if (!strip) return null;
  const locale = interfaceLocale();
  return (
    <div class="strip" aria-hidden="true">
      <span>{formatYear(strip.first, locale)}</span>
      <span class="strip-line">
        {strip.ticks.map(({ at, side }) => (
          <span key={`${side}${at}`} class={`tick ${side}`} style={{ insetInlineStart: percent(at) }} />
        ))}
        <span class="story-tick" style={{ insetInlineStart: percent(strip.story) }} />
      </span>
      <span>{formatYear(strip.last, locale)}</span>
    </div>
  );
}
