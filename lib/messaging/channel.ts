import * as v from 'valibot';
import { browser, type Runtime } from '../platform/browser';
import { type MessageName, type Params, paramsSchemas, type Results } from './protocol';

const envelope = v.object({ newsgloss: v.string(), params: v.unknown() });

/** What a handler may want to know of who asks: the tab and frame, where a page does. */
export interface Asker {
  readonly tabId: number | null;
  readonly frameId: number | null;
}

type Handlers = {
  readonly [Name in MessageName]?: (
    params: Params<Name>,
    asker: Asker,
  ) => Results[Name] | Promise<Results[Name]> | undefined;
};

/** A message that names no handler here, or a handler that returns undefined, is left to other listeners. */
export function answerMessages(handlers: Handlers): () => void {
  const listener = (raw: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined => {
    const received = v.safeParse(envelope, raw);
    if (!received.success || sender.id !== browser.runtime.id) return undefined;
    const name = received.output.newsgloss;
    if (!Object.hasOwn(handlers, name)) return undefined;
    // The key was found among the handlers', which are message names.
    const known = name as MessageName;
    const params = v.safeParse<(typeof paramsSchemas)[MessageName]>(
      paramsSchemas[known],
      received.output.params,
    );
    if (!params.success) {
      return Promise.reject(new TypeError(`${known}: ${params.issues[0].message}`));
    }
    const asker = { tabId: sender.tab?.id ?? null, frameId: sender.frameId ?? null };
    // TypeScript cannot see that the handler and the parameters belong to the same name.
    const handler = handlers[known] as (params: unknown, asker: Asker) => unknown;
    const answer = handler(params.output, asker);
    return answer === undefined ? undefined : Promise.resolve(answer);
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

/** Asks the background. Rejects when it cannot be reached or its handler throws. */
export async function askBackground<Name extends MessageName>(
  name: Name,
  params: Params<Name>,
): Promise<Results[Name]> {
  // Results come from this build's own handlers, which are typed by the same protocol.
  return (await browser.runtime.sendMessage({ newsgloss: name, params })) as Results[Name];
}

/** Asks the top frame of a tab. Rejects when no script of ours listens there. */
export async function askTab<Name extends MessageName>(
  tabId: number,
  name: Name,
  params: Params<Name>,
): Promise<Results[Name]> {
  const answer = await browser.tabs.sendMessage(tabId, { newsgloss: name, params }, { frameId: 0 });
  // As above.
  return answer as Results[Name];
}
