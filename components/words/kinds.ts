import type { EntryKind } from '../../lib/glossary/schema';
import type { MessageKey } from '../../lib/platform/i18n';

/** What one entry of the kind is called. */
export const KIND_MESSAGES: Readonly<Record<EntryKind, MessageKey>> = {
  group: 'kindGroup',
  person: 'kindPerson',
  organisation: 'kindOrganisation',
  place: 'kindPlace',
  people: 'kindPeople',
  event: 'kindEvent',
  term: 'kindTerm',
};

/** What a list of the kind is called; in the order in which lists stand. */
export const KINDS_MESSAGES: Readonly<Record<EntryKind, MessageKey>> = {
  person: 'kindsPerson',
  group: 'kindsGroup',
  organisation: 'kindsOrganisation',
  place: 'kindsPlace',
  people: 'kindsPeople',
  event: 'kindsEvent',
  term: 'kindsTerm',
};
