import { useEffect, useState } from 'preact/hooks';
import type { Warning } from '../../lib/editing/warnings';
import type { Entry } from '../../lib/glossary/schema';

/** Quiet before what is doubtful is looked for, ms. */
const WARN_AFTER_MS = 250;

/** The warnings of what is written, some time after the last key; none of null. `look` finds them. */
export function useWarnings(
  entry: Entry | null,
  look: (entry: Entry) => readonly Warning[],
): readonly Warning[] {
  const [warnings, setWarnings] = useState<readonly Warning[]>([]);
  const key = entry ? JSON.stringify(entry) : '';
  useEffect(() => {
    if (!entry) return setWarnings([]);
    const timer = setTimeout(() => setWarnings(look(entry)), WARN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return warnings;
}
