import type { RelationKind } from '../../lib/glossary/schema';
import { type FamilyKey, messageOfFamily } from './message-family';

/** The words before the other entry's name. */
export function relationMessage(kind: RelationKind): FamilyKey<'relation', RelationKind> {
  return messageOfFamily('relation', kind);
}
