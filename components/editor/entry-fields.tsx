import type { ComponentChildren } from 'preact';
import type { Slot } from '../../lib/editing/entry-form';
import { BLANK_CUE, BLANK_SENTENCE, blankFact, type Raw, type RawPath, rawAt } from '../../lib/editing/raw';
import { ENTRY_KINDS, FAMILIARITIES } from '../../lib/glossary/kinds';
import { type Fact, RELATION_INVERSES, type StoredRelationKind } from '../../lib/glossary/schema';
import { type MessageKey, message } from '../../lib/platform/i18n';
import { FACT_MESSAGES } from '../words/editing';
import { KIND_MESSAGES } from '../words/kinds';
import { relationMessage } from '../words/relations';
import { FAMILIARITY_MESSAGES } from '../words/settings';
import { slotsOf, useForm } from './form-context';
import { CheckField, ChoiceField, CitedSources, EntryField, TextField } from './form-fields';
import { MemberList, part } from './member-list';
import { SlotNotes } from './slot-notes';

const FACT_TYPES = Object.keys(FACT_MESSAGES) as Fact['type'][];
const RELATION_KINDS = Object.keys(RELATION_INVERSES) as StoredRelationKind[];

function listAt(slot: Slot, path: RawPath): readonly Raw[] {
  const raw = rawAt(slot.raw, path);
  return Array.isArray(raw) ? raw : [];
}

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

function Aliases() {
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

function ShortForms() {
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

function FactParts({ slot }: { readonly slot: Slot }) {
  switch (part(slot, 'type')) {
    case 'post':
      return (
        <>
          <TextField slot={slot} path={['office']} label="formOffice" />
          <EntryField
            slot={slot}
            path={['body', 'entry']}
            namePath={['body', 'name']}
            label="formBody"
            hint="formBodyHint"
          />
          <CheckField slot={slot} path={['leads']} label="formLeads" />
          <CheckField slot={slot} path={['acting']} label="formActing" />
        </>
      );
    case 'designation':
      return (
        <>
          <TextField slot={slot} path={['by']} label="formBy" />
          <TextField slot={slot} path={['as']} label="formAs" />
        </>
      );
    default:
      return <TextField slot={slot} path={['text']} label="formFactText" lines={2} isWide />;
  }
}

function FactType({ slot }: { readonly slot: Slot }) {
  const { onType, isReadOnly } = useForm();
  const id = `fact-type-${slot.row}`;
  return (
    <div class="field">
      <label for={id}>{message('formFactType')}</label>
      <select
        id={id}
        value={part(slot, 'type')}
        disabled={isReadOnly}
        onChange={(event) => {
          const type = FACT_TYPES.find((one) => one === event.currentTarget.value) ?? 'event';
          // Another type keeps what both have: dates, sources, what is disputed.
          const known = slot.raw as Readonly<Record<string, Raw>>;
          const blank = blankFact(type);
          const kept = Object.keys(blank).filter((key) => key in known && key !== 'type');
          onType(slot, [], { ...blank, ...Object.fromEntries(kept.map((key) => [key, known[key] ?? ''])) });
        }}
      >
        {FACT_TYPES.map((type) => (
          <option key={type} value={type}>
            {message(FACT_MESSAGES[type])}
          </option>
        ))}
      </select>
    </div>
  );
}

function factInWords(slot: Slot): string {
  const text = [part(slot, 'office'), part(slot, 'text'), part(slot, 'by'), part(slot, 'as')]
    .filter(Boolean)
    .join(', ');
  const time = [part(slot, 'from'), part(slot, 'to')].filter(Boolean).join(' – ');
  return time && text ? `${time}: ${text}` : text || time;
}

function Facts() {
  return (
    <MemberList field="facts" title="formFacts" hint="formFactsHint" add="formAddFact" inWords={factInWords}>
      {(slot) => (
        <>
          <FactType slot={slot} />
          <FactParts slot={slot} />
          <TextField slot={slot} path={['from']} label="formFrom" hint="formDateHint" isCode />
          <TextField slot={slot} path={['to']} label="formTo" isCode />
          <CheckField slot={slot} path={['circa']} label="formCirca" />
          <TextField slot={slot} path={['disclosed']} label="formDisclosed" isCode />
          <CitedSources slot={slot} path={['sources']} />
          <TextField slot={slot} path={['disputed', 'text']} label="formDisputed" lines={2} isWide />
          {part(slot, 'disputed', 'text') === '' ? null : (
            <CitedSources slot={slot} path={['disputed', 'sources']} />
          )}
        </>
      )}
    </MemberList>
  );
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
