/** Lets writes to one file follow each other, whoever starts them. */
export type WriteQueue = {
  /** Runs a write after all earlier ones, whether those failed or not. */
  readonly run: <T>(write: () => Promise<T>) => Promise<T>;
  /** Resolves when nothing is waiting any more. */
  readonly settled: () => Promise<void>;
};

/** An empty queue. */
export function createWriteQueue(): WriteQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (write) => {
      const next = last.then(write);
      // Whoever asked for this write hears of its failure; the next one only waits for its end.
      last = next.catch(() => {});
      return next;
    },
    settled: async () => void (await last),
  };
}
