import { useEffect, useState } from 'preact/hooks';
import { followStored } from '../../lib/settings/follow';
import type { SettingValues } from '../../lib/settings/values';

/** All that is stored locally, as it is now; null before it is known. */
export function useStored(): SettingValues | null {
  const [values, setValues] = useState<SettingValues | null>(null);
  useEffect(() => {
    const following = followStored(setValues);
    return () => void following.then((stop) => stop());
  }, []);
  return values;
}
