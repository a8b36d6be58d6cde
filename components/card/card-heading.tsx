import type { CardView } from '../../lib/glossary/card-view';
import { message } from '../../lib/platform/i18n';
import { languageOf } from '../words/glossary-text';
import { KIND_MESSAGES } from '../words/kinds';
import { interfaceLocale } from '../words/locale';

/** Kind and place, the name, and the name in its own script with how to say it. */
export function CardHeading({ view }: { readonly view: CardView }) {
  const { kind, where, name, ownScript, say } = view;
  const places = new Intl.ListFormat(interfaceLocale(), { type: 'unit', style: 'short' }).format(where);
  return (
    <header class="heading">
      <p class="eyebrow">
        {message(KIND_MESSAGES[kind])}
        {places ? (
          <>
            {' · '}
            <bdi {...languageOf(places)}>{places}</bdi>
          </>
        ) : null}
      </p>
      <h2 class="name" {...languageOf(name)}>
        {name}
      </h2>
      {ownScript || say ? (
        <p class="own-name">
          {ownScript ? <bdi lang={ownScript.lang}>{ownScript.text}</bdi> : null}
          {say ? <span dir="auto">{say}</span> : null}
        </p>
      ) : null}
    </header>
  );
}
