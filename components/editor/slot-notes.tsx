import { isMemberField, readSlot, type Slot } from '../../lib/editing/entry-form';
import { memberKey, type Place, sameValue, valueAt } from '../../lib/glossary/entry-edits';
import { message } from '../../lib/platform/i18n';
import { isAbout, wordWarning } from '../words/editing';
import { useForm } from './form-context';
import { valueInWords } from './value-in-words';

function placeOf({ field, row, seen }: Slot): Place {
  const member = isMemberField(field) ? (seen === undefined ? row : memberKey(field, seen)) : null;
  // A member field has members, a whole one none.
  return { field, member } as Place;
}

/** What is to be said of a place: what is doubtful, what another tab did, and the bundled value to go back to. */
export function SlotNotes({ slot }: { readonly slot: Slot }) {
  const { warnings, ground, isReadOnly, onSettle, onRestore } = useForm();
  const place = placeOf(slot);
  const own = warnings.filter((warning) => isAbout(warning, slot.field, slot.row));
  const reading = readSlot(slot);
  const bundled = ground ? valueAt(ground, place) : undefined;
  const isOther = reading.is !== 'value' || !sameValue(reading.value, bundled);
  const canRestore =
    ground !== null && isOther && (bundled !== undefined || !isMemberField(slot.field)) && !isReadOnly;
  return (
    <>
      {own.map((warning) => (
        <p class="note warning" key={JSON.stringify(warning)}>
          {wordWarning(warning)}
        </p>
      ))}
      {slot.clash ? (
        <fieldset class="clash" aria-label={message('formClash')}>
          <p>
            {message('formClash')}{' '}
            <bdi>
              {slot.clash.theirs === undefined ? message('editorNoValue') : valueInWords(slot.clash.theirs)}
            </bdi>
          </p>
          <p class="actions">
            <button type="button" class="button small" onClick={() => onSettle(slot, 'mine')}>
              {message('editorTakeMine')}
            </button>
            <button type="button" class="button small" onClick={() => onSettle(slot, 'theirs')}>
              {message('formTakeTheirs')}
            </button>
          </p>
        </fieldset>
      ) : null}
      {canRestore ? (
        <p class="note bundled">
          {message('formBundled')}{' '}
          <bdi>{bundled === undefined ? message('editorNoValue') : valueInWords(bundled)}</bdi>{' '}
          <button type="button" class="textual" onClick={() => onRestore(place, bundled)}>
            {message('formBringBack')}
          </button>
        </p>
      ) : null}
    </>
  );
}
