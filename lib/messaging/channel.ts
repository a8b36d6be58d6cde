import { browser, type Runtime } from '../platform/browser';
import { isExtensionAlive } from '../platform/lifetime';
import type { MessageName, Params, Results } from './protocol';

/** How a message travels: its name, and parameters that are checked on arrival. */
interface Envelope {
  readonly newsgloss: string;
  readonly params: unknown;
}

/** What a handler may want to know of who asks: the tab and frame, where a page does. */
export interface Asker {
  readonly tabId: number | null;
  readonly frameId: number | null;
}

/** Answers one message. One that returns undefined leaves the message to other listeners. */
type Handler<Name extends MessageName> = (
  params: Params[Name],
  asker: Asker,
) => Results[Name] | Promise<Results[Name]> | undefined;

type Handlers<Name extends MessageName> = { readonly [Each in Name]: Handler<Each> };

/** Gives back the parameters as they should be, or throws what is wrong with them. */
type Checks<Name extends MessageName> = { readonly [Each in Name]: (params: unknown) => Params[Each] };

/** Names of messages without parameters, which need no check. */
type BareName = { [Name in MessageName]: Params[Name] extends null ? Name : never }[MessageName];

/**
 * How an answer travels: what the handler gave, or what it failed with. Anything else that comes back is no
 * answer: browsers give nothing, or reject, where nobody has answered or whoever was to has ended meanwhile.
 */
type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

function isAnswer(raw: unknown): raw is Answer {
  if (typeof raw !== 'object' || raw === null || !('ok' in raw)) return false;
  return raw.ok === true || (raw.ok === false && 'message' in raw && typeof raw.message === 'string');
}

/** What the handler gave. Throws what it failed with. */
function openAnswer(answer: Answer): unknown {
  if (answer.ok) return answer.value;
  throw new Error(answer.message);
}

/** A script of ours heard the message, and none has answered it: those there leave it to others, or it has ended. */
export class Unanswered extends Error {}

const failed = (error: unknown): Answer => ({
  ok: false,
  message: error instanceof Error ? error.message : String(error),
});

function isEnvelope(raw: unknown): raw is Envelope {
  return typeof raw === 'object' && raw !== null && 'newsgloss' in raw && typeof raw.newsgloss === 'string';
}

function listen(answer: (name: string, params: unknown, asker: Asker) => unknown): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender: Runtime.MessageSender) => {
    if (!isEnvelope(raw) || sender.id !== browser.runtime.id) return undefined;
    const asker = { tabId: sender.tab?.id ?? null, frameId: sender.frameId ?? null };
    try {
      const result = answer(raw.newsgloss, raw.params, asker);
      if (result === undefined) return undefined;
      return Promise.resolve(result).then((value): Answer => ({ ok: true, value }), failed);
    } catch (error) {
      return Promise.resolve(failed(error));
    }
  });
}

/** Answers messages of these names, their parameters checked first; other messages are left alone. */
export function answerMessages<Name extends MessageName>(
  handlers: Handlers<Name>,
  checks: Checks<Name>,
): void {
  listen((name, params, asker) => {
    if (!Object.hasOwn(handlers, name)) return undefined;
    // A key of the handlers is one of their names.
    const known = name as Name;
    return handlers[known](checks[known](params), asker);
  });
}

/** Answers messages that carry no parameters. */
export function answerBareMessages<Name extends BareName>(
  handlers: {
    readonly [Each in Name]: () => ReturnType<Handler<Each>>;
  },
): void {
  listen((name) => (Object.hasOwn(handlers, name) ? handlers[name as Name]() : undefined));
}

/**
 * Pauses before a question is asked again, ms. A background that is ended between question and answer takes
 * the answer along, and the next question starts it anew. In all well within a reader's patience for a card.
 */
const AGAIN_AFTER_MS = [0, 100, 300];

/**
 * Asks the background, again where no answer comes back. Rejects when it cannot be reached, and at once with
 * what its handler failed with: asked again, that would do its work again.
 */
export async function askBackground<Name extends MessageName>(
  name: Name,
  params: Params[Name],
): Promise<Results[Name]> {
  const envelope: Envelope = { newsgloss: name, params };
  let lost: unknown = new Unanswered(name);
  for (const pauseMs of [...AGAIN_AFTER_MS, null]) {
    const raw = await browser.runtime.sendMessage(envelope).catch((error: unknown) => {
      lost = error;
    });
    // Results come from this build's own handlers, which are typed by the same protocol.
    if (isAnswer(raw)) return openAnswer(raw) as Results[Name];
    // An update has left this copy behind: nobody will ever answer it.
    if (pauseMs === null || !isExtensionAlive()) break;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw lost;
}

/** Tells whoever shows it how this page is now: the background, and a popup that is open. */
export function tellState(state: Params['state-changed']): void {
  // A tab has one icon and one popup, which are its page's and not its frames'.
  if (window !== window.top) return;
  askBackground('state-changed', state).catch(() => {
    // Left behind by an update: the newer copy tells.
  });
}

/**
 * Asks a frame of a tab, the top one unless told. Rejects when no script of ours listens there, with
 * {@link Unanswered} where those that do leave the message to others, and with what a handler failed with.
 */
export async function askTab<Name extends MessageName>(
  tabId: number,
  name: Name,
  params: Params[Name],
  frameId = 0,
): Promise<Results[Name]> {
  const envelope: Envelope = { newsgloss: name, params };
  const raw: unknown = await browser.tabs.sendMessage(tabId, envelope, { frameId });
  // As above.
  if (isAnswer(raw)) return openAnswer(raw) as Results[Name];
  throw new Unanswered(name);
}
