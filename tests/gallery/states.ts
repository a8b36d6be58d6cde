/** The states of card and popup that the gallery shows, each at `?state=NAME` in light and dark. */

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

interface SceneOptions {
  /** Window width that the scene is meant for, CSS px. */
  readonly width: number;
  /** Text size as a share of the usual one. */
  readonly textScale: number;
  readonly dir: 'ltr' | 'rtl';
}

const USUAL: SceneOptions = { width: 480, textScale: 1, dir: 'ltr' };

export const SCENES = {
  'card-group': USUAL,
  'card-group-full': USUAL,
  'card-person': USUAL,
  'card-person-full': USUAL,
  'card-person-left': USUAL,
  'card-place': USUAL,
  'card-place-full': USUAL,
  'card-place-disputed-full': USUAL,
  'card-place-narrow-full': { ...USUAL, width: 320 },
  'card-no-date': USUAL,
  'card-possible-full': USUAL,
  'card-stale-full': USUAL,
  'card-disclosed-full': USUAL,
  'card-bare': USUAL,
  'card-long-names': USUAL,
  'card-long-names-full': USUAL,
  'card-narrow': { ...USUAL, width: 320 },
  'card-narrow-full': { ...USUAL, width: 320 },
  'card-large-text': { ...USUAL, textScale: 2 },
  'card-large-text-full': { ...USUAL, textScale: 2 },
  'card-rtl-full': { ...USUAL, dir: 'rtl' },
  'card-nested-full': USUAL,
  'card-pinned': USUAL,
  'card-report': USUAL,
  'card-muted': USUAL,
  'card-silenced': USUAL,
  'card-not-stored': USUAL,
  'card-loading': USUAL,
  'card-failed': USUAL,
  'card-gone': USUAL,
  'popup-read': USUAL,
  'popup-many': USUAL,
  'popup-narrow': { ...USUAL, width: 320 },
  'popup-filtered': USUAL,
  'popup-filtered-out': USUAL,
  'popup-expanded': USUAL,
  'popup-unknown': USUAL,
  'popup-added': USUAL,
  'popup-paused': USUAL,
  'popup-no-access': USUAL,
  'popup-always': USUAL,
  'popup-one': USUAL,
  'popup-reading': USUAL,
  'popup-no-names': USUAL,
  'popup-not-story': USUAL,
  'popup-off-here': USUAL,
  'popup-off-everywhere': USUAL,
  'popup-browser-page': USUAL,
  'popup-store-page': USUAL,
  'popup-not-web': USUAL,
  'popup-no-answer': USUAL,
  'popup-failed': USUAL,
  'popup-marks': USUAL,
  'popup-large-text': { ...USUAL, textScale: 2 },
  'popup-rtl': { ...USUAL, dir: 'rtl' },
} as const satisfies Readonly<Record<string, SceneOptions>>;

export type Scene = keyof typeof SCENES;

export interface GalleryState extends SceneOptions {
  /** For the address: `?state=card-group-dark`. */
  readonly name: string;
  readonly scene: Scene;
  readonly theme: Theme;
}

export const GALLERY_STATES: readonly GalleryState[] = (Object.keys(SCENES) as Scene[]).flatMap((scene) =>
  THEMES.map((theme) => ({ name: `${scene}-${theme}`, scene, theme, ...SCENES[scene] })),
);
