import { Component } from 'preact';
import { type MessageKey, message } from '../../lib/platform/i18n';
import { Icon, type IconName } from './icon';

/** What a reader can do about an entry or the word that it was opened for; null where that makes no sense. */
export interface CardDeeds {
  readonly onKnow: (() => void) | null;
  readonly onNotThis: ((where: 'here' | 'everywhere') => void) | null;
  readonly onEdit: (() => void) | null;
}

interface CardActionsProps extends CardDeeds {
  readonly onCopy: () => void;
  readonly isCopied: boolean;
  readonly onReport: () => void;
}

interface ActionProps {
  readonly icon: IconName;
  readonly label: MessageKey;
  readonly onPress: () => void;
  /** Whether what it unfolds is shown; left out where it unfolds nothing. */
  readonly isExpanded?: boolean;
}

function Action({ icon, label, onPress, isExpanded }: ActionProps) {
  return (
    <li>
      <button type="button" class="action" aria-expanded={isExpanded} onClick={() => onPress()}>
        <Icon name={icon} />
        {message(label)}
      </button>
    </li>
  );
}

interface CardActionsState {
  /** "Not this one" was pressed: where is asked. */
  readonly isChoosing: boolean;
}

/** The row of what can be done, as labelled icons. */
export class CardActions extends Component<CardActionsProps, CardActionsState> {
  override state: CardActionsState = { isChoosing: false };

  override render() {
    const { onKnow, onNotThis, onEdit, onCopy, isCopied, onReport } = this.props;
    const { isChoosing } = this.state;
    return (
      <ul class="actions" aria-label={message('cardActions')}>
        {onKnow ? <Action icon="know" label="cardKnow" onPress={onKnow} /> : null}
        {onNotThis ? (
          <Action
            icon="not"
            label="cardNotThis"
            isExpanded={isChoosing}
            onPress={() => this.setState({ isChoosing: !isChoosing })}
          />
        ) : null}
        {onNotThis && isChoosing ? (
          <li class="choice">
            <button type="button" class="action" onClick={() => onNotThis('here')}>
              {message('cardNotThisHere')}
            </button>
            <button type="button" class="action" onClick={() => onNotThis('everywhere')}>
              {message('cardNotThisEverywhere')}
            </button>
          </li>
        ) : null}
        <Action icon="copy" label={isCopied ? 'cardCopied' : 'cardCopy'} onPress={onCopy} />
        {onEdit ? <Action icon="edit" label="cardEdit" onPress={onEdit} /> : null}
        <Action icon="report" label="cardReport" onPress={onReport} />
      </ul>
    );
  }
}
