import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtFolder, readManifest } from './built-extension';

const STORY_PAGES = ['http://*/*', 'https://*/*'];

describe.each(['chrome', 'firefox'] as const)('the manifest for %s', (target) => {
  const manifest = readManifest(target);

  it('is of version 3', () => {
    expect(manifest.manifest_version).toBe(3);
  });

  it('asks for the permissions that the README gives reasons for, and no others', () => {
    expect([...(manifest.permissions ?? [])].sort()).toEqual([
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      'unlimitedStorage',
    ]);
    expect(manifest.host_permissions).toEqual(STORY_PAGES);
    expect(manifest.optional_permissions).toBeUndefined();
    expect(manifest.optional_host_permissions).toBeUndefined();
  });

  it('lets no page load or call anything of the extension', () => {
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
  });

  it('allows its own pages no code from elsewhere', () => {
    // Absent means the browser's default for version 3: scripts of the extension alone.
    expect(manifest.content_security_policy?.extension_pages ?? "script-src 'self'").not.toMatch(
      /unsafe|https?:/,
    );
  });

  it('declares one content script, the gate, for web pages’ top frames', () => {
    expect(manifest.content_scripts).toHaveLength(1);
    const [gate] = manifest.content_scripts ?? [];
    expect(gate?.js).toEqual(['gate.js']);
    expect(gate?.matches).toEqual(STORY_PAGES);
    expect(gate?.all_frames ?? false).toBe(false);
  });

  it('brings the reader, which the gate asks for', () => {
    expect(existsSync(`${builtFolder(target)}/reader.js`)).toBe(true);
  });
});

describe('the manifest', () => {
  it('names the oldest Chromium that has what is used', () => {
    expect(Number(readManifest('chrome').minimum_chrome_version)).toBeGreaterThanOrEqual(128);
  });

  it('tells Firefox that no data are collected, and which version knows that key', () => {
    const gecko = readManifest('firefox').browser_specific_settings?.gecko;
    expect(gecko?.data_collection_permissions).toEqual({ required: ['none'] });
    expect(Number.parseInt(gecko?.strict_min_version ?? '0', 10)).toBeGreaterThanOrEqual(142);
  });
});
