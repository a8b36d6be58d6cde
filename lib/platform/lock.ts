/** Runs `work` while no other page of the extension runs any under this name. Not for web pages: their locks are theirs. */
export function underLock<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(name, work) as Promise<Result>;
}
