import type { Slot } from '../../lib/editing/entry-form';
import { blankFact, type Raw } from '../../lib/editing/raw';
import type { Fact } from '../../lib/glossary/schema';
import { message } from '../../lib/platform/i18n';
import { FACT_MESSAGES } from '../words/editing';
import { useForm } from './form-context';
import { CheckField, CitedSources, EntryField, TextField } from './form-fields';
import { MemberList, part } from './member-list';

const FACT_TYPES = Object.keys(FACT_MESSAGES) as Fact['type'][];

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

/** What is dated of the entry, each with the fields of its type. */
export function Facts() {
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
