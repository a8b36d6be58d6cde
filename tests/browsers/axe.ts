import axeCore from 'axe-core';
import type { StoryPage } from './driver';

/** What axe leaves in the page it was injected into, as far as it is used here. */
interface Axe {
  run(
    context: Document,
    options: { resultTypes: string[]; runOnly?: readonly string[] },
  ): Promise<{
    violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
  }>;
}

/** Axe's rules whose answer depends on colours, sizes and room; all others say the same in every look of one markup. */
export const RULES_OF_LOOKS = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
] as const;

/**
 * What axe finds wrong with a page and its open shadow roots, one line a node; it cannot see into closed ones.
 *
 * @param rules those to go by; all that axe has where none are named.
 */
export async function axeFaults(
  page: Pick<StoryPage, 'inject' | 'run'>,
  rules: readonly string[] = [],
): Promise<string[]> {
  // Half a megabyte, which a page that stays has to read but once.
  if (!(await page.run(() => 'axe' in globalThis))) await page.inject(axeCore.source);
  // A card that is still fading in has no contrast yet. Endless animations have no end to go to.
  await page.run(() => {
    for (const element of document.querySelectorAll('*')) {
      for (const animation of element.shadowRoot?.getAnimations() ?? []) {
        if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
      }
    }
  });
  return page.run(async (rules) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const options = { resultTypes: ['violations'], ...(rules.length > 0 && { runOnly: rules }) };
    const { violations } = await axe.run(document, options);
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id} (${help}): ${node.target.join(' ')}: ${node.failureSummary}`),
    );
  }, rules);
}
