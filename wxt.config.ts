import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { commonWordsFile } from './lib/glossary/audit/common-words';
import { licencesFile } from './lib/packaging/licences';
import { mapFiles } from './lib/packaging/map-files';
import { glossaryFiles, glossaryFingerprint } from './lib/packaging/packed-glossary';
import { STORY_PAGES } from './lib/page/story-pages';

/** The scripts that run in pages. */
const IN_PAGES = new Set(['gate', 'reader', 'card']);
const PAGE_BROWSER = fileURLToPath(new URL('./lib/platform/page-browser.ts', import.meta.url));

const shortcut = (description: string, key: string) => ({
  description: `__MSG_${description}__`,
  suggested_key: { default: `Alt+${key}`, mac: `MacCtrl+${key}` },
});

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  outDir: '.output',
  // Entrypoints import what they use; the public folder holds the glossary, icons and messages.
  publicDir: 'public',
  hooks: {
    // The maps are drawn, and the glossary's index is built, when the extension is; the background reads both.
    // The common words are for the page where the glossary is edited.
    'build:publicAssets': (_wxt, files) => {
      files.push(...mapFiles(), ...glossaryFiles(), commonWordsFile(), licencesFile());
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.every(({ name }) => IN_PAGES.has(name))) return;
      const resolveId = (id: string) => (id === 'webextension-polyfill' ? PAGE_BROWSER : null);
      config.plugins = [...(config.plugins ?? []), { name: 'page-browser', enforce: 'pre', resolveId }];
    },
  },
  vite: () => ({
    build: { target: ['chrome128', 'firefox142'], sourcemap: false },
    define: { 'import.meta.env.NEWSGLOSS_FINGERPRINT': JSON.stringify(glossaryFingerprint()) },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // The user's own entries are no cache: unlimitedStorage keeps the browser from clearing them when
    // the disk runs low. (navigator.storage.persist() would ask, and may be refused.)
    // activeTab: the address of a page that the user does not let us read, once she opens the popup on it.
    // alarms: shared glossaries are asked for updates. Their hosts are among those of stories, and where the
    // user has narrowed these, the one host is asked for when she confirms a glossary.
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'alarms', 'contextMenus'],
    host_permissions: STORY_PAGES,
    content_scripts: [{ matches: STORY_PAGES, js: ['gate.js'], run_at: 'document_idle' }],
    // Keys that no browser uses; on a Mac, Option with them types a letter of many languages.
    commands: {
      'next-mention': shortcut('commandNext', 'Period'),
      'previous-mention': shortcut('commandPrevious', 'Comma'),
      'open-card': shortcut('commandOpenCard', 'I'),
    },
    action: {
      default_title: '__MSG_extensionName__',
      default_icon: { 16: 'icon/nothing-16.png', 32: 'icon/nothing-32.png' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'newsgloss@newsgloss.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          // caretPositionFromPoint, by which the mention under the pointer is found, came with 128.
          minimum_chrome_version: '128',
          // What an administrator may set; Firefox takes it without a schema. See docs/deployment.md.
          storage: { managed_schema: 'managed-schema.json' },
        }),
  }),
});
