import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerMessage } from '../notebook/background.ts';
import { PauseGate } from '../notebook/pause-gate.ts';

/** More than this many reports a second tell a person nothing. */
const progressEveryMs = 50;

/** Runs the one job that this worker was started for, and tells its starter how it goes. */
export async function serveWork(
  work: (
    request: readonly string[],
    options: {
      readonly signal: AbortSignal;
      readonly gate: PauseGate;
      readonly onProgress: (done: number, total: number) => void;
    },
  ) => Promise<unknown>,
): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('this file is the body of a worker');
  const cancelling = new AbortController();
  const gate = new PauseGate();
  port.on('message', (wish: unknown) => {
    if (wish === 'pause') return gate.pause();
    if (wish === 'cancel') cancelling.abort();
    // Who is to stop has to go on first.
    return gate.resume();
  });
  let reportedAt = 0;
  const tell = (message: WorkerMessage) => port.postMessage(message);
  const onProgress = (done: number, total: number) => {
    const now = Date.now();
    if (now - reportedAt < progressEveryMs && done < total) return;
    reportedAt = now;
    tell({ kind: 'progress', done, total });
  };
  const request = (workerData as readonly unknown[]).map(String);
  const { signal } = cancelling;
  tell({ kind: 'result', result: await work(request, { signal, gate, onProgress }) });
  port.close();
}
