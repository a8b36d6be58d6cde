/** Match patterns of the pages that may hold a story: stories are everywhere on the web, and only there. */
export const STORY_PAGES = ['http://*/*', 'https://*/*'];
