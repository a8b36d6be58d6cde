/**
 * The entry: one entity that news stories name, with what is known of it, dated and sourced.
 *
 * This schema is the authority on the format of glossary files, bundled or imported. One truth is
 * stored once and what follows from it is derived: a group's leaders come from the posts of the
 * people who held them, the inverse of a relation from the relation, a date's precision from its
 * length. Members of arrays carry stable keys, so that an edit or an update can name what it changes.
 */
import * as v from 'valibot';
import { isPartialDate } from './dates';
import { ENTRY_KINDS, FAMILIARITIES } from './kinds';

/** Lower-case ASCII words joined by single hyphens: `islamic-state-khorasan`. */
const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be a slug: lower-case letters, digits, single hyphens'),
  v.maxLength(80),
);

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
const partialDate = v.pipe(
  v.string(),
  v.check(isPartialDate, 'must be a date that exists: YYYY, YYYY-MM or YYYY-MM-DD'),
);

/** BCP 47, as far as the glossary needs it: `ar`, `zh-Hant`. */
const language = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'must be a language tag like "ar"'),
);

const line = (longest: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty('must not be empty'),
    v.maxLength(longest),
    // Isolates and overrides could make a card read other than it is stored. The zero-width
    // non-joiner and joiner (U+200C, U+200D) stay: they are spelling in Persian and Indic scripts.
    v.regex(
      /^(?:[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|[\u200c\u200d])*$/u,
      'must hold no control or invisible characters',
    ),
  );

const httpsUrl = v.pipe(
  v.string(),
  v.maxLength(2000),
  // Chromium takes a space in a host's name for a part of it; elsewhere such a text is no address.
  v.regex(/^\S*$/, 'must hold no space'),
  v.url(),
  v.startsWith('https://', 'must be an https address'),
);

/** Refs of the entry's own `sources`, the one that says most first. */
const sourceRefs = v.array(slug);

/**
 * Words that speak for or against a sense. Matched as whole words in the folded text: in the
 * mention's own `block` (paragraph), or anywhere in the `story`. One of `words` is enough.
 */
const cue = v.strictObject({
  in: v.picklist(['block', 'story']),
  words: v.pipe(v.array(line(80)), v.minLength(1)),
});

const alias = v.strictObject({
  key: slug,
  text: line(200),
  /** The language that the form belongs to; absent for forms that any Latin-script story may use. */
  lang: v.optional(language),
  /** `exact`: matches only as written (acronyms: IS, WHO, HTS). `any` folds case. */
  case: v.optional(v.picklist(['exact', 'any']), 'any'),
  /**
   * Whether the form names the entry by itself. `no`: only with a cue for it, with another of the
   * entry's forms in the story, or when the story defines it ("Long Name (LN)").
   */
  alone: v.optional(v.picklist(['yes', 'no']), 'yes'),
  /** When the form was the entry's name, for former names. */
  from: v.optional(partialDate),
  to: v.optional(partialDate),
  for: v.optional(v.array(cue), []),
  against: v.optional(v.array(cue), []),
});

/** A form that stands for the entry once the story has named it in full: a surname, a short name. */
const shortForm = v.strictObject({
  text: line(80),
  lang: v.optional(language),
  /** `yes`: stands by itself, also before and without the full name ("Putin"). */
  alone: v.optional(v.picklist(['yes', 'no']), 'no'),
});

const whenKnown = {
  key: slug,
  /** First day, month or year in which it holds; for an event, when it happened. */
  from: v.optional(partialDate),
  /** Last one; absent while it goes on, or for an event of one day. */
  to: v.optional(partialDate),
  /** True where sources give `from` or `to` only roughly. */
  circa: v.optional(v.boolean()),
  /** When it became public, where that was later: an event, or the end of a post or status. */
  disclosed: v.optional(partialDate),
  sources: sourceRefs,
  /** What another source says instead. */
  disputed: v.optional(v.strictObject({ text: line(300), sources: sourceRefs })),
};

/** Either an entry of the glossary or, where there is none, a name. */
const entryOrName = v.union([v.strictObject({ entry: slug }), v.strictObject({ name: line(120) })]);

/** An office held, stored on its holder. `leads` makes the holder count among the body's leaders. */
const postFact = v.strictObject({
  ...whenKnown,
  type: v.literal('post'),
  /** Without the body's name: "Spokesman", "Deputy minister of information and culture". */
  office: line(120),
  body: v.optional(entryOrName),
  leads: v.optional(v.boolean()),
  acting: v.optional(v.boolean()),
});

/** A lasting state: "In power in Kabul", "Held in a US prison". */
const statusFact = v.strictObject({ ...whenKnown, type: v.literal('status'), text: line(240) });

/** Something that happened, in a phrase that reads well after a date. */
const eventFact = v.strictObject({ ...whenKnown, type: v.literal('event'), text: line(240) });

/** Who lists or designates the entry, and as what: by "United States", as "foreign terrorist organization". */
const designationFact = v.strictObject({
  ...whenKnown,
  type: v.literal('designation'),
  by: line(80),
  as: line(160),
});

const fact = v.variant('type', [postFact, statusFact, eventFact, designationFact]);

/**
 * Relations are stored on one side; the inverse is derived ({@link RELATION_INVERSES}).
 * The one stored is the one whose truth depends on the other least: the part names the whole.
 */
export const RELATION_INVERSES = {
  'part-of': 'has-part',
  'member-of': 'has-member',
  'branch-of': 'has-branch',
  'split-from': 'split-into',
  'successor-of': 'succeeded-by',
  'founded-by': 'founder-of',
  'located-in': 'contains',
  'based-in': 'base-of',
  'operates-in': 'ground-of',
  'capital-of': 'has-capital',
  'ally-of': 'ally-of',
  'rival-of': 'rival-of',
  'related-to': 'related-to',
} as const;

const relationKinds = Object.keys(RELATION_INVERSES) as (keyof typeof RELATION_INVERSES)[];

const relation = v.strictObject({
  key: slug,
  kind: v.picklist(relationKinds),
  /** The other entry's id. */
  with: slug,
  from: v.optional(partialDate),
  to: v.optional(partialDate),
  sources: v.optional(sourceRefs, []),
});

const source = v.strictObject({
  ref: slug,
  title: line(300),
  /** Who wrote it, not who mirrors it. */
  publisher: line(120),
  url: httpsUrl,
  /** When it was published or last updated; absent where the source does not say. */
  date: v.optional(partialDate),
});

const sentence = v.strictObject({ text: line(400), sources: v.optional(sourceRefs, []) });

/**
 * One entry. Only `id`, `kind` and `name` are required, so that an editor can start with a bare
 * name; what the bundled glossary requires beyond that is `npm run glossary`'s to say.
 */
export const entrySchema = v.strictObject({
  id: slug,
  /** Ids that the entry had before, so that edits and links made then still find it. */
  formerIds: v.optional(v.array(slug), []),
  kind: v.picklist(ENTRY_KINDS),
  familiarity: v.optional(v.picklist(FAMILIARITIES), 'regular'),
  /** The headline of the card; matched in stories like an alias with default rules, unless an alias of the same text says otherwise. */
  name: line(120),
  /** The name in the script of its own people; matched in stories like `name`. */
  ownScript: v.optional(v.strictObject({ text: line(120), lang: language })),
  /** How to say it, in plain English syllables with the stress in capitals: "nan-gar-HAR". */
  say: v.optional(line(80)),
  /** One sentence; nothing in it that changes with time. */
  summary: v.optional(line(180)),
  /** Two to five sentences; what changes carries its date in the sentence. */
  background: v.optional(v.array(sentence), []),
  aliases: v.optional(v.array(alias), []),
  short: v.optional(v.array(shortForm), []),
  /** Of any order; views sort them. */
  facts: v.optional(v.array(fact), []),
  relations: v.optional(v.array(relation), []),
  /** Where the choice of name carries a stance: who says what, and why. */
  naming: v.optional(v.strictObject({ text: line(500), sources: v.optional(sourceRefs, []) })),
  /** WGS 84, degrees. */
  coordinates: v.optional(
    v.strictObject({
      latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
      longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
    }),
  ),
  sources: v.optional(v.array(source), []),
  /** Date of the newest source seen for the present state. */
  checked: v.optional(partialDate),
  /** Only if a source shows it. */
  wikidata: v.optional(v.pipe(v.string(), v.regex(/^Q[1-9]\d*$/, 'must be a Wikidata item like Q42'))),
});

export const GLOSSARY_FORMAT = 'newsgloss-glossary';
export const GLOSSARY_VERSION = 1;

/** A glossary file: the bundled beats, and what a user imports or exports. */
export const glossaryFileSchema = v.strictObject({
  format: v.literal(GLOSSARY_FORMAT),
  version: v.literal(GLOSSARY_VERSION),
  /** The beat's slug, equal to the file's name in the bundled glossary. */
  beat: v.optional(slug),
  title: v.optional(line(120)),
  entries: v.array(entrySchema),
});

export { ENTRY_KINDS, type EntryKind, type Familiarity } from './kinds';

/** An entry as the product works with it: every default filled in. */
export type Entry = v.InferOutput<typeof entrySchema>;
/** An entry as a file may hold it: defaults left out. */
export type EntryInput = v.InferInput<typeof entrySchema>;
export type Alias = Entry['aliases'][number];
export type Cue = Alias['for'][number];
export type ShortForm = Entry['short'][number];
export type Fact = Entry['facts'][number];
export type Relation = Entry['relations'][number];
export type Source = Entry['sources'][number];
export type StoredRelationKind = keyof typeof RELATION_INVERSES;
export type RelationKind = StoredRelationKind | (typeof RELATION_INVERSES)[StoredRelationKind];
export type GlossaryFile = v.InferOutput<typeof glossaryFileSchema>;
