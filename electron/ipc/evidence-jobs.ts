import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Job } from '#shared/ipc/contract.ts';
import type { EvidenceError, NotebookPort } from './notebook-port.ts';

/** More than this many reports a second tell a person nothing. */
const progressEveryMs = 100;

export type EvidenceJobs = {
  /** Queues files; they are taken in one after the other, in the order given. */
  readonly add: (files: readonly string[], note: string) => Job[];
  readonly cancel: (id: string) => void;
  readonly cancelAll: () => void;
  /** Files that are not in the notebook yet. */
  readonly running: () => number;
  readonly settled: () => Promise<void>;
};

type Entry = {
  job: Job;
  begun: boolean;
  readonly file: string;
  readonly note: string;
  readonly abort: AbortController;
};

/** Takes files into one notebook and reports on each as a job. */
export function createEvidenceJobs(options: {
  readonly addEvidence: NotebookPort['addEvidence'];
  readonly onChange: (job: Job) => void;
  /** A bug in one copy must not stop the next; it goes to the log. */
  readonly onBug: (error: unknown) => void;
  readonly now: () => number;
}): EvidenceJobs {
  const open = new Map<string, Entry>();
  let last: Promise<void> = Promise.resolve();

  const change = (entry: Entry, news: Partial<Job>) => {
    entry.job = { ...entry.job, ...news };
    if (entry.job.state !== 'running') open.delete(entry.job.id);
    options.onChange(entry.job);
  };

  const work = async (entry: Entry) => {
    if (entry.abort.signal.aborted) return;
    entry.begun = true;
    let reportedAt = 0;
    const onProgress = (done: number, total: number) => {
      if (entry.abort.signal.aborted || options.now() - reportedAt < progressEveryMs) return;
      reportedAt = options.now();
      change(entry, { done, total });
    };
    const { file, note, abort } = entry;
    const added = await options.addEvidence({ file, note, signal: abort.signal, onProgress });
    if (added.ok) change(entry, { state: 'done', done: entry.job.total, result: added.value });
    else if (added.error.kind === 'cancelled') change(entry, { state: 'cancelled' });
    else change(entry, failure(added.error));
  };

  const cancel = (entry: Entry) => {
    entry.abort.abort();
    // One that has not begun ends here; one that runs ends when its copy is gone from the disk.
    if (!entry.begun) change(entry, { state: 'cancelled' });
  };

  return {
    add: (files, note) =>
      files.map((file) => {
        const entry: Entry = {
          job: newJob(file),
          begun: false,
          file,
          note,
          abort: new AbortController(),
        };
        open.set(entry.job.id, entry);
        last = last
          .then(() => work(entry))
          .catch((error: unknown) => {
            options.onBug(error);
            change(entry, failure({ kind: 'read-failed', detail: String(error) }));
          });
        return entry.job;
      }),
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

function newJob(file: string): Job {
  const name = path.basename(file);
  return { id: randomUUID(), kind: 'evidence', name, state: 'running', done: 0, total: 0 };
}

function failure(error: Exclude<EvidenceError, { kind: 'cancelled' }>): Partial<Job> {
  return { state: 'failed', error };
}
