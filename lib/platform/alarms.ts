import { browser } from './browser';

/** Calls back at an alarm. To be called at once when the background begins: the alarm may be what it was begun for. */
export function onAlarm(name: string, onTime: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) onTime();
  });
}

/**
 * Sets an alarm for every so many minutes, which outlives the background; null for none. One that is set
 * already goes on as it was.
 */
export async function setAlarm(name: string, minutes: number | null): Promise<void> {
  const known = await browser.alarms.get(name);
  if (minutes === null) {
    if (known) await browser.alarms.clear(name);
  } else if (known?.periodInMinutes !== minutes) {
    browser.alarms.create(name, { delayInMinutes: 1, periodInMinutes: minutes });
  }
}

/** Browsers end a background that calls nothing of theirs for 30 s. */
const SIGN_OF_LIFE_MS = 20_000;

/** Does some work during which the background is not to be ended, though it may have to wait for a network. */
export async function keptAwake<Result>(work: () => Promise<Result>): Promise<Result> {
  const signs = setInterval(() => void browser.runtime.getPlatformInfo(), SIGN_OF_LIFE_MS);
  try {
    return await work();
  } finally {
    clearInterval(signs);
  }
}
