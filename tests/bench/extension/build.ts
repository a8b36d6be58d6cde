/** Builds the bench's own extension into a folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Entry } from '../../../lib/glossary/schema';
import { MARK_STYLES } from '../../../lib/page/marks';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

const MANIFEST = {
  manifest_version: 3,
  name: 'Newsgloss bench',
  version: '1',
  host_permissions: ['http://*/*'],
  permissions: ['storage', 'unlimitedStorage'],
  background: { service_worker: 'background.js' },
  content_scripts: [
    { matches: ['http://*/*'], js: ['content.js'], css: ['marks.css'], run_at: 'document_idle' },
  ],
};

/** Spans look as marks do, so that both have the same to paint. */
const SPAN_STYLES = `.newsgloss-bench-mark { text-decoration: underline dotted 1.5px; text-underline-offset: 0.22em;
text-decoration-color: color-mix(in srgb, currentColor 55%, transparent); }`;

/**
 * @param entries what its background's glossary holds.
 * @param names what the peers in the page look for.
 */
export async function buildBenchExtension(
  folder: string,
  entries: readonly Entry[],
  names: readonly string[],
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const script of ['content', 'background']) {
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      define: { BENCH_NAMES: JSON.stringify(names) },
      build: {
        target: 'chrome128',
        outDir: folder,
        emptyOutDir: false,
        lib: {
          entry: here(`${script}.ts`),
          formats: ['iife'],
          name: 'bench',
          fileName: () => `${script}.js`,
        },
      },
    });
  }
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  write('manifest.json', JSON.stringify(MANIFEST));
  write('marks.css', `${MARK_STYLES}\n${SPAN_STYLES}`);
  write('entries.json', JSON.stringify(entries));
}

/** An extension whose content script does nothing: what any extension that reads pages costs. */
export function writeEmptyExtension(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    content_scripts: [{ matches: ['http://*/*'], js: ['content.js'], run_at: 'document_idle' }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'content.js'), '');
}
