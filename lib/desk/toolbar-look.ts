import type { PageState, StoryReport } from '../messaging/protocol';
import { countedMessage, message } from '../platform/i18n';

/** The drawings of the icon, each in `public/icon` by its name. */
export type ToolbarIcon = 'on' | 'off' | 'nothing' | 'trouble';

/** How the toolbar shows a page. */
export interface ToolbarLook {
  readonly icon: ToolbarIcon;
  /** Empty for none. */
  readonly badge: string;
  /** What the icon says of itself to whoever points at it, and to screen readers. */
  readonly title: string;
}

/** How a page is shown; `hasBadge`: whether the user wants the number of its names. */
export function toolbarLook(page: PageState, hasBadge: boolean): ToolbarLook {
  switch (page.state) {
    case 'off':
      return { icon: 'off', badge: '', title: message('toolbarOff') };
    case 'failed':
      return { icon: 'trouble', badge: '', title: message('toolbarTrouble') };
    case 'not-a-story':
      return { icon: 'nothing', badge: '', title: message('toolbarNothing') };
    case 'read': {
      const { count } = page;
      if (count === 0) return { icon: 'nothing', badge: '', title: message('toolbarNothing') };
      const title = countedMessage(count, 'toolbarNames');
      return { icon: 'on', badge: hasBadge ? String(count) : '', title };
    }
  }
}

/** The state that a page's report tells; null while it is being read. */
export function stateOfReport(report: StoryReport): PageState | null {
  if (report.state === 'reading') return null;
  return report.state === 'read' ? { state: 'read', count: report.names.length } : { state: report.state };
}
