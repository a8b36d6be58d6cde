import type { Mention } from '../../lib/matching/types';
import type { CardAnswer } from '../../lib/messaging/protocol';
import type { StoryDate } from '../../lib/page/story-date';
import { setMuted, setSilenced } from '../../lib/settings/quiet';
import { Card, type CardProps } from '../card/card';
import type { CardDeeds } from '../card/card-actions';
import { CardFailed, CardGone, CardLoading, CardQuieted, type Quieted } from '../card/card-states';
import type { CardLookups } from './card-lookups';

/** A look-up that takes longer than this is shown as failed, with a way to try again, ms. */
const PATIENCE_MS = 1_000;

/** What a card needs to know of its story. */
export interface CardStory {
  readonly lookups: CardLookups;
  /** The story's site, as siteOf gives it. */
  readonly site: string;
  date(): StoryDate | null;
  /** Opens the page where an entry can be changed. */
  editEntry(id: string): void;
}

/** What whoever shows the card adds to it. */
export interface CardSurroundings
  extends Pick<
    CardProps,
    'onClose' | 'closeButton' | 'role' | 'pinned' | 'onPin' | 'startsUnfolded' | 'onUnfold'
  > {
  /** Tells cards of one entry apart that were opened one after another. */
  readonly key: string;
}

type Shown =
  | { readonly is: 'loading' }
  | { readonly is: 'failed' }
  | { readonly is: 'gone' }
  | { readonly is: 'entry'; readonly answer: CardAnswer }
  | {
      readonly is: 'quieted';
      readonly answer: CardAnswer;
      readonly quieted: Quieted;
      readonly hasFailed: boolean;
    };

/** What one card shows: the mention's entry, entries that are opened inside it, and what was done about them. */
export class CardContent {
  readonly mention: Mention;
  #story: CardStory;
  #onChange: () => void;
  #shown: Shown = { is: 'loading' };
  /** The entries on the way to the one that is shown, the mention's own first. */
  #trail: readonly CardAnswer[] = [];
  /** Counts what was asked for, so that an answer that comes too late is dropped. */
  #asked = 0;

  /** `onChange` is called when the card is to be painted anew. */
  constructor(mention: Mention, story: CardStory, onChange: () => void) {
    this.mention = mention;
    this.#story = story;
    this.#onChange = onChange;
  }

  get isLoading(): boolean {
    return this.#shown.is === 'loading';
  }

  /** True once the reader has had the mention silenced: its card stays, so that this can be undone. */
  get outlivesMention(): boolean {
    return this.#shown.is === 'quieted';
  }

  /** Has the mention's own entry to show before it is asked for; `onChange` is not called. */
  prepare(answer: CardAnswer): void {
    this.#shown = { is: 'entry', answer };
  }

  /** Shows the mention's own entry; that it is being looked up only once `loadingAfterMs` have passed. */
  fill(loadingAfterMs: number): void {
    this.#ask(this.mention.entryId, loadingAfterMs);
  }

  markup(around: CardSurroundings) {
    const shown = this.#shown;
    const name = this.mention.why.alias;
    const onClose = around.closeButton ? around.onClose : null;
    switch (shown.is) {
      case 'loading':
        return <CardLoading name={name} onClose={onClose} />;
      case 'failed':
        return <CardFailed name={name} onClose={onClose} onRetry={() => this.#retry()} />;
      case 'gone':
        return <CardGone name={name} onClose={onClose} />;
      case 'quieted':
        return (
          <CardQuieted
            name={shown.answer.view.name}
            quieted={shown.quieted}
            hasFailed={shown.hasFailed}
            onUndo={() =>
              void (shown.hasFailed ? this.#quiet(shown.answer, shown.quieted) : this.#unquiet(shown))
            }
            onClose={around.onClose}
          />
        );
      case 'entry':
        return this.#entry(shown.answer, around);
    }
  }

  #entry(answer: CardAnswer, { key, ...around }: CardSurroundings) {
    const { view, map } = answer;
    const isOwn = this.#trail.length === 0;
    return (
      <Card
        {...around}
        key={`${key} ${this.#trail.length} ${view.id}`}
        view={view}
        map={map}
        sense={isOwn ? this.mention.sense : 'sure'}
        why={isOwn ? this.mention.why : null}
        storyDateOrigin={this.#story.date()}
        deeds={this.#deedsFor(answer, isOwn)}
        onOpenEntry={(id) => this.#openEntry(id, answer)}
        backTo={this.#trail.at(-1)?.view.name ?? null}
        onBack={() => this.#back()}
      />
    );
  }

  #deedsFor(answer: CardAnswer, isOwn: boolean): CardDeeds {
    const { alias } = this.mention.why;
    return {
      onKnow: () => void this.#quiet(answer, { deed: 'muted' }),
      onNotThis: isOwn ? (where) => void this.#quiet(answer, { deed: 'silenced', where, alias }) : null,
      onEdit: () => this.#story.editEntry(answer.view.id),
    };
  }

  #show(shown: Shown): void {
    const before = this.#shown;
    this.#shown = shown;
    // What was prepared and what was then asked for are mostly one answer.
    if (shown.is !== 'entry' || before.is !== 'entry' || shown.answer !== before.answer) this.#onChange();
  }

  #ask(id: string, loadingAfterMs: number): void {
    const asked = ++this.#asked;
    let isSettled = false;
    const settle = (shown: Shown) => {
      isSettled ||= shown.is !== 'loading';
      if (asked === this.#asked) this.#show(shown);
    };
    const patience = setTimeout(() => settle({ is: 'failed' }), PATIENCE_MS);
    this.#story.lookups
      .get(id, this.#story.date()?.day ?? null)
      .then(
        (answer) => settle(answer ? { is: 'entry', answer } : { is: 'gone' }),
        () => settle({ is: 'failed' }),
      )
      .finally(() => clearTimeout(patience));
    // Most cards are here sooner, and are painted once, without a "loading" or an empty sheet before them.
    setTimeout(() => !isSettled && settle({ is: 'loading' }), loadingAfterMs);
  }

  #retry(): void {
    this.#story.lookups.forget();
    this.#show({ is: 'loading' });
    this.#trail = [];
    this.fill(0);
  }

  #openEntry(id: string, from: CardAnswer): void {
    this.#trail = [...this.#trail, from];
    this.#ask(id, PATIENCE_MS);
  }

  #back(): void {
    const answer = this.#trail.at(-1);
    if (!answer) return;
    this.#asked += 1;
    this.#trail = this.#trail.slice(0, -1);
    this.#show({ is: 'entry', answer });
  }

  async #quiet(answer: CardAnswer, quieted: Quieted): Promise<void> {
    // Shown first: with the mark gone, the card would close before the way back is on it.
    this.#show({ is: 'quieted', answer, quieted, hasFailed: false });
    await this.#store(answer, quieted, true);
  }

  async #unquiet({ answer, quieted }: Extract<Shown, { is: 'quieted' }>): Promise<void> {
    if (await this.#store(answer, quieted, false)) this.#show({ is: 'entry', answer });
  }

  async #store(answer: CardAnswer, quieted: Quieted, on: boolean): Promise<boolean> {
    const { id } = answer.view;
    try {
      if (quieted.deed === 'muted') await setMuted(id, on);
      else {
        const site = quieted.where === 'here' ? this.#story.site : null;
        await setSilenced({ alias: quieted.alias, entryId: id, site }, on);
      }
      return true;
    } catch (error) {
      console.warn('Newsgloss could not store what you asked for:', error);
      this.#show({ is: 'quieted', answer, quieted, hasFailed: true });
      return false;
    }
  }
}
