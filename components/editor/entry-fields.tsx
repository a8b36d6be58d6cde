import type { ComponentChildren } from 'preact';
import type { Slot } from '../../lib/editing/entry-form';
import { BLANK_SENTENCE } from '../../lib/editing/raw';
import { ENTRY_KINDS, FAMILIARITIES } from '../../lib/glossary/kinds';
import { RELATION_INVERSES, type StoredRelationKind } from '../../lib/glossary/schema';
import { message } from '../../lib/platform/i18n';
import { KIND_MESSAGES } from '../words/kinds';
import { relationMessage } from '../words/relations';
import { FAMILIARITY_MESSAGES } from '../words/settings';
import { Facts } from './fact-fields';
import { listAt, slotsOf, useForm } from './form-context';
import { ChoiceField, CitedSources, EntryField, TextField } from './form-fields';
import { MemberList, part } from './member-list';
import { Aliases, ShortForms } from './name-fields';
import { SlotNotes } from './slot-notes';

const RELATION_KINDS = Object.keys(RELATION_INVERSES) as StoredRelationKind[];

/** The one slot of a whole field. */
function useWhole(field: Slot['field']): Slot | null {
  return slotsOf(useForm(), field)[0] ?? null;
}

interface WholeProps {
  readonly field: Slot['field'];
  readonly children: (slot: Slot) => ComponentChildren;
}

function Whole({ field, children }: WholeProps) {
  const slot = useWhole(field);
  return slot ? (
    <div class="whole">
      <div class="fields">{children(slot)}</div>
      <SlotNotes slot={slot} />
    </div>
  ) : null;
}

function Relations() {
  const { nameOf } = useForm();
  const inWords = (slot: Slot) => {
    const kind = RELATION_KINDS.find((one) => one === part(slot, 'kind'));
    const other = part(slot, 'with');
    return [kind ? message(relationMessage(kind)) : '', other ? (nameOf(other) ?? other) : '']
      .join(' ')
      .trim();
  };
  return (
    <MemberList field="relations" title="formRelations" add="formAddRelation" inWords={inWords}>
      {(slot) => (
        <>
          <ChoiceField
            slot={slot}
            path={['kind']}
            label="formRelationKind"
            none="formChoose"
            choices={RELATION_KINDS.map((kind) => [kind, relationMessage(kind)])}
          />
          <EntryField slot={slot} path={['with']} label="formRelationWith" />
          <TextField slot={slot} path={['from']} label="formFrom" hint="formDateHint" isCode />
          <TextField slot={slot} path={['to']} label="formTo" isCode />
          <CitedSources slot={slot} path={['sources']} />
        </>
      )}
    </MemberList>
  );
}

function Sources() {
  const inWords = (slot: Slot) =>
    [part(slot, 'publisher'), part(slot, 'date').slice(0, 4), part(slot, 'title')].filter(Boolean).join(', ');
  const { warnings } = useForm();
  return (
    <>
      <MemberList
        field="sources"
        title="formSources"
        hint="formSourcesHint"
        add="formAddSource"
        inWords={inWords}
      >
        {(slot) => (
          <>
            <TextField slot={slot} path={['title']} label="formSourceTitle" isWide />
            <TextField slot={slot} path={['publisher']} label="formPublisher" />
            <TextField slot={slot} path={['date']} label="formSourceDate" hint="formDateHint" isCode />
            <TextField slot={slot} path={['url']} label="formUrl" isCode isWide />
          </>
        )}
      </MemberList>
      {warnings.some(({ field }) => field === 'sources') ? (
        <p class="note warning">{message('warnNoSources')}</p>
      ) : null}
    </>
  );
}

function Background() {
  const { onType, isReadOnly } = useForm();
  return (
    <section class="part" aria-labelledby="part-background">
      <h3 id="part-background">{message('formBackground')}</h3>
      <p class="note">{message('formBackgroundHint')}</p>
      <Whole field="background">
        {(slot) => (
          <>
            {listAt(slot, []).map((_, i) => (
              <div class="fields wide sentence" key={i}>
                <TextField slot={slot} path={[i, 'text']} label="formSentence" lines={3} isWide />
                <CitedSources slot={slot} path={[i, 'sources']} />
                {isReadOnly ? null : (
                  <button
                    type="button"
                    class="textual"
                    onClick={() =>
                      onType(
                        slot,
                        [],
                        listAt(slot, []).filter((_, at) => at !== i),
                      )
                    }
                  >
                    {message('formRemove')}
                  </button>
                )}
              </div>
            ))}
            {isReadOnly ? null : (
              <p class="actions wide">
                <button
                  type="button"
                  class="button small"
                  onClick={() => onType(slot, [], [...listAt(slot, []), BLANK_SENTENCE])}
                >
                  {message('formAddSentence')}
                </button>
              </p>
            )}
          </>
        )}
      </Whole>
    </section>
  );
}

/** Every field that an entry can have. */
export function EntryFields() {
  return (
    <>
      <section class="part" aria-label={message('formBasics')}>
        <Whole field="name">{(slot) => <TextField slot={slot} label="formName" isWide />}</Whole>
        <div class="fields">
          <Whole field="kind">
            {(slot) => (
              <ChoiceField
                slot={slot}
                label="formKind"
                choices={ENTRY_KINDS.map((kind) => [kind, KIND_MESSAGES[kind]])}
              />
            )}
          </Whole>
          <Whole field="familiarity">
            {(slot) => (
              <ChoiceField
                slot={slot}
                label="formFamiliarity"
                choices={FAMILIARITIES.map((one) => [one, FAMILIARITY_MESSAGES[one]])}
              />
            )}
          </Whole>
        </div>
        <Whole field="summary">
          {(slot) => <TextField slot={slot} label="formSummary" hint="formSummaryHint" lines={2} isWide />}
        </Whole>
      </section>
      <Aliases />
      <ShortForms />
      <Facts />
      <Background />
      <Relations />
      <section class="part" aria-labelledby="part-naming">
        <h3 id="part-naming">{message('formNaming')}</h3>
        <p class="note">{message('formNamingHint')}</p>
        <Whole field="naming">
          {(slot) => (
            <>
              <TextField slot={slot} path={['text']} label="formNamingText" lines={3} isWide />
              {part(slot, 'text') === '' ? null : <CitedSources slot={slot} path={['sources']} />}
            </>
          )}
        </Whole>
      </section>
      <Sources />
      <section class="part" aria-labelledby="part-more">
        <h3 id="part-more">{message('formMore')}</h3>
        <Whole field="ownScript">
          {(slot) => (
            <>
              <TextField slot={slot} path={['text']} label="formOwnScript" />
              <TextField slot={slot} path={['lang']} label="formLang" hint="formLangHint" isCode />
            </>
          )}
        </Whole>
        <Whole field="say">{(slot) => <TextField slot={slot} label="formSay" hint="formSayHint" />}</Whole>
        <Whole field="coordinates">
          {(slot) => (
            <>
              <TextField slot={slot} path={['latitude']} label="formLatitude" isCode />
              <TextField slot={slot} path={['longitude']} label="formLongitude" isCode />
            </>
          )}
        </Whole>
        <Whole field="checked">
          {(slot) => <TextField slot={slot} label="formChecked" hint="formCheckedHint" isCode />}
        </Whole>
        <Whole field="wikidata">{(slot) => <TextField slot={slot} label="formWikidata" isCode />}</Whole>
      </section>
    </>
  );
}
