import { render } from 'preact';
import cardStyles from '../../components/card/card.css?inline';
import popupStyles from '../../components/popup/popup.css?inline';
import { setInterfaceDirection } from './browser-stub';
import { SCENE_CONTENT } from './scenes';
import { GALLERY_STATES, type GalleryState } from './states';

/** Renders a state into an open shadow root, so that tests can look inside. */
function show(state: GalleryState, place: HTMLElement): void {
  setInterfaceDirection(state.dir);
  const host = document.createElement('div');
  place.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const sheet = document.createElement('style');
  sheet.textContent = `${state.scene.startsWith('card') ? cardStyles : popupStyles}
    .newsgloss { --unit: ${state.textScale}px; }`;
  const content = document.createElement('div');
  root.append(sheet, content);
  render(SCENE_CONTENT[state.scene](state.theme), content);
}

const wanted = new URL(location.href).searchParams.get('state');
const gallery = document.querySelector<HTMLElement>('#gallery');
if (!gallery) throw new Error('The gallery’s page has lost its place for pictures.');

const single = GALLERY_STATES.find((state) => state.name === wanted);
if (single) {
  document.title = single.name;
  document.documentElement.dataset.theme = single.theme;
  show(single, gallery);
} else {
  for (const state of GALLERY_STATES) {
    const figure = document.createElement('figure');
    figure.dataset.theme = state.theme;
    figure.style.maxWidth = `${state.width}px`;
    const link = document.createElement('a');
    link.href = `?state=${state.name}`;
    link.textContent = state.name;
    figure.append(link);
    gallery.append(figure);
    show(state, figure);
  }
}
