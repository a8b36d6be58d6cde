/** What entries are; apart from the schema, so that what a story loads need not carry that. */

export const ENTRY_KINDS = ['group', 'person', 'organisation', 'place', 'people', 'event', 'term'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/**
 * How well the readers of foreign news know the name: `household` names are not marked unless
 * asked for (they still answer the pointer), `regular` ones are, `specialist` ones need it most.
 */
export const FAMILIARITIES = ['household', 'regular', 'specialist'] as const;
export type Familiarity = (typeof FAMILIARITIES)[number];
