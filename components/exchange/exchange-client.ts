import type {
  Answer,
  Ask,
  FromWorker,
  Phase,
  RequestName,
  StepName,
  ToWorker,
} from '../../lib/exchanging/protocol';
import { announceEdition } from '../../lib/store/edition';
import { StoreError } from '../../lib/store/store-error';

/** How far a request is. */
export interface Progress {
  readonly phase: Phase;
  readonly done: number;
  readonly all: number;
}

type WritingName = 'write' | 'shared-write' | StepName;

interface Waiting {
  readonly resolve: (answer: Answer<RequestName>) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: (progress: Progress) => void;
}

/** The page's end of the worker, which is started when it is first needed. */
export class ExchangeClient {
  readonly #start: () => Worker;
  readonly #waiting = new Map<number, Waiting>();
  /** Requests that may write, and are not answered yet. */
  readonly #writing = new Set<number>();
  #worker: Worker | null = null;
  #last = 0;

  constructor(start: () => Worker) {
    this.#start = start;
  }

  /** @throws StoreError */
  ask<Name extends RequestName>(
    name: Name,
    ask: Ask<Name>,
    onProgress: (progress: Progress) => void = () => undefined,
  ): Promise<Answer<Name>> {
    return this.#ask(++this.#last, name, ask, onProgress);
  }

  #ask<Name extends RequestName>(
    id: number,
    name: Name,
    ask: Ask<Name>,
    onProgress: (progress: Progress) => void,
  ): Promise<Answer<Name>> {
    const answered = new Promise<Answer<RequestName>>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, onProgress });
    });
    // The name says which of the questions it is.
    this.#running().postMessage({ id, name, ask } as ToWorker, transferredOf(ask));
    // The worker answers a request with what the protocol says of its name.
    return answered as Promise<Answer<Name>>;
  }

  /** The same of a request that may write; everyone is told of what was written. */
  async write<Name extends WritingName>(
    name: Name,
    ask: Ask<Name>,
    onProgress: (progress: Progress) => void = () => undefined,
  ): Promise<Answer<Name>> {
    const id = ++this.#last;
    this.#writing.add(id);
    try {
      const answer = await this.#ask(id, name, ask, onProgress);
      tellEdition(answer);
      return answer;
    } finally {
      this.#writing.delete(id);
    }
  }

  /** Calls off the writing of an import; its request is answered then. */
  cancelWriting(): void {
    this.#worker?.postMessage({ name: 'cancel' } satisfies ToWorker);
  }

  /** Ends whatever is being done; what was open is forgotten. A writing that can no longer be called off comes to its end. */
  stop(): void {
    const worker = this.#worker;
    this.#worker = null;
    if (worker && this.#writing.size > 0) letFinish(worker, new Set(this.#writing));
    else worker?.terminate();
    for (const { reject } of this.#waiting.values()) reject(new Stopped('stopped'));
    this.#waiting.clear();
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = this.#start();
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#hear(data);
    worker.onerror = () => {
      for (const { reject } of this.#waiting.values()) reject(new StoreError('failed'));
      this.#waiting.clear();
    };
    this.#worker = worker;
    return worker;
  }

  #hear(heard: FromWorker): void {
    const waiting = this.#waiting.get(heard.id);
    if (!waiting) return;
    if ('phase' in heard) {
      waiting.onProgress(heard);
      return;
    }
    this.#waiting.delete(heard.id);
    if ('failure' in heard) waiting.reject(new StoreError(heard.failure));
    else waiting.resolve(heard.answer);
  }
}

/** What a question hands over, so that it need not be copied: the page has no more use for it. */
const transferredOf = (ask: Ask<RequestName>): Transferable[] =>
  ask && 'sent' in ask && 'bytes' in ask.sent ? [ask.sent.bytes.buffer] : [];

/** Tells everyone of what a request has written, if it has. */
function tellEdition(answer: Answer<RequestName>): void {
  if (typeof answer === 'object' && 'edition' in answer) announceEdition(answer.edition);
}

/** Calls off what a worker writes, and ends it when it has answered: what was whole already is told of. */
function letFinish(worker: Worker, writing: Set<number>): void {
  worker.postMessage({ name: 'cancel' } satisfies ToWorker);
  worker.onerror = () => worker.terminate();
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if ('phase' in data || !writing.delete(data.id)) return;
    if ('answer' in data) tellEdition(data.answer);
    if (writing.size === 0) worker.terminate();
  };
}

/** Work of a worker of its own, which ends with it. */
async function inOwnWorker<Result>(
  start: () => Worker,
  work: (client: ExchangeClient) => Promise<Result>,
): Promise<Result> {
  const client = new ExchangeClient(start);
  try {
    return await work(client);
  } finally {
    client.stop();
  }
}

/** A step that a worker of its own makes. @throws StoreError */
export const writeInWorker = <Name extends StepName>(
  start: () => Worker,
  name: Name,
  ask: Ask<Name>,
  onProgress?: (progress: Progress) => void,
): Promise<Answer<Name>> => inOwnWorker(start, (client) => client.write(name, ask, onProgress));

/** Has a worker of its own take the day's snapshot; whether it was due. @throws StoreError */
export const snapshotInWorker = (start: () => Worker): Promise<boolean> =>
  inOwnWorker(start, (client) => client.ask('keep-snapshot', null));

/** What a request is rejected with that was ended by {@link ExchangeClient.stop}. */
export class Stopped extends Error {}
