import {
  caughtUp,
  draftEntry,
  type EntryForm,
  faultsOf,
  formOf,
  formOfNew,
  type KeptSlot,
  pendingOf,
  readSlot,
  type Slot,
  saved,
  settled,
  typed,
  unsavedOf,
  withBlank,
  withoutMember,
  withUnsaved,
  withValue,
} from '../../lib/editing/entry-form';
import type { Raw, RawPath } from '../../lib/editing/raw';
import type { MemberField, Place, Value } from '../../lib/glossary/entry-edits';
import { newIdFor } from '../../lib/glossary/new-id';
import type { Entry } from '../../lib/glossary/schema';
import { StoreError, type StoreFailure } from '../../lib/store/store-error';
import type { EditOutcome, UserGlossary } from '../../lib/store/user-glossary';

/** Quiet after a key before what was typed is saved, ms: a word is one step of undo, not a letter. */
const QUIET_MS = 500;
/** The same for the name of a new entry, from which its id is made. */
const NEW_QUIET_MS = 1_200;

/** Where what was typed is. */
export type SaveState =
  | { readonly is: 'saved' | 'saving' }
  /** Some of it does not fit, and stays in the form. */
  | { readonly is: 'faulty' }
  /** A new entry that has no name yet; or one that was opened with what is known, and waits for a word of the user's. */
  | { readonly is: 'nameless' | 'waiting' }
  | { readonly is: 'failed'; readonly failure: StoreFailure };

/** The entry that is edited, as it is saved, with what lies beneath; null ground: her own. */
export interface Edited {
  readonly entry: Entry;
  readonly ground: Entry | null;
}

export interface EditingWorld {
  readonly store: Pick<UserGlossary, 'edit' | 'add'>;
  /** Which ids are taken, once that is known of all. */
  readonly takenIds: () => Promise<(id: string) => boolean>;
  readonly keep: (id: string | null, slots: readonly KeptSlot[]) => void;
  /** After every change of form or state. */
  readonly onChange: () => void;
  /** After a write, once it is durable. */
  readonly onWritten: (id: string) => void;
}

type Which = Pick<Slot, 'field' | 'row'>;

/** A key for a new member, which no other tab will choose. */
function freshKey(): string {
  const letters = crypto.getRandomValues(new Uint32Array(2));
  return `n${[...letters].map((number) => number.toString(36)).join('')}`;
}

/** The editing of one entry: what is typed is saved by itself, one write at a time. */
export class EntryEditing {
  readonly #world: EditingWorld;
  #edited: Edited;
  #form: EntryForm;
  /** False of an entry that was only opened to be added: nobody has said so yet. */
  #isWanted = true;
  #state: SaveState = { is: 'saved' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | null = null;

  private constructor(world: EditingWorld, edited: Edited, form: EntryForm) {
    this.#world = world;
    this.#edited = edited;
    this.#form = form;
  }

  /** @param kept what was typed there before and not saved. */
  static of(world: EditingWorld, edited: Edited, kept: readonly KeptSlot[]): EntryEditing {
    const form = withUnsaved(formOf(edited.entry), kept, edited.entry);
    const editing = new EntryEditing(world, edited, form);
    if (kept.length > 0) editing.#changed(form);
    return editing;
  }

  /** @param known what is known of an entry that is still to be added; its name may be empty. */
  static ofNew(world: EditingWorld, known: Entry, kept: readonly KeptSlot[]): EntryEditing {
    const form = withUnsaved(formOfNew(known), kept, null);
    const editing = new EntryEditing(world, { entry: known, ground: null }, form);
    editing.#isWanted = false;
    if (kept.length > 0) editing.#changed(form);
    else editing.#state = editing.#restState();
    return editing;
  }

  get form(): EntryForm {
    return this.#form;
  }

  get state(): SaveState {
    return this.#state;
  }

  get edited(): Edited {
    return this.#edited;
  }

  /** The entry as the form has it, with what was saved last where that does not fit. */
  get draft(): Entry {
    return draftEntry(this.#form, this.#edited.entry);
  }

  type(which: Which, path: RawPath, part: Raw): void {
    this.#changed(typed(this.#form, which, path, part));
  }

  addMember(field: MemberField): void {
    this.#changed(withBlank(this.#form, field, freshKey()));
  }

  removeMember(which: Which): void {
    this.#changed(withoutMember(this.#form, which));
    void this.flush();
  }

  restore(place: Place, value: Value): void {
    this.#changed(withValue(this.#form, place, value));
    void this.flush();
  }

  /** Adds the entry as it was opened. */
  async addIt(): Promise<void> {
    this.#changed(this.#form);
    await this.flush();
  }

  settle(which: Which, take: 'mine' | 'theirs'): void {
    this.#changed(settled(this.#form, which, take));
    void this.flush();
  }

  /** The entry as it is saved now, by whomever. */
  follow(edited: Edited): void {
    if (this.#form.id === null) return;
    this.#edited = edited;
    if (this.#saving) return;
    this.#form = caughtUp(this.#form, edited.entry);
    this.#keep();
    this.#tell();
    // What was held up by a clash elsewhere in the form.
    if (this.#state.is === 'faulty' && pendingOf(this.#form).length > 0) this.#saveSoon();
  }

  /** Saves what fits now; resolves when it is done or has failed. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#saving) await this.#saving;
    this.#saving = this.#save().finally(() => {
      this.#saving = null;
    });
    await this.#saving;
    // What came from elsewhere meanwhile.
    if (this.#form.id !== null) this.follow(this.#edited);
  }

  #changed(form: EntryForm): void {
    this.#form = form;
    this.#isWanted = true;
    this.#keep();
    this.#saveSoon();
    this.#tell(pendingOf(form).length > 0 ? { is: 'saving' } : undefined);
  }

  #saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#form.id === null ? NEW_QUIET_MS : QUIET_MS);
  }

  #keep(): void {
    this.#world.keep(this.#form.id, unsavedOf(this.#form));
  }

  #tell(state?: SaveState): void {
    this.#state = state ?? this.#restState();
    this.#world.onChange();
  }

  #restState(): SaveState {
    if (this.#form.id === null && this.#newName() === null) return { is: 'nameless' };
    if (!this.#isWanted) return { is: 'waiting' };
    if (faultsOf(this.#form).length > 0 || this.#form.slots.some(({ clash }) => clash))
      return { is: 'faulty' };
    return pendingOf(this.#form).length > 0 ? { is: 'saving' } : { is: 'saved' };
  }

  #newName(): string | null {
    const slot = this.#form.slots.find(({ field }) => field === 'name');
    const reading = slot && readSlot(slot);
    return reading?.is === 'value' && typeof reading.value === 'string' ? reading.value : null;
  }

  async #save(): Promise<void> {
    if (this.#form.id === null && (!this.#isWanted || this.#newName() === null)) return this.#tell();
    const pending = pendingOf(this.#form);
    if (pending.length === 0) return this.#tell();
    this.#tell({ is: 'saving' });
    try {
      const id = this.#form.id ?? newIdFor(this.#newName() ?? '', await this.#world.takenIds());
      const isNew = this.#form.id === null;
      const entry = { ...this.draft, id };
      const { entry: before, ground } = this.#edited;
      const outcome: EditOutcome = isNew
        ? await this.#world.store.add(entry, null)
        : await this.#world.store.edit(
            { id, ground },
            before.name,
            pending.flatMap(({ edits }) => edits),
          );
      if (outcome.outcome === 'invalid') throw new Error(`The store refuses ${outcome.faults.join(', ')}`);
      if (outcome.outcome === 'written' || outcome.outcome === 'unchanged') {
        if (isNew) {
          this.#world.keep(null, []);
          this.#edited = { entry, ground: null };
        }
        this.#form = { ...saved(this.#form, pending), id };
      }
      // A clash shows once the other's edition is here.
      this.#world.onWritten(id);
      this.#keep();
      this.#tell();
    } catch (error) {
      console.error(error);
      this.#tell({ is: 'failed', failure: error instanceof StoreError ? error.failure : 'failed' });
    }
  }
}
