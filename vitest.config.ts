import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        // The polyfill throws outside an extension; the fake keeps storage and listeners in memory.
        resolve: {
          alias: {
            'webextension-polyfill': new URL('tests/unit/fake-extension.ts', import.meta.url).pathname,
          },
        },
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/unit/make-what-is-kept.ts'],
          // Several run the command line on the whole glossary; a busy machine takes its time.
          testTimeout: 90_000,
        },
      },
      {
        extends: true,
        // What `npm run build` has made: manifests and sizes.
        test: { name: 'build', include: ['tests/build/**/*.test.ts'], sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // Two browsers at once are what a machine with two cores bears.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          hookTimeout: 90_000,
          // A browser on a busy machine misses a moment now and then; what had to be tried again is printed.
          retry: 2,
        },
      },
    ],
  },
});
