import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Slot } from '../../lib/editing/entry-form';
import { rawAt } from '../../lib/editing/raw';
import { type MemberField, memberKey } from '../../lib/glossary/entry-edits';
import { type MessageKey, message } from '../../lib/platform/i18n';
import { isAbout } from '../words/editing';
import { slotsOf, useForm } from './form-context';
import { SlotNotes } from './slot-notes';
import { valueInWords } from './value-in-words';

interface MemberListProps {
  readonly field: MemberField;
  readonly title: MessageKey;
  readonly add: MessageKey;
  readonly hint?: MessageKey;
  /** A member in one line. */
  readonly inWords: (slot: Slot) => string;
  readonly children: (slot: Slot) => ComponentChildren;
}

/** The members of a list: each a line that unfolds to its fields. */
export function MemberList({ field, title, add, hint, inWords, children }: MemberListProps) {
  const form = useForm();
  const { ground, isReadOnly, faults, warnings } = form;
  const slots = slotsOf(form, field);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const there = new Set(slots.map(({ row, seen }) => (seen === undefined ? row : memberKey(field, seen))));
  const gone = (ground?.[field] ?? []).filter((member) => !there.has(memberKey(field, member)));
  const toggle = (row: string, isOpen: boolean) =>
    setOpen((known) => {
      if (known.has(row) === isOpen) return known;
      const next = new Set(known);
      if (isOpen) next.add(row);
      else next.delete(row);
      return next;
    });
  return (
    <section class="part" aria-labelledby={`part-${field}`}>
      <h3 id={`part-${field}`}>{message(title)}</h3>
      {hint ? <p class="note">{message(hint)}</p> : null}
      {slots.map((slot) => {
        const isNew = slot.seen === undefined;
        const isOpen = isNew || open.has(slot.row);
        const hasFault = faults.some((fault) => fault.field === field && fault.row === slot.row);
        const hasWarning =
          warnings.some((warning) => isAbout(warning, field, slot.row)) || slot.clash !== null;
        return (
          <details
            key={slot.row}
            class="member"
            open={isOpen}
            onToggle={(event) => toggle(slot.row, event.currentTarget.open)}
          >
            <summary>
              <bdi>{inWords(slot) || message('formNothingYet')}</bdi>
              {hasFault || hasWarning ? (
                <span class={hasFault ? 'sign fault' : 'sign warning'}>
                  {message(hasFault ? 'formHasFault' : 'formHasWarning')}
                </span>
              ) : null}
            </summary>
            {isOpen ? (
              <div class="fields">
                {children(slot)}
                <SlotNotes slot={slot} />
                {isReadOnly ? null : (
                  <p class="actions wide">
                    <button
                      type="button"
                      class="button small"
                      aria-label={message('formRemoveName', inWords(slot))}
                      onClick={() => form.onRemove(slot)}
                    >
                      {message('formRemove')}
                    </button>
                  </p>
                )}
              </div>
            ) : null}
          </details>
        );
      })}
      {gone.map((member) => {
        const key = memberKey(field, member);
        return (
          <p class="note bundled" key={key}>
            {message('formTakenOut')} <bdi>{valueInWords(member)}</bdi>{' '}
            {isReadOnly ? null : (
              <button
                type="button"
                class="textual"
                // A member's key is one of its field's.
                onClick={() => form.onRestore({ field, member: key }, member)}
              >
                {message('formBringBack')}
              </button>
            )}
          </p>
        );
      })}
      {isReadOnly ? null : (
        <p class="actions">
          <button type="button" class="button small" onClick={() => form.onAdd(field)}>
            {message(add)}
          </button>
        </p>
      )}
    </section>
  );
}

/** A text of a member, for its one line. */
export const part = (slot: Slot, ...path: (string | number)[]) => String(rawAt(slot.raw, path));
