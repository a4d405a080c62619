import { randomUUID } from 'node:crypto';
import type { Job } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/lib/result.ts';
import { PauseGate } from '../notebook/pause-gate.ts';
import type { JobFailure } from './notebook-port.ts';

/** More than this many reports a second tell a person nothing. */
const progressEveryMs = 100;

/** A file that takes longer lets the next one begin beside it; what is quick keeps the order of its numbers. */
const letsOthersPassMs = 1_000;
/** So many files are copied beside each other: more would only take the disk from each other. */
const mostAtOnce = 3;

/** What a job made: its id alone, or with what else there is to tell. */
type Made = string | undefined | Pick<Job, 'result' | 'folder'>;

type JobWork = (options: {
  readonly signal: AbortSignal;
  readonly gate: PauseGate;
  readonly onProgress: (done: number, total: number) => void;
}) => Promise<Result<Made, JobFailure>>;

export type FileJobs = {
  /**
   * Queues a piece of work. Large files on their way into the evidence let others pass, a few at once;
   * everything else is done alone, in its turn.
   */
  readonly start: (what: Pick<Job, 'kind' | 'name'>, work: JobWork) => Job;
  readonly cancel: (id: string) => void;
  readonly cancelAll: () => void;
  /** Has a job stand still, begun or not, until it is resumed. */
  readonly pause: (id: string) => void;
  readonly resume: (id: string) => void;
  /** Jobs that are not over yet. */
  readonly running: () => number;
  readonly settled: () => Promise<void>;
};

type Entry = {
  job: Job;
  begun: boolean;
  /** True once it has taken longer than others should wait for. */
  slow: boolean;
  readonly work: JobWork;
  readonly abort: AbortController;
  readonly gate: PauseGate;
};

/** Does work with whole files for one notebook and reports on each piece as a job. */
export function createFileJobs(options: {
  readonly onChange: (job: Job) => void;
  /** A bug in one piece must not stop the next; it goes to the log. */
  readonly onBug: (error: unknown) => void;
  readonly now: () => number;
}): FileJobs {
  const open = new Map<string, Entry>();
  const waiting: Entry[] = [];
  const working = new Set<Entry>();
  let onIdle: (() => void)[] = [];

  const change = (entry: Entry, news: Partial<Job>) => {
    entry.job = { ...entry.job, ...news };
    if (entry.job.state !== 'running') open.delete(entry.job.id);
    options.onChange(entry.job);
  };

  const run = async (entry: Entry) => {
    let reportedAt = 0;
    const onProgress = (done: number, total: number) => {
      if (entry.abort.signal.aborted || options.now() - reportedAt < progressEveryMs) return;
      reportedAt = options.now();
      change(entry, { done, total });
    };
    const { signal } = entry.abort;
    await entry.gate.waiting();
    const made = await entry.work({ signal, gate: entry.gate, onProgress });
    if (made.ok) {
      const { value } = made;
      const news = typeof value === 'string' ? { result: value } : (value ?? {});
      change(entry, { ...news, state: 'done', done: entry.job.total });
    } else if (made.error.kind === 'cancelled') change(entry, { state: 'cancelled' });
    else change(entry, { state: 'failed', error: made.error });
  };

  /** The next job that may begin; one that stands still lets files behind it pass, but nothing else. */
  const nextToBegin = (): Entry | undefined => {
    const isAlone = [...working].some(({ job }) => job.kind !== 'evidence');
    if (isAlone) return undefined;
    const atWork = [...working].filter(({ gate }) => !gate.isPaused);
    const isRoom = atWork.length < mostAtOnce && atWork.every(({ slow }) => slow);
    for (const entry of waiting) {
      if (entry.job.kind !== 'evidence') return working.size === 0 ? entry : undefined;
      if (!entry.gate.isPaused) return isRoom ? entry : undefined;
    }
    return undefined;
  };

  const beginNext = () => {
    for (let entry = nextToBegin(); entry !== undefined; entry = nextToBegin()) {
      const begun = entry;
      waiting.splice(waiting.indexOf(begun), 1);
      working.add(begun);
      begun.begun = true;
      const timer = setTimeout(() => {
        begun.slow = true;
        beginNext();
      }, letsOthersPassMs);
      run(begun)
        .catch((error: unknown) => {
          options.onBug(error);
          const because = { kind: 'read-failed', detail: String(error) } as const;
          change(begun, { state: 'failed', error: because });
        })
        .finally(() => {
          clearTimeout(timer);
          working.delete(begun);
          beginNext();
        });
    }
    if (working.size > 0 || waiting.length > 0) return;
    const told = onIdle;
    onIdle = [];
    for (const tell of told) tell();
  };

  const cancel = (entry: Entry) => {
    entry.abort.abort();
    // Who stands still has to go on to see that it is to stop.
    entry.gate.resume();
    if (entry.begun) return;
    // One that has not begun ends here; one that runs ends when what it left is gone from the disk.
    waiting.splice(waiting.indexOf(entry), 1);
    change(entry, { state: 'cancelled' });
  };

  const hold = (id: string, isPaused: boolean) => {
    const entry = open.get(id);
    if (entry === undefined || entry.abort.signal.aborted) return;
    if (isPaused) entry.gate.pause();
    else entry.gate.resume();
    change(entry, { paused: isPaused });
    beginNext();
  };

  return {
    start: (what, work) => {
      const job: Job = { ...what, id: randomUUID(), state: 'running', done: 0, total: 0 };
      const abort = new AbortController();
      const entry: Entry = { job, begun: false, slow: false, work, abort, gate: new PauseGate() };
      open.set(job.id, entry);
      waiting.push(entry);
      // After this turn: who started it hears of it first.
      queueMicrotask(beginNext);
      return job;
    },
    cancel: (id) => {
      const entry = open.get(id);
      if (entry !== undefined) cancel(entry);
      beginNext();
    },
    cancelAll: () => {
      open.forEach(cancel);
      beginNext();
    },
    pause: (id) => hold(id, true),
    resume: (id) => hold(id, false),
    running: () => open.size,
    settled: () =>
      working.size === 0 && waiting.length === 0
        ? Promise.resolve()
        : new Promise((resolve) => onIdle.push(resolve)),
  };
}
