/**
 * What a card says, as plain JSON data: it crosses a message from the background to the page.
 * Statements are typed, not worded; the words come from the interface's messages, so that a card
 * reads in the reader's language around the glossary's own sentences.
 */
import type { PartialDate } from './dates';
import type { EntryKind, RelationKind } from './schema';

/** Another entry (`id` set), or something that the glossary has only a name for. */
export interface NamedThing {
  readonly id: string | null;
  readonly name: string;
}

/** When a statement holds, how well that is known, and who says so. */
export interface StatementBasis {
  /** Stable within the card: owner's id and the fact's key. */
  readonly key: string;
  /** First day, month or year; null where unknown. */
  readonly from: PartialDate | null;
  /** Last one; null while it goes on, and for an event of one day. */
  readonly to: PartialDate | null;
  /** Sources give the dates only roughly. */
  readonly circa: boolean;
  /** When it (for a state: its end) became public, where that was later. */
  readonly disclosed: PartialDate | null;
  /** Numbers of {@link CardView.sources}. */
  readonly sources: readonly number[];
  readonly disputed: { readonly text: string; readonly sources: readonly number[] } | null;
}

export type StatementContent =
  /** This person holds the office. */
  | {
      readonly type: 'post';
      readonly office: string;
      readonly body: NamedThing | null;
      readonly acting: boolean;
      readonly leads: boolean;
    }
  /** This body is led by the person. */
  | {
      readonly type: 'leader';
      readonly person: NamedThing;
      readonly office: string;
      readonly acting: boolean;
    }
  | { readonly type: 'status'; readonly text: string }
  | { readonly type: 'event'; readonly text: string }
  | { readonly type: 'designation'; readonly by: string; readonly as: string }
  | { readonly type: 'relation'; readonly kind: RelationKind; readonly other: NamedThing };

export type Statement = StatementBasis & StatementContent;

/** A statement in force on a day. */
export type InForce = Statement & {
  /** Its dates are too rough to tell whether that day lies inside them. */
  readonly uncertain: boolean;
  /** Its end fell on or before that day, or may have: say until when. False where it went on as far as anyone knew. */
  readonly showEnd: boolean;
};

/** A statement seen as something that happened at one time. */
export type Change = Statement & {
  /**
   * `happened`: an event. `began`: a state that began then (and ended at `to`, if set).
   * `ended`: a state that ended then. `held`: a state that was over before the day looked from.
   */
  readonly change: 'happened' | 'began' | 'ended' | 'held';
  /** When; null where unknown. For `held`, its end. */
  readonly date: PartialDate | null;
};

/** The one line that places the entry in time. */
export type DatedLine =
  | { readonly tense: 'then' | 'now'; readonly statement: InForce }
  /** Nothing was in force any more: the last thing known before. */
  | { readonly tense: 'past'; readonly statement: Change };

export interface RelationChip {
  readonly kind: RelationKind;
  readonly id: string;
  readonly name: string;
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
}

export interface CardSource {
  /** From 1, in the order in which the card first cites them; uncited ones follow. */
  readonly number: number;
  readonly title: string;
  readonly publisher: string;
  /** Always https. */
  readonly url: string;
  readonly date: PartialDate | null;
}

export interface CitedText {
  readonly text: string;
  readonly sources: readonly number[];
}

/** The shared glossary that an entry comes from. */
export interface SharedOrigin {
  /** As its keeper calls it. */
  readonly title: string;
  /** Of its address, with the port where that is not the usual one. */
  readonly host: string;
  /** The user has changed something of the entry. */
  readonly isEdited: boolean;
}

export interface CardView {
  readonly id: string;
  readonly kind: EntryKind;
  readonly name: string;
  readonly ownScript: { readonly text: string; readonly lang: string } | null;
  readonly say: string | null;
  /** Names of the places where it is or acts, for the line above the name; at most three. */
  readonly where: readonly string[];
  readonly summary: string | null;
  /** The date that `then` and `since` look from; null where the story's date is unknown. */
  readonly storyDate: PartialDate | null;
  readonly dated: DatedLine | null;
  /** In force at the story's date, what says most first. Empty when that is unknown. */
  readonly then: readonly InForce[];
  /** What came after the story, newest first; at most {@link MOST_SINCE}. */
  readonly since: readonly Change[];
  /** The rest of `since`, still newest first. */
  readonly sinceMore: readonly Change[];
  /** In force today; only when the story's date is unknown. */
  readonly now: readonly InForce[];
  /** What was over before the story (or, with its date unknown, before today), newest first. */
  readonly before: readonly Change[];
  readonly background: readonly CitedText[];
  readonly relations: readonly RelationChip[];
  /** Other forms of the name in Latin script; dated where they are former or later names. */
  readonly alsoCalled: readonly {
    readonly text: string;
    readonly from: PartialDate | null;
    readonly to: PartialDate | null;
  }[];
  readonly naming: CitedText | null;
  readonly sources: readonly CardSource[];
  /** Date of the newest source seen for the present state. */
  /** Null: bundled, or the user's own. */
  readonly from: SharedOrigin | null;
  readonly checked: PartialDate | null;
  /** `checked` is more than a year before today. */
  readonly stale: boolean;
  /** The day on which the card was made. */
  readonly today: PartialDate;
}
