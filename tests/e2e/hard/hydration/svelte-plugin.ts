import { compile } from 'svelte/compiler';
import type { Plugin } from 'vite';

/** Compiles components of Svelte, for a server or a page. */
export function sveltePlugin(generate: 'server' | 'client'): Plugin {
  return {
    name: 'svelte-components',
    transform(source, id) {
      if (!id.endsWith('.svelte')) return null;
      // Only in the page a developer's build has something to complain of.
      return compile(source, { filename: id, generate, dev: generate === 'client' }).js;
    },
  };
}
