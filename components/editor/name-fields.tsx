import type { Slot } from '../../lib/editing/entry-form';
import { BLANK_CUE } from '../../lib/editing/raw';
import { type MessageKey, message } from '../../lib/platform/i18n';
import { listAt, useForm } from './form-context';
import { ChoiceField, TextField } from './form-fields';
import { MemberList, part } from './member-list';

/** Words that speak for or against a sense, each set with where it is looked for. */
function Cues({ slot, side }: { readonly slot: Slot; readonly side: 'for' | 'against' }) {
  const { onType, isReadOnly } = useForm();
  const cues = listAt(slot, [side]);
  return (
    <div class="cues wide">
      {cues.map((_, i) => (
        // Cues have no names: their places are all that tells them apart.
        <div class="fields cue" key={i}>
          <TextField
            slot={slot}
            path={[side, i, 'words']}
            label={side === 'for' ? 'formCuesFor' : 'formCuesAgainst'}
            hint="formCuesHint"
            lines={2}
          />
          <ChoiceField
            slot={slot}
            path={[side, i, 'in']}
            label="formCueIn"
            choices={[
              ['block', 'formCueBlock'],
              ['story', 'formCueStory'],
            ]}
          />
        </div>
      ))}
      {isReadOnly ? null : (
        <button type="button" class="textual" onClick={() => onType(slot, [side], [...cues, BLANK_CUE])}>
          {message(side === 'for' ? 'formAddCueFor' : 'formAddCueAgainst')}
        </button>
      )}
    </div>
  );
}

const ALONE: readonly (readonly [string, MessageKey])[] = [
  ['yes', 'formAloneYes'],
  ['no', 'formAloneNo'],
];

/** Names under which stories are searched for the entry, each with its rules. */
export function Aliases() {
  return (
    <MemberList
      field="aliases"
      title="formAliases"
      hint="formAliasesHint"
      add="formAddAlias"
      inWords={(slot) => part(slot, 'text')}
    >
      {(slot) => (
        <>
          <TextField slot={slot} path={['text']} label="formAliasText" />
          <TextField slot={slot} path={['lang']} label="formLang" hint="formLangHint" isCode />
          <ChoiceField
            slot={slot}
            path={['case']}
            label="formCase"
            choices={[
              ['any', 'formCaseAny'],
              ['exact', 'formCaseExact'],
            ]}
          />
          <ChoiceField slot={slot} path={['alone']} label="formAlone" choices={ALONE} />
          <TextField slot={slot} path={['from']} label="formNameFrom" hint="formDateHint" isCode />
          <TextField slot={slot} path={['to']} label="formNameTo" isCode />
          <Cues slot={slot} side="for" />
          <Cues slot={slot} side="against" />
        </>
      )}
    </MemberList>
  );
}

export function ShortForms() {
  return (
    <MemberList
      field="short"
      title="formShort"
      hint="formShortHint"
      add="formAddShort"
      inWords={(slot) => part(slot, 'text')}
    >
      {(slot) => (
        <>
          <TextField slot={slot} path={['text']} label="formShortText" />
          <TextField slot={slot} path={['lang']} label="formLang" hint="formLangHint" isCode />
          <ChoiceField slot={slot} path={['alone']} label="formShortAlone" choices={ALONE} />
        </>
      )}
    </MemberList>
  );
}
