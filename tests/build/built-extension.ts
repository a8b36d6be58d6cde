import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Target = 'chrome' | 'firefox';

/** Folder of the unpacked extension that `npm run build` made. */
export function builtFolder(target: Target): string {
  return fileURLToPath(new URL(`../../.output/${target}-mv3`, import.meta.url));
}

/** The manifest as built, of which tests read what they ask for. */
export interface Manifest {
  readonly manifest_version: number;
  readonly permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly content_scripts?: readonly {
    readonly js?: readonly string[];
    readonly css?: readonly string[];
    readonly matches: readonly string[];
    readonly all_frames?: boolean;
  }[];
  readonly background?: { readonly service_worker?: string; readonly scripts?: readonly string[] };
  readonly web_accessible_resources?: unknown;
  readonly externally_connectable?: unknown;
  readonly content_security_policy?: { readonly extension_pages?: string };
  readonly minimum_chrome_version?: string;
  readonly browser_specific_settings?: {
    readonly gecko?: {
      readonly strict_min_version?: string;
      readonly data_collection_permissions?: { readonly required?: readonly string[] };
    };
  };
}

export function readManifest(target: Target): Manifest {
  return JSON.parse(readFileSync(`${builtFolder(target)}/manifest.json`, 'utf8')) as Manifest;
}
