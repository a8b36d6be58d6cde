/**
 * The extension APIs for gate and reader, which every page runs: the build puts them in the polyfill's place
 * (see wxt.config.ts), which is half of the gate's size and is run before anything else. Both browsers give
 * promises by themselves; what Chromium lacks are answers to messages by promise.
 */
import type { Browser, Runtime } from 'webextension-polyfill';

/** How the polyfill, which the background and the extension's pages speak through, says that an answer has failed. */
const FAILED = '__mozWebExtensionPolyfillReject__';

type Respond = (answer: unknown) => void;
type Listener = (message: unknown, sender: Runtime.MessageSender, respond: Respond) => unknown;

/** Chromium's own, as far as scripts in pages use it. */
interface ChromiumApi {
  readonly runtime: Pick<Browser['runtime'], 'id' | 'getURL' | 'sendMessage'> & {
    readonly onMessage: { addListener(listener: (...args: Parameters<Listener>) => boolean): void };
  };
  readonly storage: Browser['storage'];
  readonly i18n: Browser['i18n'];
}

function answered(listener: Listener, ...[message, sender, respond]: Parameters<Listener>): boolean {
  const answer = listener(message, sender, respond);
  if (answer === undefined) return false;
  Promise.resolve(answer).then(respond, (error: unknown) =>
    respond({ [FAILED]: true, message: error instanceof Error ? error.message : String(error) }),
  );
  return true;
}

function withPromises(chrome: ChromiumApi) {
  return {
    storage: chrome.storage,
    i18n: chrome.i18n,
    runtime: {
      // Gone once an update has left this copy of the script behind.
      get id() {
        return chrome.runtime.id;
      },
      getURL: (path: string) => chrome.runtime.getURL(path),
      async sendMessage(message: unknown): Promise<unknown> {
        const answer: unknown = await chrome.runtime.sendMessage(message);
        const isFailure = typeof answer === 'object' && answer !== null && FAILED in answer;
        if (isFailure) throw new Error('message' in answer ? String(answer.message) : 'no answer');
        return answer;
      },
      onMessage: {
        addListener: (listener: Listener) =>
          chrome.runtime.onMessage.addListener((...args) => answered(listener, ...args)),
      },
    },
  };
}

// Each browser has one of the two; scripts in pages use no more of it than is here.
const { browser, chrome } = globalThis as unknown as { browser?: Browser; chrome: ChromiumApi };
export default browser?.runtime?.id ? browser : (withPromises(chrome) as unknown as Browser);
