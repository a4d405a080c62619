import { randomUUID } from 'node:crypto';
import type { Job } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/lib/result.ts';
import type { JobFailure } from './notebook-port.ts';

/** More than this many reports a second tell a person nothing. */
const progressEveryMs = 100;

type JobWork = (options: {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}) => Promise<Result<string | undefined, JobFailure>>;

export type FileJobs = {
  /** Queues a piece of work; pieces are done one after the other. It gives the id of what it made, if any. */
  readonly start: (what: Pick<Job, 'kind' | 'name'>, work: JobWork) => Job;
  readonly cancel: (id: string) => void;
  readonly cancelAll: () => void;
  /** Jobs that are not over yet. */
  readonly running: () => number;
  readonly settled: () => Promise<void>;
};

type Entry = {
  job: Job;
  begun: boolean;
  readonly work: JobWork;
  readonly abort: AbortController;
};

/** Does work with whole files for one notebook and reports on each piece as a job. */
export function createFileJobs(options: {
  readonly onChange: (job: Job) => void;
  /** A bug in one piece must not stop the next; it goes to the log. */
  readonly onBug: (error: unknown) => void;
  readonly now: () => number;
}): FileJobs {
  const open = new Map<string, Entry>();
  let last: Promise<void> = Promise.resolve();

  const change = (entry: Entry, news: Partial<Job>) => {
    entry.job = { ...entry.job, ...news };
    if (entry.job.state !== 'running') open.delete(entry.job.id);
    options.onChange(entry.job);
  };

  const run = async (entry: Entry) => {
    if (entry.abort.signal.aborted) return;
    entry.begun = true;
    let reportedAt = 0;
    const onProgress = (done: number, total: number) => {
      if (entry.abort.signal.aborted || options.now() - reportedAt < progressEveryMs) return;
      reportedAt = options.now();
      change(entry, { done, total });
    };
    const made = await entry.work({ signal: entry.abort.signal, onProgress });
    if (made.ok) {
      const result = made.value;
      const news = result === undefined ? {} : { result };
      change(entry, { state: 'done', done: entry.job.total, ...news });
    } else if (made.error.kind === 'cancelled') change(entry, { state: 'cancelled' });
    else change(entry, { state: 'failed', error: made.error });
  };

  const cancel = (entry: Entry) => {
    entry.abort.abort();
    // One that has not begun ends here; one that runs ends when what it left is gone from the disk.
    if (!entry.begun) change(entry, { state: 'cancelled' });
  };

  return {
    start: (what, work) => {
      const job: Job = { ...what, id: randomUUID(), state: 'running', done: 0, total: 0 };
      const entry: Entry = { job, begun: false, work, abort: new AbortController() };
      open.set(job.id, entry);
      last = last
        .then(() => run(entry))
        .catch((error: unknown) => {
          options.onBug(error);
          change(entry, { state: 'failed', error: { kind: 'read-failed', detail: String(error) } });
        });
      return job;
    },
    cancel: (id) => {
      const entry = open.get(id);
      if (entry !== undefined) cancel(entry);
    },
    cancelAll: () => {
      open.forEach(cancel);
    },
    running: () => open.size,
    settled: async () => {
      for (let seen; seen !== last;) {
        seen = last;
        await seen;
      }
    },
  };
}
