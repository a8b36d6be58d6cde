import type { StoryContext } from '../matching/annotate';
import type { Mention } from '../matching/types';

/** What the background knows of a story that is being read. */
export interface KeptStory {
  /** Of the glossary, that it is read with. */
  readonly edition: string;
  readonly context: StoryContext;
  /** Mentions that the page has still to be told of, in the order of the text. */
  readonly untold: readonly Mention[];
}

/** Stories beyond which the one that was asked for least lately is forgotten. */
const MOST_STORIES = 60;
/** Blocks of all stories beyond which the same holds: some tens of megabytes. */
const MOST_BLOCKS = 200_000;

interface Held {
  readonly story: KeptStory;
  /** Under which it was known before this was added to it. */
  readonly before: string | null;
}

/**
 * The stories of open pages, each under a token that its page hands back with its next question. They go
 * with the background, which the browser may end between any two questions: a page whose token is not
 * known says all of its story again.
 */
export class StoryMemory {
  readonly #held = new Map<string, Held>();
  #blocks = 0;

  /** The story under a token; null where it is forgotten, or was read with another edition. */
  recall(token: string, edition: string): KeptStory | null {
    const held = this.#held.get(token);
    if (!held) return null;
    // The answer with this token has reached the page: nobody will ask with the one before.
    if (held.before) this.#forget(held.before);
    if (held.story.edition === edition) return held.story;
    this.#forget(token);
    return null;
  }

  /**
   * Keeps a story that was read on from the one under a token, null for a new one; gives the token of the
   * next question. The former stays until that comes: an answer may be lost, and asked for again.
   */
  keep(story: KeptStory, before: string | null): string {
    const token = crypto.randomUUID();
    this.#held.set(token, { story, before });
    this.#blocks += story.context.blocks.length;
    for (const oldest of this.#held.keys()) {
      const isRoom = this.#held.size <= MOST_STORIES && this.#blocks <= MOST_BLOCKS;
      if (isRoom || oldest === token) break;
      this.#forget(oldest);
    }
    return token;
  }

  #forget(token: string): void {
    this.#blocks -= this.#held.get(token)?.story.context.blocks.length ?? 0;
    this.#held.delete(token);
  }
}
