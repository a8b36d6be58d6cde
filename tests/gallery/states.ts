/**
 * The states of card, popup, settings and glossary page that the gallery shows, each at `?state=NAME`, where NAME
 * is a scene and a way to see it: `card-group-dark`.
 */
import type { MessageKey } from '../../lib/platform/i18n';
import type { InterfaceLocale } from './browser-stub';

/** How a scene is looked at. */
interface Look {
  readonly theme: 'light' | 'dark';
  /** Inner width of the window, CSS px. */
  readonly width: number;
  /** Text size as a share of the usual one. */
  readonly textScale: number;
  readonly language: InterfaceLocale;
  /** Direction of the interface; null for its language's own. */
  readonly dir: 'ltr' | 'rtl' | null;
  /** The system's few high-contrast colours in place of ours; a driver has to emulate them. */
  readonly forcedColors: boolean;
}

export type Theme = Look['theme'];

const USUAL: Look = {
  theme: 'light',
  width: 480,
  textScale: 1,
  language: 'en',
  dir: null,
  forcedColors: false,
};

const LOOKS = {
  light: USUAL,
  dark: { ...USUAL, theme: 'dark' },
  narrow: { ...USUAL, width: 320 },
  wide: { ...USUAL, width: 1280 },
  'large-text': { ...USUAL, textScale: 2 },
  rtl: { ...USUAL, dir: 'rtl' },
  german: { ...USUAL, language: 'de' },
  french: { ...USUAL, language: 'fr' },
  spanish: { ...USUAL, language: 'es' },
  arabic: { ...USUAL, language: 'ar' },
  'forced-colours': { ...USUAL, theme: 'dark', forcedColors: true },
} as const satisfies Readonly<Record<string, Look>>;

type LookName = keyof typeof LOOKS;

/** What a reader does to come to a state that needs it: presses a control by its words, or goes to one by Tab. */
type Act = { readonly press: MessageKey } | { readonly focus: string };

interface SceneOptions {
  readonly looks: readonly LookName[];
  readonly acts: readonly Act[];
  /** Whether the page lets scripts write to the clipboard. */
  readonly canCopy: boolean;
  /** Keeps the card's usual height, with what is below scrolled out of sight; else all of it shows. */
  readonly isCut: boolean;
}

const scene = (looks: readonly LookName[], more: Partial<SceneOptions> = {}): SceneOptions => ({
  looks,
  acts: [],
  canCopy: true,
  isCut: false,
  ...more,
});

const THEMES: readonly LookName[] = ['light', 'dark'];
const EVERY: readonly LookName[] = ['light', 'dark', 'narrow', 'large-text', 'rtl', 'forced-colours'];
/** The interface's other languages. */
const LANGUAGES: readonly LookName[] = ['german', 'french', 'spanish', 'arabic'];
/** Pages of our own have parts that stand beside one another where there is room. */
const EVERY_PAGE: readonly LookName[] = [...EVERY, 'wide'];
/** Most states of the popup are seen in the width that it asks for. */
const EVERY_WIDE: readonly LookName[] = EVERY.filter((look) => look !== 'narrow');

export const SCENES = {
  // What a card says of an entry.
  'card-group': scene(EVERY),
  'card-group-full': scene([...EVERY, ...LANGUAGES]),
  'card-group-scrolled': scene(THEMES, { isCut: true }),
  'card-person': scene(THEMES),
  'card-person-full': scene(THEMES),
  'card-person-left': scene(THEMES),
  'card-place': scene(THEMES),
  'card-place-full': scene(EVERY),
  'card-place-disputed-full': scene(THEMES),
  'card-nothing-since': scene(THEMES),
  'card-no-date': scene(THEMES),
  'card-no-date-full': scene(THEMES),
  'card-date-of-address-full': scene(THEMES),
  'card-date-of-change-full': scene(THEMES),
  'card-possible': scene(THEMES),
  'card-possible-full': scene(THEMES),
  'card-shared': scene(EVERY),
  'card-shared-changed-full': scene(THEMES),
  'card-stale': scene(THEMES),
  'card-stale-full': scene(THEMES),
  'card-disclosed-full': scene(THEMES),
  'card-bare': scene(THEMES),
  'card-bare-full': scene(THEMES),
  'card-long-names': scene(EVERY),
  'card-long-names-full': scene(EVERY),
  'card-arabic': scene(['rtl']),
  'card-arabic-full': scene(['light', 'rtl']),
  // What a reader does with it.
  'card-timeline-fact': scene(EVERY, { acts: [{ focus: '.mark.since' }] }),
  'card-timeline-story': scene(THEMES, { acts: [{ focus: '.mark.story' }] }),
  'card-focus-inside': scene(EVERY, { acts: [{ focus: '.foot button' }] }),
  'card-closable': scene(EVERY),
  'card-pinned': scene(EVERY),
  'card-pinned-full': scene(THEMES),
  'card-nested': scene(THEMES),
  'card-nested-full': scene(EVERY),
  'card-why-full': scene(THEMES, { acts: [{ press: 'cardWhy' }] }),
  'card-choosing-where': scene(EVERY, { acts: [{ press: 'cardNotThis' }] }),
  'card-copied': scene(THEMES, { acts: [{ press: 'cardCopy' }] }),
  'card-copy-refused': scene(THEMES, { acts: [{ press: 'cardCopy' }], canCopy: false }),
  'card-report': scene(EVERY, { acts: [{ press: 'cardReport' }] }),
  'card-report-copied': scene(THEMES, { acts: [{ press: 'cardReport' }, { press: 'cardCopy' }] }),
  // What stands in its place.
  'card-muted': scene(EVERY),
  'card-silenced': scene(EVERY),
  'card-silenced-everywhere': scene(THEMES),
  'card-not-stored': scene(THEMES),
  'card-loading': scene(THEMES),
  'card-loading-closable': scene(THEMES),
  'card-failed': scene(EVERY),
  'card-failed-closable': scene(THEMES),
  'card-gone': scene(THEMES),
  'card-gone-closable': scene(THEMES),

  'popup-read': scene([...EVERY_WIDE, ...LANGUAGES]),
  'popup-many': scene(THEMES),
  'popup-narrow': scene(['narrow']),
  'popup-filtered': scene(THEMES),
  'popup-filtered-out': scene(THEMES),
  'popup-expanded': scene(THEMES),
  'popup-unknown': scene(EVERY_WIDE),
  'popup-added': scene(THEMES),
  'popup-paused': scene(THEMES),
  'popup-no-access': scene(EVERY_WIDE),
  'popup-always': scene(THEMES),
  'popup-one': scene(THEMES),
  'popup-no-date': scene(THEMES),
  'popup-no-shortcuts': scene(THEMES),
  'popup-reading': scene(THEMES),
  'popup-no-names': scene(THEMES),
  'popup-not-story': scene(EVERY_WIDE),
  'popup-off-here': scene(THEMES),
  'popup-off-everywhere': scene(EVERY_WIDE),
  'popup-browser-page': scene(THEMES),
  'popup-store-page': scene(THEMES),
  'popup-not-web': scene(THEMES),
  'popup-no-answer': scene(THEMES),
  'popup-failed': scene(THEMES),
  'popup-focus-inside': scene(EVERY_WIDE, { acts: [{ focus: '.switch' }] }),
  'popup-settings': scene([...EVERY, ...LANGUAGES], { acts: [{ press: 'popupSettings' }] }),
  'popup-settings-chosen': scene(THEMES, { acts: [{ press: 'popupSettings' }] }),
  'popup-settings-locked': scene(THEMES, { acts: [{ press: 'popupSettings' }] }),
  'popup-settings-many': scene(THEMES, { acts: [{ press: 'popupSettings' }] }),

  'settings-first': scene(EVERY),
  'settings-lived-in': scene(EVERY),
  'settings-locked': scene(THEMES),
  'settings-repaired': scene(THEMES),
  'settings-sync-offer': scene(THEMES),
  'settings-sync-full': scene(THEMES),

  'glossary-loading': scene(THEMES),
  'glossary-empty': scene(THEMES),
  'glossary-list': scene(EVERY_PAGE),
  'glossary-edit': scene([...EVERY_PAGE, ...LANGUAGES]),
  'glossary-own': scene(THEMES),
  'glossary-new': scene(THEMES),
  'glossary-faulty': scene(EVERY),
  'glossary-conflict': scene(EVERY),
  'glossary-clash': scene(THEMES),
  'glossary-tried': scene(THEMES),
  'glossary-not-saved': scene(THEMES),
  'glossary-recovered': scene(THEMES),
  'glossary-help': scene(EVERY),
  'glossary-file': scene(THEMES),
  'glossary-shared': scene([...EVERY_PAGE, ...LANGUAGES]),
  'glossary-shared-none': scene(THEMES),
  'glossary-shared-remembered': scene(EVERY),
  'glossary-shared-confirm': scene([...EVERY, ...LANGUAGES]),
  'glossary-shared-asking': scene(THEMES),
  'glossary-shared-failed': scene(THEMES),
  'glossary-shared-offer': scene(EVERY, { acts: [{ press: 'sharedWhole' }] }),
  'glossary-shared-update': scene([...EVERY_PAGE, 'arabic']),
  'glossary-shared-entry': scene(['light', 'wide']),
  'glossary-snapshots': scene(EVERY),
  'glossary-full-disk': scene(THEMES),
  'glossary-unavailable': scene(THEMES),
  'glossary-blocked': scene(THEMES),
  'glossary-newer': scene(THEMES),
  'glossary-damaged': scene(THEMES),
  'glossary-failed': scene(THEMES),
  'glossary-faults': scene(THEMES),
} as const satisfies Readonly<Record<string, SceneOptions>>;

export type Scene = keyof typeof SCENES;

export interface GalleryState extends Look, SceneOptions {
  /** For the address: `?state=card-group-dark`. */
  readonly name: string;
  readonly scene: Scene;
}

/** Width of the window for the popup at any size of its text, CSS px: mostly browsers give it what it asks for. */
const POPUP_WINDOW = 400;

function widthFor(name: Scene, look: Look): number {
  const isGiven = name.startsWith('popup') && look.width >= POPUP_WINDOW;
  return isGiven ? POPUP_WINDOW * look.textScale : look.width;
}

export const GALLERY_STATES: readonly GalleryState[] = (Object.keys(SCENES) as Scene[]).flatMap((name) => {
  const options: SceneOptions = SCENES[name];
  return options.looks.map((lookName) => {
    const look: Look = LOOKS[lookName];
    return { name: `${name}-${lookName}`, scene: name, ...options, ...look, width: widthFor(name, look) };
  });
});

/** A state by its name. Throws where there is none. */
export function galleryState(name: string): GalleryState {
  const found = GALLERY_STATES.find((state) => state.name === name);
  if (!found) throw new Error(`The gallery has no state ${name}`);
  return found;
}
