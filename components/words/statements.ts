import type { Change, InForce, Statement } from '../../lib/glossary/card-view';
import { message } from '../../lib/platform/i18n';
import { languageOf, type TextLanguage } from './glossary-text';
import { interfaceLocale } from './locale';
import { type Precision, wordDate, wordPeriod, wordSpan } from './periods';
import { relationMessage } from './relations';

/** An office that the words "Led by" already say. */
const PLAIN_LEADER = 'Leader';

function capitalise(text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(interfaceLocale()) + rest.join('');
}

function withActing(text: string, acting: boolean): string {
  return acting ? message('statementActing', text) : text;
}

/** What a statement says, without its time. */
export function wordStatement(statement: Statement): string {
  switch (statement.type) {
    case 'post': {
      const { office, body, acting } = statement;
      return withActing(body ? message('statementPostIn', office, body.name) : office, acting);
    }
    case 'leader': {
      const { office, person, acting } = statement;
      const text =
        office === PLAIN_LEADER
          ? message('statementLeader', person.name)
          : message('statementLeaderAs', office, person.name);
      return withActing(text, acting);
    }
    case 'status':
    case 'event':
      return statement.text;
    case 'designation':
      return message('statementDesignation', statement.by, statement.as);
    case 'relation':
      return capitalise(`${message(relationMessage(statement.kind))} ${statement.other.name}`);
  }
}

/** The language of {@link wordStatement}'s text where that is a sentence of the glossary's; null where words of the interface may be in it. */
export function languageOfStatement(statement: Statement): TextLanguage | null {
  return 'text' in statement ? languageOf(statement.text) : null;
}

/** The time of a statement in force: "since Aug 2021"; null where nothing is known of it. */
export function wordTimeInForce(statement: InForce, precision: Precision): string | null {
  const { type, from, circa } = statement;
  const to = statement.showEnd ? statement.to : null;
  return (type === 'event' ? wordSpan : wordPeriod)(from, to, { circa, precision });
}

export interface WordedChange {
  /** Stands before the text; null where no date is known. */
  readonly when: string | null;
  readonly text: string;
}

/** A change as a line of a chronology: when, and what. */
export function wordChange(change: Change, precision: Precision): WordedChange {
  const { circa, from, to } = change;
  const text = wordStatement(change);
  switch (change.change) {
    case 'happened':
    case 'began':
    case 'held':
      return { when: wordSpan(from, to, { circa, precision }), text };
    case 'ended': {
      const key = change.type === 'event' ? 'statementOver' : 'statementNoLonger';
      const when = change.date && wordDate(change.date, { circa, precision });
      return { when, text: message(key, text) };
    }
  }
}

/** "made public 29 Jul 2015", where that was later; null otherwise. */
export function wordDisclosure({ disclosed }: Statement, precision: Precision): string | null {
  return disclosed && message('statementDisclosed', wordDate(disclosed, { precision }));
}
