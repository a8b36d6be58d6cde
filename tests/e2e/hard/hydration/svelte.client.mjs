import { hydrate } from 'svelte';
import App from './App.svelte';

globalThis.bringToLife = (shape) =>
  hydrate(App, {
    target: shape === 'whole' ? document.body : document.getElementById('root'),
    props: { shape },
  });
