import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onAlarm, setAlarm } from '../../../lib/platform/alarms';

beforeEach(() => fakeBrowser.reset());

describe('an alarm', () => {
  it('goes on as it was when it is set again, and ends when there is none to be', async () => {
    await setAlarm('look', 30);
    const first = await fakeBrowser.alarms.get('look');
    expect(first).toMatchObject({ periodInMinutes: 30 });
    await setAlarm('look', 30);
    expect(await fakeBrowser.alarms.getAll()).toEqual([first]);
    await setAlarm('look', 60);
    expect(await fakeBrowser.alarms.get('look')).toMatchObject({ periodInMinutes: 60 });
    await setAlarm('look', null);
    await setAlarm('look', null);
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it('is heard by its name alone', async () => {
    const heard = vi.fn();
    onAlarm('look', heard);
    await fakeBrowser.alarms.onAlarm.trigger({
      name: 'other',
      scheduledTime: 0,
      persistAcrossSessions: true,
    });
    expect(heard).not.toHaveBeenCalled();
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'look', scheduledTime: 0, persistAcrossSessions: true });
    expect(heard).toHaveBeenCalledOnce();
  });
});
