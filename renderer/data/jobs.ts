import { useSyncExternalStore } from 'react';
import { ipcEventContract, type Job } from '#shared/ipc/contract.ts';
import type { Desktop } from './desktop-bridge.ts';
import type { NotebookSession } from './notebook-session.ts';
import { useSession } from './session-context.tsx';

/** Speed is that of this long a time: steady enough to read, short enough to be true. */
const speedOverMs = 5000;
/** Before this nothing can be said about a speed. */
const speedAfterMs = 800;

type Sample = { readonly atMs: number; readonly done: number };

/** A job with what was seen of its progress lately. */
export type WatchedJob = { readonly job: Job; readonly samples: readonly Sample[] };

/** How fast a job runs: bytes a second and ms left; undefined while it cannot be told. */
export function jobSpeed({
  job,
  samples,
}: WatchedJob): { readonly bytesPerSecond: number; readonly leftMs: number } | undefined {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const ms = last.atMs - first.atMs;
  const bytes = last.done - first.done;
  if (ms < speedAfterMs || bytes <= 0) return undefined;
  const bytesPerSecond = (bytes / ms) * 1000;
  return { bytesPerSecond, leftMs: (Math.max(job.total - job.done, 0) / bytesPerSecond) * 1000 };
}

/** The jobs of one opened notebook: those that run, and those that failed until somebody has read why. */
export class JobList {
  readonly #jobs = new Map<string, WatchedJob>();
  /** What is told late of a job that is over must not bring it back. */
  readonly #over = new Set<string>();
  readonly #listeners = new Set<() => void>();
  readonly #endListeners = new Set<(job: Job) => void>();
  readonly #now: () => number;
  readonly stop: () => void;
  #list: readonly WatchedJob[] = [];

  constructor(desktop: Desktop, now: () => number = () => performance.now()) {
    this.#now = now;
    this.stop = desktop.subscribe('job:changed', (payload) =>
      this.#take(ipcEventContract['job:changed'].parse(payload)),
    );
  }

  /** In the order in which they were started; the same array until one changes. */
  readonly list = (): readonly WatchedJob[] => this.#list;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tells once of every job that is done, cancelled or failed. */
  readonly onEnd = (listener: (job: Job) => void): (() => void) => {
    this.#endListeners.add(listener);
    return () => this.#endListeners.delete(listener);
  };

  /** Takes over jobs that have just been started; what was heard of them meanwhile is newer. */
  add(jobs: readonly Job[]): void {
    for (const job of jobs) if (!this.#jobs.has(job.id)) this.#take(job);
  }

  /** Forgets a job that failed. */
  dismiss(id: string): void {
    this.#jobs.delete(id);
    this.#changed();
  }

  #take(job: Job): void {
    if (this.#over.has(job.id)) return;
    const over = job.state !== 'running';
    if (over) this.#over.add(job.id);
    if (over && job.state !== 'failed') this.#jobs.delete(job.id);
    else this.#jobs.set(job.id, { job, samples: this.#sampled(job) });
    this.#changed();
    if (over) for (const listener of this.#endListeners) listener(job);
  }

  #sampled(job: Job): readonly Sample[] {
    const before = this.#jobs.get(job.id)?.samples ?? [];
    // A job that waits for its turn has no speed: its time begins with its first bytes.
    if (job.total === 0) return before;
    const atMs = this.#now();
    return [
      ...before.filter((sample) => atMs - sample.atMs < speedOverMs),
      { atMs, done: job.done },
    ];
  }

  #changed(): void {
    this.#list = [...this.#jobs.values()];
    for (const listener of this.#listeners) listener();
  }
}

const known = new WeakMap<Desktop, { readonly of: NotebookSession; readonly jobs: JobList }>();

/** The jobs of the opened notebook; they outlive the view that started them, but not the notebook. */
export function useJobList(desktop: Desktop): JobList {
  const session = useSession();
  const before = known.get(desktop);
  if (before?.of === session) return before.jobs;
  before?.jobs.stop();
  const jobs = new JobList(desktop);
  known.set(desktop, { of: session, jobs });
  return jobs;
}

/** Jobs that run or failed, as they change. */
export function useJobs(jobs: JobList): readonly WatchedJob[] {
  return useSyncExternalStore(jobs.subscribe, jobs.list);
}
