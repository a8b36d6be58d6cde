import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import cardStyles from '../components/card/card.css?inline';
import { offerCard } from '../components/story/card-script';
import { StoryCard } from '../components/story/story-card';

/** The card, for the reader in this page. The background brings it once the story has names. */
export default defineUnlistedScript(() => {
  offerCard((options) => new StoryCard(options, cardStyles));
});
