/** How the card's script hands the card to the reader: in the extension's own world, which the page cannot see. */
import type { MakeCard } from './card-on-demand';

const world: typeof globalThis & { newsglossMakeCard?: MakeCard } = globalThis;

/** For the card's script: here it is. */
export function offerCard(make: MakeCard): void {
  world.newsglossMakeCard = make;
}

/** For the reader, once the script has run. Throws where it has not. */
export function offeredCard(): MakeCard {
  if (!world.newsglossMakeCard) throw new Error('the card’s script has not run');
  return world.newsglossMakeCard;
}
