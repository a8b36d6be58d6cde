import { render as renderComponent } from 'svelte/server';
import App from './App.svelte';

/** The markup of a page's root. */
export const render = (shape) => renderComponent(App, { props: { shape } }).body;
