import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Gate } from '../../../lib/page/gate';
import { DEFAULT_SWITCHES } from '../../../lib/settings/switches';
import { PROSE, pageOf } from './page-of';

const ON = DEFAULT_SWITCHES;
const STORY = `<article>${PROSE.repeat(3)}</article>`;

/** A page in a tab, with what its gate has asked for. */
function openPage(html: string, visibility: DocumentVisibilityState = 'visible') {
  const document = pageOf(html);
  const show = (state: DocumentVisibilityState) => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    const event = document.createEvent('Event');
    event.initEvent('visibilitychange');
    document.dispatchEvent(event);
  };
  show(visibility);
  const bringReader = vi.fn(async () => undefined);
  const bringFrameGates = vi.fn(async () => {});
  const tell = vi.fn();
  const gate = new Gate(document, { bringReader, bringFrameGates, tell });
  return { document, show, bringReader, bringFrameGates, tell, gate };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the gate', () => {
  it('brings the reader once where there is a story', () => {
    const { gate, bringReader } = openPage(STORY);
    gate.setSwitches(ON);
    gate.look();
    vi.runAllTimers();
    expect(bringReader).toHaveBeenCalledTimes(1);
  });

  it('finds the story of a page that builds itself late', () => {
    const { document, gate, bringReader } = openPage('<div id="app"></div>');
    gate.setSwitches(ON);
    vi.advanceTimersByTime(1_900);
    document.body.insertAdjacentHTML('beforeend', STORY);
    vi.advanceTimersByTime(5_000);
    expect(bringReader).toHaveBeenCalledTimes(1);
  });

  it('finds the story to which a page went without a load, though its text comes later', () => {
    const { document, gate, bringReader } = openPage('<div id="app"></div>');
    gate.setSwitches(ON);
    vi.advanceTimersByTime(120_000);
    gate.look();
    vi.advanceTimersByTime(700);
    document.body.insertAdjacentHTML('beforeend', STORY);
    vi.advanceTimersByTime(5_000);
    expect(bringReader).toHaveBeenCalledTimes(1);
  });

  it('leaves a page that is no story alone before long', () => {
    const { gate, bringReader } = openPage('<p>Weather</p>');
    gate.setSwitches(ON);
    vi.advanceTimersByTime(60_000);
    expect(vi.getTimerCount()).toBe(0);
    expect(bringReader).not.toHaveBeenCalled();
  });

  it('does not look at a page before it is in sight', () => {
    const { document, show, gate, bringReader } = openPage(STORY, 'hidden');
    const look = vi.spyOn(document, 'querySelector');
    gate.setSwitches(ON);
    vi.advanceTimersByTime(60_000);
    expect(look).not.toHaveBeenCalled();
    show('visible');
    expect(bringReader).toHaveBeenCalledTimes(1);
  });

  it('brings gates into frames of the page’s own origin where one holds a story', () => {
    const { document, gate, bringReader, bringFrameGates } = openPage(
      '<iframe></iframe><iframe id="story"></iframe>',
    );
    gate.setSwitches(ON);
    expect(bringFrameGates).not.toHaveBeenCalled();
    const frame = document.querySelector<HTMLIFrameElement>('#story');
    if (frame?.contentDocument) frame.contentDocument.body.innerHTML = STORY;
    const loaded = document.createEvent('Event');
    loaded.initEvent('load');
    frame?.dispatchEvent(loaded);
    expect(bringFrameGates).toHaveBeenCalledTimes(1);
    expect(bringReader).not.toHaveBeenCalled();
  });

  it('leaves frames alone where reading is switched off', () => {
    const { document, gate, bringFrameGates } = openPage('<iframe></iframe>');
    const inside = document.querySelector('iframe')?.contentDocument;
    if (inside) inside.body.innerHTML = STORY;
    gate.setSwitches({ ...ON, here: false });
    expect(bringFrameGates).not.toHaveBeenCalled();
    gate.setSwitches(ON);
    expect(bringFrameGates).toHaveBeenCalledTimes(1);
  });

  it('stays away where reading is switched off, also from text that comes later', () => {
    const { document, gate, bringReader } = openPage('<div id="app"></div>');
    gate.setSwitches(ON);
    gate.setSwitches({ ...ON, here: false });
    document.body.insertAdjacentHTML('beforeend', STORY);
    vi.advanceTimersByTime(60_000);
    expect(bringReader).not.toHaveBeenCalled();
  });

  it('brings the reader to any page of a site that is always read, and says when it is no longer', () => {
    const { gate, bringReader, tell } = openPage('<p>Weather</p>');
    gate.setSwitches(ON);
    expect(gate.state).toBe('not-a-story');
    gate.setSwitches({ ...ON, always: true });
    expect(bringReader).toHaveBeenCalledTimes(1);
    expect(gate.state).toBe('story');
    expect(tell).not.toHaveBeenCalled();
    gate.setSwitches(ON);
    expect(gate.state).toBe('not-a-story');
    expect(tell.mock.calls).toEqual([['not-a-story']]);
  });

  it('says nothing of pages that were never anything else than no story', () => {
    const { gate, tell } = openPage('<p>Weather</p>');
    gate.setSwitches(ON);
    gate.look();
    gate.setSwitches({ ...ON });
    expect(tell).not.toHaveBeenCalled();
  });

  it.each([
    ['switched off here', { here: false }],
    ['switched off everywhere', { everywhere: false }],
    ['paused', { pausedUntilMs: 1 }],
  ])('says once that reading is %s, and leaves it to the reader to say that a story is read', (_, change) => {
    const { gate, bringReader, tell } = openPage(STORY);
    gate.setSwitches({ ...ON, ...change });
    gate.setSwitches({ ...ON, ...change, always: true });
    expect(gate.state).toBe('off');
    expect(tell.mock.calls).toEqual([['off']]);
    gate.setSwitches(ON);
    expect(bringReader).toHaveBeenCalledTimes(1);
    expect(tell.mock.calls).toEqual([['off']]);
    gate.setSwitches({ ...ON, ...change });
    expect(tell.mock.calls).toEqual([['off'], ['off']]);
    gate.comeBack();
    expect(tell.mock.calls).toEqual([['off'], ['off'], ['off']]);
  });

  it('asks again for a reader that was on its way when the page was left', async () => {
    const { gate, bringReader } = openPage(STORY);
    bringReader.mockImplementationOnce(() => new Promise(() => {}));
    gate.setSwitches(ON);
    gate.comeBack();
    expect(bringReader).toHaveBeenCalledTimes(2);
    await vi.runAllTimersAsync();
    gate.comeBack();
    expect(bringReader).toHaveBeenCalledTimes(2);
  });

  it('says that a story failed whose reader does not come, and no longer once it has come', async () => {
    const { gate, bringReader, tell } = openPage(STORY);
    let come = () => {};
    bringReader.mockImplementation(() => new Promise((resolve) => (come = () => resolve(undefined))));
    gate.setSwitches(ON);
    expect(gate.state).toBe('story');
    vi.advanceTimersByTime(60_000);
    expect(gate.state).toBe('failed');
    expect(tell.mock.calls).toEqual([['failed']]);
    come();
    await vi.waitFor(() => expect(gate.state).toBe('story'));
    expect(bringReader).toHaveBeenCalledTimes(1);
  });

  it('does nothing more once an update has left it behind', () => {
    const { document, show, bringReader, tell, gate } = openPage('<div id="app"></div>');
    gate.setSwitches(ON);
    gate.stop();
    document.body.insertAdjacentHTML('beforeend', STORY);
    show('hidden');
    show('visible');
    vi.advanceTimersByTime(60_000);
    expect(bringReader).not.toHaveBeenCalled();
    expect(tell).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('asks once for the gates of a frame, however often a page says that it was loaded', () => {
    const { document, gate, bringFrameGates } = openPage('<iframe></iframe>');
    const frame = document.querySelector('iframe');
    if (frame?.contentDocument) frame.contentDocument.body.innerHTML = STORY;
    gate.setSwitches(ON);
    for (let i = 0; i < 1_000; i++) {
      const loaded = document.createEvent('Event');
      loaded.initEvent('load');
      frame?.dispatchEvent(loaded);
    }
    expect(bringFrameGates).toHaveBeenCalledTimes(1);
  });
});
