import type { Answer, Ask, FromWorker, Phase, RequestName, ToWorker } from '../../lib/exchanging/protocol';
import { StoreError } from '../../lib/store/store-error';

/** How far a request is. */
export interface Progress {
  readonly phase: Phase;
  readonly done: number;
  readonly all: number;
}

interface Waiting {
  readonly resolve: (answer: Answer<RequestName>) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: (progress: Progress) => void;
}

/** The page's end of the worker, which is started when it is first needed. */
export class ExchangeClient {
  readonly #start: () => Worker;
  readonly #waiting = new Map<number, Waiting>();
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
    const id = ++this.#last;
    const answered = new Promise<Answer<RequestName>>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, onProgress });
    });
    // The name says which of the questions it is.
    this.#running().postMessage({ id, name, ask } as ToWorker);
    // The worker answers a request with what the protocol says of its name.
    return answered as Promise<Answer<Name>>;
  }

  /** Calls off the writing of an import; its request is answered then. */
  cancelWriting(): void {
    this.#worker?.postMessage({ name: 'cancel' } satisfies ToWorker);
  }

  /** Ends whatever is being done, but never a writing that might be whole already; what was open is forgotten. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
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

/** What a request is rejected with that was ended by {@link ExchangeClient.stop}. */
export class Stopped extends Error {}
