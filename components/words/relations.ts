import type { RelationKind } from '../../lib/glossary/schema';
import type { MessageKey } from '../../lib/platform/i18n';

/** The words before the other entry's name. */
export const RELATION_MESSAGES: Readonly<Record<RelationKind, MessageKey>> = {
  'part-of': 'relationPartOf',
  'has-part': 'relationHasPart',
  'member-of': 'relationMemberOf',
  'has-member': 'relationHasMember',
  'branch-of': 'relationBranchOf',
  'has-branch': 'relationHasBranch',
  'split-from': 'relationSplitFrom',
  'split-into': 'relationSplitInto',
  'successor-of': 'relationSuccessorOf',
  'succeeded-by': 'relationSucceededBy',
  'founded-by': 'relationFoundedBy',
  'founder-of': 'relationFounderOf',
  'located-in': 'relationLocatedIn',
  contains: 'relationContains',
  'based-in': 'relationBasedIn',
  'base-of': 'relationBaseOf',
  'operates-in': 'relationOperatesIn',
  'ground-of': 'relationGroundOf',
  'capital-of': 'relationCapitalOf',
  'has-capital': 'relationHasCapital',
  'ally-of': 'relationAllyOf',
  'rival-of': 'relationRivalOf',
  'related-to': 'relationRelatedTo',
};
