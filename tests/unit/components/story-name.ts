import type { StoryName } from '../../../lib/page/story-reading';

/** A name of a story, as plain as can be but for `more`. */
export function storyName(id: string, more: Partial<StoryName> = {}): StoryName {
  const mention = {
    block: 0,
    start: 0,
    end: id.length,
    entryId: id,
    sense: more.sense ?? 'sure',
    why: { alias: more.name ?? id, rule: 'alias', evidence: [] },
  } as const;
  return {
    id,
    name: id,
    kind: 'term',
    familiarity: 'regular',
    summary: null,
    count: 1,
    sense: 'sure',
    inHeadline: false,
    forms: [mention.why.alias],
    mention,
    ...more,
  };
}
