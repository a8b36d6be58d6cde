/** A change of the page, as observers of it tell. */
export type PageEdit = Pick<
  MutationRecord,
  'type' | 'target' | 'addedNodes' | 'removedNodes' | 'previousSibling' | 'nextSibling'
>;
