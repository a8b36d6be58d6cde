import { type MessageKey, message } from '../../lib/platform/i18n';
import type { AddressFault } from '../../lib/sharing/address';
import type { SharedChange } from '../../lib/sharing/difference';
import type { FailureCode, SharedFailure } from '../../lib/sharing/failures';
import { fileFaultInWords } from './exchange';

/** Why an address cannot be used, and what would be right. */
export const ADDRESS_MESSAGES: Readonly<Record<AddressFault, MessageKey>> = {
  'not-an-address': 'sharedFaultAddress',
  'not-https': 'sharedFaultHttps',
  password: 'sharedFaultPassword',
};

/** `$1` is the host, `$2` what the failure says more. */
const FAILURE_MESSAGES: Readonly<Record<FailureCode, MessageKey>> = {
  'no-access': 'sharedNoAccess',
  unreachable: 'sharedUnreachable',
  'too-slow': 'sharedTooSlow',
  redirect: 'sharedRedirect',
  status: 'sharedStatus',
  type: 'sharedType',
  'too-large': 'sharedTooLarge',
  broken: 'sharedBroken',
  file: 'sharedFile',
  empty: 'sharedEmpty',
};

/** What went wrong at a host, and what to do. */
export function failureInWords({ code, detail, file }: SharedFailure, host: string): string {
  return message(FAILURE_MESSAGES[code], host, file ? fileFaultInWords(file) : detail);
}

export const CHANGE_MESSAGES: Readonly<Record<SharedChange, MessageKey>> = {
  new: 'statusNew',
  changed: 'statusChanged',
  gone: 'statusGone',
  refused: 'statusRefused',
  same: 'statusSame',
};
