import type { Place } from '../../lib/glossary/entry-edits';
import type { MessageKey } from '../../lib/platform/i18n';
import type { Label, Snapshot } from '../../lib/store/layout';
import type { StoreFailure } from '../../lib/store/store-error';

/** What is wrong with the store, and what to do. */
export const FAILURE_MESSAGES: Readonly<Record<StoreFailure, MessageKey>> = {
  full: 'storeFull',
  unavailable: 'storeUnavailable',
  blocked: 'storeBlocked',
  newer: 'storeNewer',
  damaged: 'storeDamaged',
  failed: 'storeFailed',
};

/** What undo takes back, `$1` being what it was about. */
export const ACTION_MESSAGES: Readonly<Record<Label['action'], MessageKey>> = {
  add: 'stepAdd',
  edit: 'stepEdit',
  hide: 'stepHide',
  show: 'stepShow',
  withdraw: 'stepWithdraw',
  settle: 'stepSettle',
  restore: 'stepRestore',
  import: 'stepImport',
  recover: 'stepRecover',
  join: 'stepJoin',
  update: 'stepUpdate',
  leave: 'stepLeave',
  order: 'stepOrder',
  trust: 'stepTrust',
  distrust: 'stepDistrust',
};

/** The same of what was done to many entries at once, `$1` being how many. */
export const MANY_MESSAGES: Readonly<Partial<Record<Label['action'], MessageKey>>> = {
  edit: 'stepEditMany',
  hide: 'stepHideMany',
  show: 'stepShowMany',
  withdraw: 'stepWithdrawMany',
};

export const SNAPSHOT_MESSAGES: Readonly<Record<Snapshot['reason'], MessageKey>> = {
  daily: 'snapshotDaily',
  migration: 'snapshotMigration',
  import: 'snapshotImport',
};

/** What the fields of an entry are called. */
export const FIELD_MESSAGES: Readonly<Record<Place['field'], MessageKey>> = {
  kind: 'fieldKind',
  familiarity: 'fieldFamiliarity',
  name: 'fieldName',
  ownScript: 'fieldOwnScript',
  say: 'fieldSay',
  summary: 'fieldSummary',
  background: 'fieldBackground',
  naming: 'fieldNaming',
  coordinates: 'fieldCoordinates',
  checked: 'fieldChecked',
  wikidata: 'fieldWikidata',
  aliases: 'fieldAliases',
  short: 'fieldShort',
  facts: 'fieldFacts',
  relations: 'fieldRelations',
  sources: 'fieldSources',
};
