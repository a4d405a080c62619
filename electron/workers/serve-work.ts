import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerMessage } from '../notebook/background.ts';

/** More than this many reports a second tell a person nothing. */
const progressEveryMs = 50;

/** Runs the one job that this worker was started for, and tells its starter how it goes. */
export async function serveWork(
  work: (
    request: readonly string[],
    options: {
      readonly signal: AbortSignal;
      readonly onProgress: (done: number, total: number) => void;
    },
  ) => Promise<unknown>,
): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('this file is the body of a worker');
  const cancelling = new AbortController();
  port.on('message', () => cancelling.abort());
  let reportedAt = 0;
  const tell = (message: WorkerMessage) => port.postMessage(message);
  const onProgress = (done: number, total: number) => {
    const now = Date.now();
    if (now - reportedAt < progressEveryMs && done < total) return;
    reportedAt = now;
    tell({ kind: 'progress', done, total });
  };
  const request = (workerData as readonly unknown[]).map(String);
  tell({ kind: 'result', result: await work(request, { signal: cancelling.signal, onProgress }) });
  port.close();
}
