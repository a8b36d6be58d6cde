/**
 * Calls back for each token that is still awaited when its time has come, with one of the browser's
 * timers for all of them: to set one is the dearest part of a fast pointer's move, and each move
 * supersedes the one before.
 */
export class TokenTimers {
  #isAwaited: (token: number) => boolean;
  #onDue: (token: number) => void;
  #waiting: { readonly token: number; readonly dueMs: number }[] = [];
  /** When the browser's timer fires; infinity while none is set. */
  #armedMs = Number.POSITIVE_INFINITY;

  constructor(isAwaited: (token: number) => boolean, onDue: (token: number) => void) {
    this.#isAwaited = isAwaited;
    this.#onDue = onDue;
  }

  /** Calls back `ms` after `fromMs`, on the clock of `performance.now()`: when what is waited after happened. */
  start(token: number, ms: number, fromMs = performance.now()): void {
    const dueMs = fromMs + ms;
    this.#waiting.push({ token, dueMs });
    this.#arm(dueMs, dueMs - performance.now());
  }

  #arm(dueMs: number, ms: number): void {
    if (dueMs >= this.#armedMs) return;
    this.#armedMs = dueMs;
    setTimeout(() => this.#fire(dueMs), ms);
  }

  #fire(armedMs: number): void {
    // Another timer was set after this one, for sooner, and has done its work.
    if (armedMs !== this.#armedMs) return;
    this.#armedMs = Number.POSITIVE_INFINITY;
    const nowMs = Math.max(performance.now(), armedMs);
    const awaited = this.#waiting.filter(({ token }) => this.#isAwaited(token));
    this.#waiting = awaited.filter(({ dueMs }) => dueMs > nowMs);
    const due = awaited.filter(({ dueMs }) => dueMs <= nowMs).sort((a, b) => a.dueMs - b.dueMs);
    for (const { token } of due) this.#onDue(token);
    if (this.#waiting.length === 0) return;
    const nextMs = Math.min(...this.#waiting.map(({ dueMs }) => dueMs));
    this.#arm(nextMs, nextMs - nowMs);
  }
}
