import { render } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardView } from '../../lib/glossary/card-types';
import { message } from '../../lib/platform/i18n';
import { Card } from '../card/card';
import cardStyles from '../card/card.css?inline';

const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** The page's own unit, so that the card grows with the browser's size of text. */
const OWN_UNIT = '.newsgloss { --unit: 0.0625rem; } .card { inline-size: auto; max-block-size: none; }';

interface ShadowedCardProps {
  readonly view: CardView;
  readonly theme: Theme | null;
  readonly onOpenEntry: (id: string) => void;
}

/** The card in a shadow root, as on a story's page: neither sheet reaches into the other's part. */
function ShadowedCard({ view, theme, onOpenEntry }: ShadowedCardProps) {
  const host = useRef<HTMLDivElement>(null);
  const place = useRef<Element | null>(null);
  const [folds, setFolds] = useState(0);
  useLayoutEffect(() => {
    if (!host.current) return;
    if (!place.current) {
      const root = host.current.attachShadow({ mode: 'open' });
      const sheet = document.createElement('style');
      sheet.textContent = `${cardStyles}\n${OWN_UNIT}`;
      place.current = document.createElement('div');
      root.append(sheet, place.current);
    }
    render(
      <Card
        key={`${view.id} ${folds}`}
        view={view}
        map={null}
        sense="sure"
        why={null}
        storyDateOrigin={null}
        role="group"
        theme={theme}
        onOpenEntry={onOpenEntry}
        onClose={() => setFolds(folds + 1)}
        startsUnfolded={folds === 0}
      />,
      place.current,
    );
  });
  useEffect(() => () => void (place.current && render(null, place.current)), []);
  return <div class="card-host" ref={host} />;
}

export interface CardBesideProps {
  /** The card for a story of a date; null: of today. */
  readonly viewAt: (storyDate: string | null) => CardView;
  readonly theme: Theme | null;
  readonly onOpenEntry: (id: string) => void;
}

/** The card as readers will see it, in either theme and for a story of any date. */
export function CardBeside({ viewAt, theme: pageTheme, onOpenEntry }: CardBesideProps) {
  const [theme, setTheme] = useState<Theme | null>(null);
  const [date, setDate] = useState('');
  const shown = theme ?? pageTheme;
  return (
    <section class="beside-card" aria-labelledby="card-title">
      <h2 id="card-title">{message('previewTitle')}</h2>
      <div class="fields">
        <div class="field">
          <label for="preview-date">{message('previewDate')}</label>
          <input
            id="preview-date"
            type="date"
            value={date}
            onInput={(event) => setDate(event.currentTarget.value)}
          />
        </div>
        <fieldset class="themes">
          <legend>{message('previewTheme')}</legend>
          {THEMES.map((one) => (
            <label class="check" key={one}>
              <input
                type="radio"
                name="preview-theme"
                checked={shown === one}
                onChange={() => setTheme(one)}
              />
              {message(one === 'light' ? 'previewLight' : 'previewDark')}
            </label>
          ))}
        </fieldset>
      </div>
      <ShadowedCard view={viewAt(date === '' ? null : date)} theme={shown} onOpenEntry={onOpenEntry} />
    </section>
  );
}
