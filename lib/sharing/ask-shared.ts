import { hasAccess } from '../platform/access';
import { failure } from './failures';
import { type Answer, fetchShared } from './fetch-shared';

/** Asks an address for its glossary, where the user lets us; see {@link fetchShared}. */
export async function askShared(address: string, etag: string | null, ending?: AbortSignal): Promise<Answer> {
  if (!(await hasAccess(address, []))) return { is: 'failed', failure: failure('no-access') };
  return fetchShared(address, etag, (...request) => fetch(...request), ending);
}
