/** Scripts of test pages, bundled from packages as a newspaper's own build would. */
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Bundles a module of this folder, with all that it imports, into one script for a page, or into one module
 * for Node. As a developer's build, which warns of everything that a framework has to complain of.
 */
export async function bundle(
  entry: string,
  {
    isForNode = false,
    isModule = isForNode,
    plugins = [],
  }: { readonly isForNode?: boolean; readonly isModule?: boolean; readonly plugins?: Plugin[] } = {},
): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    root: here('.'),
    plugins,
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    resolve: { conditions: isForNode ? ['node', 'development'] : ['browser', 'development'] },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      cssCodeSplit: false,
      lib: { entry: here(entry), formats: [isModule ? 'es' : 'iife'], name: 'page', fileName: 'page' },
      ...(isForNode && { ssr: true, rollupOptions: { output: { codeSplitting: false } } }),
    },
    ...(isForNode && { ssr: { noExternal: true } }),
  })) as Rolldown.RolldownOutput | Rolldown.RolldownOutput[];
  const output = [built].flat().flatMap((part) => part.output);
  const script = output.find((part) => part.type === 'chunk');
  if (!script) throw new Error(`Nothing came of ${entry}`);
  return script.code;
}

/** Imports a module that {@link bundle} has made for Node. */
export async function importBundled<Exports>(code: string): Promise<Exports> {
  // Whoever asks says what it exports.
  return (await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)) as Exports;
}
