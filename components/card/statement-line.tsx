import type { CardSource, Change, InForce, Statement } from '../../lib/glossary/card-view';
import { message } from '../../lib/platform/i18n';
import { wordChange, wordDisclosure, wordStatement, wordTimeInForce } from '../words/statements';
import { SourceMarks } from './source-marks';

interface LineProps<Line> {
  readonly line: Line;
  readonly sources: readonly CardSource[];
  /** Whether to give what another source says in full, not just that it differs. */
  readonly unfolded: boolean;
}

function Dispute({ line, sources, unfolded }: LineProps<Statement>) {
  const { disputed } = line;
  if (!disputed) return null;
  if (!unfolded) return <span class="aside"> ({message('statementDisputedShort')})</span>;
  return (
    <span class="aside">
      {' '}
      {message('statementDisputed', disputed.text)}
      <SourceMarks numbers={disputed.sources} sources={sources} />
    </span>
  );
}

/** A statement that holds at the time looked from: "Spokesman, Taliban since 2021". */
export function InForceLine({ line, sources, unfolded }: LineProps<InForce>) {
  const time = wordTimeInForce(line);
  return (
    <li>
      <bdi>{wordStatement(line)}</bdi>
      {time ? <span class="when"> {time}</span> : null}
      {line.uncertain ? <span class="aside"> ({message('statementUncertain')})</span> : null}
      <SourceMarks numbers={line.sources} sources={sources} />
      <Dispute line={line} sources={sources} unfolded={unfolded} />
    </li>
  );
}

/** A change: "27 Oct 2019 Died in a raid". */
export function ChangeLine({ line, sources, unfolded }: LineProps<Change>) {
  const { when, text } = wordChange(line);
  const disclosure = wordDisclosure(line);
  return (
    <li class="change">
      {when ? <span class="when">{when}: </span> : null}
      <bdi>{text}</bdi>
      {disclosure ? <span class="aside"> ({disclosure})</span> : null}
      <SourceMarks numbers={line.sources} sources={sources} />
      <Dispute line={line} sources={sources} unfolded={unfolded} />
    </li>
  );
}
