import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { EntryForm, FormFault, Slot } from '../../lib/editing/entry-form';
import { type Raw, type RawPath, rawAt } from '../../lib/editing/raw';
import type { Warning } from '../../lib/editing/warnings';
import type { MemberField, Place, Value } from '../../lib/glossary/entry-edits';
import type { Entry } from '../../lib/glossary/schema';

export type Which = Pick<Slot, 'field' | 'row'>;

/** An entry that completes what is being typed. */
export interface Completion {
  readonly id: string;
  readonly name: string;
  readonly kind: Entry['kind'];
}

export interface FormDeeds {
  readonly onType: (which: Which, path: RawPath, part: Raw) => void;
  readonly onAdd: (field: MemberField) => void;
  readonly onRemove: (which: Which) => void;
  /** Brings a value back: the bundled one. */
  readonly onRestore: (place: Place, value: Value) => void;
  readonly onSettle: (which: Which, take: 'mine' | 'theirs') => void;
  readonly complete: (text: string) => readonly Completion[];
  /** The name of an entry; null where there is none. */
  readonly nameOf: (id: string) => string | null;
}

export interface FormModel extends FormDeeds {
  readonly form: EntryForm;
  readonly faults: readonly FormFault[];
  readonly warnings: readonly Warning[];
  /** What lies beneath the user's edits; null: the entry is her own. */
  readonly ground: Entry | null;
  readonly isReadOnly: boolean;
}

const NONE: FormModel = {
  form: { id: null, slots: [] },
  faults: [],
  warnings: [],
  ground: null,
  isReadOnly: true,
  onType: () => {},
  onAdd: () => {},
  onRemove: () => {},
  onRestore: () => {},
  onSettle: () => {},
  complete: () => [],
  nameOf: () => null,
};

export const FormContext = createContext<FormModel>(NONE);
export const useForm = () => useContext(FormContext);

/** The slots of a field that are there, in their order. */
export function slotsOf({ form }: FormModel, field: Slot['field']): readonly Slot[] {
  return form.slots.filter((slot) => slot.field === field && !slot.isRemoved);
}

/** Names a control within the form, for its label and its messages. */
export const controlId = ({ field, row }: Which, path: RawPath) => ['f', field, row, ...path].join('-');

/** The members of a list that a slot holds at a path; none where there is no list. */
export function listAt(slot: Slot, path: RawPath): readonly Raw[] {
  const raw = rawAt(slot.raw, path);
  return Array.isArray(raw) ? raw : [];
}
