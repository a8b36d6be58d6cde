import type { CardSource, Change, InForce, Statement } from '../../lib/glossary/card-view';
import { message } from '../../lib/platform/i18n';
import type { Precision } from '../words/periods';
import {
  languageOfStatement,
  wordChange,
  wordDisclosure,
  wordStatement,
  wordTimeInForce,
} from '../words/statements';
import { SourceMarks } from './source-marks';

interface LineProps<Line> {
  readonly line: Line;
  readonly sources: readonly CardSource[];
  /** Exact dates, and in full what another source says; else months, and only that it differs. */
  readonly unfolded: boolean;
}

const precisionOf = (unfolded: boolean): Precision => (unfolded ? 'exact' : 'brief');

function Dispute({ line, sources, unfolded }: LineProps<Statement>) {
  const { disputed } = line;
  if (!disputed) return null;
  if (!unfolded) return <span class="aside"> ({message('statementDisputedShort')})</span>;
  return (
    <span class="aside dispute">
      {message('statementDisputed', disputed.text)}
      <SourceMarks numbers={disputed.sources} sources={sources} />
    </span>
  );
}

/** A statement that holds at the time looked from: "Spokesman, Taliban since 2021". */
export function InForceLine({ line, sources, unfolded }: LineProps<InForce>) {
  const time = wordTimeInForce(line, precisionOf(unfolded));
  return (
    <li>
      <bdi {...languageOfStatement(line)}>{wordStatement(line)}</bdi>{' '}
      {time ? <bdi class="when">{time}</bdi> : null}
      {line.uncertain ? <span class="aside"> ({message('statementUncertain')})</span> : null}
      <SourceMarks numbers={line.sources} sources={sources} />
      <Dispute line={line} sources={sources} unfolded={unfolded} />
    </li>
  );
}

/** A change: "27 Oct 2019 Died in a raid". */
export function ChangeLine({ line, sources, unfolded }: LineProps<Change>) {
  const precision = precisionOf(unfolded);
  const { when, text } = wordChange(line, precision);
  const disclosure = wordDisclosure(line, precision);
  return (
    <li>
      {when ? <bdi class="when">{when}</bdi> : null}{' '}
      <bdi {...(line.change === 'ended' ? null : languageOfStatement(line))}>{text}</bdi>
      {disclosure ? <span class="aside"> ({disclosure})</span> : null}
      <SourceMarks numbers={line.sources} sources={sources} />
      <Dispute line={line} sources={sources} unfolded={unfolded} />
    </li>
  );
}

/** Length in UTF-16 units of a folded line, for judging how many rows it takes. */
export function foldedLengthOf(line: InForce | Change): number {
  const text =
    'change' in line
      ? Object.values(wordChange(line, 'brief')).join(' ') + (wordDisclosure(line, 'brief') ?? '')
      : `${wordStatement(line)} ${wordTimeInForce(line, 'brief') ?? ''}`;
  const uncertain = 'uncertain' in line && line.uncertain ? message('statementUncertain') : '';
  return text.length + uncertain.length + 2 * line.sources.length;
}
