import { useEffect, useState } from 'preact/hooks';
import { followSettings } from '../../lib/settings/follow';
import { SETTINGS } from '../../lib/settings/table';
import type { SettingValues } from '../../lib/settings/values';

/** All settings as they are now; null before they are known. */
export function useSettingValues(): SettingValues | null {
  const [values, setValues] = useState<SettingValues | null>(null);
  useEffect(() => {
    const following = followSettings(SETTINGS, (now) => ({ ...now }), setValues);
    return () => void following.then((stop) => stop());
  }, []);
  return values;
}
