import { render } from 'preact';
import cardStyles from '../../components/card/card.css?inline';
import editorStyles from '../../components/editor/editor.css?inline';
import popupStyles from '../../components/popup/popup.css?inline';
import settingsStyles from '../../components/settings/settings.css?inline';
import { message } from '../../lib/platform/i18n';
import { setInterface } from './browser-stub';
import { SCENE_CONTENT } from './scenes';
import { GALLERY_STATES, type GalleryState, galleryState } from './states';

/** The fonts that the test set-up installs: pictures of one machine are then like those of another. */
const FONTS = '--serif: "Noto Serif", serif; --sans: "Noto Sans", sans-serif;';

const STYLES = { card: cardStyles, popup: popupStyles, settings: settingsStyles, glossary: editorStyles };

function stylesOf({ scene, textScale, isCut }: GalleryState): string {
  const part =
    (['card', 'popup', 'settings', 'glossary'] as const).find((one) => scene.startsWith(one)) ?? 'card';
  return `${STYLES[part]}
    .newsgloss { --unit: ${textScale}px; ${FONTS} }
    .editor { --page-height: 900px; }
    .editor, .settings-page { background: var(--paper); }
    /* Pictures are of the whole page, which is longer than the window. */
    .settings-page .said { position: static; }
    ${isCut ? '' : '.card { max-block-size: none; }'}`;
}

/** The page paints what was asked of it, and components answer, within two frames. */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

function controlNamed(root: ShadowRoot, words: string): HTMLElement {
  for (const control of root.querySelectorAll<HTMLElement>('button, summary')) {
    if (control.textContent?.trim() === words) return control;
  }
  throw new Error(`Nothing here can be pressed that says “${words}”.`);
}

/** Presses and focuses as the state says; `canFocus` is false where many states share the page's one focus. */
async function perform({ acts, canCopy }: GalleryState, root: ShadowRoot, canFocus: boolean): Promise<void> {
  const writeText = () => (canCopy ? Promise.resolve() : Promise.reject(new Error('refused')));
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  for (const act of acts) {
    if ('press' in act) controlNamed(root, message(act.press)).click();
    // Marks of the timeline are SVG, which has a focus of its own.
    else if (canFocus) root.querySelector<HTMLElement | SVGElement>(act.focus)?.focus();
    await painted();
  }
}

/** Renders a state into an open shadow root, so that tests can look inside. */
async function show(state: GalleryState, place: HTMLElement, canFocus: boolean): Promise<void> {
  setInterface(state.language, state.dir);
  const host = document.createElement('div');
  // The page takes the width that it is given, where card and popup have their own.
  if (state.scene.startsWith('glossary')) host.style.inlineSize = '100%';
  place.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const sheet = document.createElement('style');
  sheet.textContent = stylesOf(state);
  const content = document.createElement('div');
  root.append(sheet, content);
  render(SCENE_CONTENT[state.scene](state.theme), content);
  await perform(state, root, canFocus);
}

const gallery = document.querySelector<HTMLElement>('#gallery');
if (!gallery) throw new Error('The gallery’s page has lost its place for pictures.');

async function showAlone(state: GalleryState, place: HTMLElement): Promise<void> {
  place.replaceChildren();
  document.title = state.name;
  document.documentElement.dataset.theme = state.theme;
  await show(state, place, true);
  await painted();
}

/** Lets a driver go from state to state without loading the page anew. */
Object.assign(globalThis, { showState: (name: string) => showAlone(galleryState(name), gallery) });

const wanted = new URL(location.href).searchParams.get('state');
if (wanted !== null) {
  // A driver names the states itself.
  if (wanted !== '') await showAlone(galleryState(wanted), gallery);
} else {
  for (const state of GALLERY_STATES) {
    const figure = document.createElement('figure');
    figure.dataset.theme = state.theme;
    figure.style.maxWidth = `${state.width}px`;
    if (state.scene.startsWith('glossary')) figure.style.inlineSize = '100%';
    const link = document.createElement('a');
    link.href = `?state=${state.name}`;
    link.textContent = state.name;
    figure.append(link);
    gallery.append(figure);
    await show(state, figure, false);
  }
}
