import { browser } from './browser';

/** Sizes in which the icon is drawn, px: of toolbars, and of those on finer screens. */
const SIZES = [16, 32] as const;

/** A quiet grey on which white can be read, in light and dark toolbars. */
const BADGE_COLOR = '#5c5850';

export function setBadgeColors(): void {
  void browser.action.setBadgeBackgroundColor({ color: BADGE_COLOR });
  void browser.action.setBadgeTextColor({ color: '#ffffff' });
}

/**
 * Sets icon, badge and title for a tab, or (null) for all tabs for which none was set. A tab that is gone
 * is passed over; one that goes to another page loses them.
 */
export async function setToolbar(
  tabId: number | null,
  { icon, badge, title }: { readonly icon: string; readonly badge: string; readonly title: string },
): Promise<void> {
  const about = tabId === null ? {} : { tabId };
  const path = Object.fromEntries(SIZES.map((size) => [size, `/icon/${icon}-${size}.png`]));
  await Promise.allSettled([
    browser.action.setIcon({ ...about, path }),
    browser.action.setBadgeText({ ...about, text: badge }),
    browser.action.setTitle({ ...about, title }),
  ]);
}

/** Does something for each tab that there is. */
export async function forEachTab(work: (tabId: number) => Promise<void>): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.map(({ id }) => (id === undefined ? null : work(id))));
}
