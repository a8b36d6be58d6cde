import { followSetting } from '../../lib/settings/follow';
import { THEME } from '../../lib/settings/table';

/** Has a page of ours in the colours that the user has chosen, from now on. */
export function followThemeIn(document: Document): Promise<() => void> {
  return followSetting(THEME, (theme) => {
    document.documentElement.dataset.theme = theme;
  });
}
