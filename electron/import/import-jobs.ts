import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { OpenNotebook } from '../notebook/open-notebook.ts';
import { importFile, type ImportedFile, type ImportError } from './import-file.ts';
import type { LogWork } from './log-work.ts';
import type { LogPreview } from './preview-log.ts';

/** More than this many reports a second tell a person nothing. */
const progressEveryMs = 100;

/** How far an import is; `done` and `total` count bytes handled, three times the file's. */
export type ImportJob = {
  readonly id: string;
  readonly name: string;
  readonly done: number;
  readonly total: number;
  readonly outcome:
    | { readonly kind: 'running' }
    | { readonly kind: 'done'; readonly imported: ImportedFile }
    | { readonly kind: 'failed'; readonly error: ImportError }
    | { readonly kind: 'failed-by-bug' };
};

export type ImportJobs = {
  /** Queues files whose questions are answered; they are taken in one after the other. */
  readonly add: (
    files: readonly { readonly file: string; readonly preview: LogPreview }[],
    note: string,
  ) => readonly ImportJob[];
  /** Ends a job; nothing of its file stays in the notebook. */
  readonly cancel: (id: string) => void;
  readonly cancelAll: () => void;
  readonly settled: () => Promise<void>;
};

type Entry = {
  job: ImportJob;
  readonly file: string;
  readonly preview: LogPreview;
  readonly note: string;
  readonly abort: AbortController;
};

/** Imports files into one notebook, off the main thread, and reports on each as a job. */
export function createImportJobs(options: {
  readonly notebook: OpenNotebook;
  readonly userData: string;
  readonly work: LogWork;
  readonly onChange: (job: ImportJob) => void;
  /** A bug in one import must not stop the next; it goes to the log. */
  readonly onBug: (error: unknown) => void;
  readonly now: () => number;
}): ImportJobs {
  const { notebook, userData, work } = options;
  const open = new Map<string, Entry>();
  let last: Promise<void> = Promise.resolve();

  const change = (entry: Entry, news: Partial<ImportJob>) => {
    entry.job = { ...entry.job, ...news };
    if (entry.job.outcome.kind !== 'running') open.delete(entry.job.id);
    options.onChange(entry.job);
  };

  const run = async (entry: Entry) => {
    const { file, preview, note } = entry;
    const { signal } = entry.abort;
    let reportedAt = 0;
    const onProgress = (done: number, total: number) => {
      if (signal.aborted || options.now() - reportedAt < progressEveryMs) return;
      reportedAt = options.now();
      change(entry, { done, total });
    };
    const imported = signal.aborted
      ? ({ ok: false, error: { kind: 'cancelled' } } as const)
      : await importFile(notebook, file, preview, { userData, note, work, signal, onProgress });
    change(
      entry,
      imported.ok
        ? { done: entry.job.total, outcome: { kind: 'done', imported: imported.value } }
        : { outcome: { kind: 'failed', error: imported.error } },
    );
  };

  return {
    add: (files, note) =>
      files.map(({ file, preview }) => {
        const job: ImportJob = {
          id: randomUUID(),
          name: path.basename(file),
          done: 0,
          total: 3 * preview.size,
          outcome: { kind: 'running' },
        };
        const entry: Entry = { job, file, preview, note, abort: new AbortController() };
        open.set(job.id, entry);
        last = last
          .then(() => run(entry))
          .catch((error: unknown) => {
            options.onBug(error);
            change(entry, { outcome: { kind: 'failed-by-bug' } });
          });
        return job;
      }),
    cancel: (id) => open.get(id)?.abort.abort(),
    cancelAll: () => {
      for (const { abort } of open.values()) abort.abort();
    },
    settled: async () => {
      for (let seen; seen !== last;) {
        seen = last;
        await seen;
      }
    },
  };
}
