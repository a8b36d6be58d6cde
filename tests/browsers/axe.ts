import axeCore from 'axe-core';
import type { StoryPage } from './driver';

/** What axe leaves in the page it was injected into, as far as it is used here. */
interface Axe {
  run(
    context: Document,
    options: { resultTypes: string[] },
  ): Promise<{
    violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
  }>;
}

/** What axe finds wrong with a page and its open shadow roots, one line a node; it cannot see into closed ones. */
export async function axeFaults(page: Pick<StoryPage, 'inject' | 'run'>): Promise<string[]> {
  await page.inject(axeCore.source);
  // A card that is still fading in has no contrast yet. Endless animations have no end to go to.
  await page.run(() => {
    for (const element of document.querySelectorAll('*')) {
      for (const animation of element.shadowRoot?.getAnimations() ?? []) {
        if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
      }
    }
  });
  return page.run(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id} (${help}): ${node.target.join(' ')}: ${node.failureSummary}`),
    );
  });
}
