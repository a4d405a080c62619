import { randomUUID } from 'node:crypto';
import { saveOperation } from '#shared/application/save-operation.ts';
import type { Job } from '#shared/ipc/contract.ts';
import type { CopyError, CopySummary } from '#shared/ipc/sharing-contract.ts';
import type { Operation } from '#shared/journal/operation.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Merged, MergeError } from '../transfer/merge-notebook.ts';
import type { MergeSummary } from '../transfer/plan-merge.ts';
import type { FileJobs } from './file-jobs.ts';
import type { NotebookPort, WorkOptions } from './notebook-port.ts';

/** Runs as a job that the window sees and can stop; what came of it is told by the reply. */
export function asJob<T, E extends { readonly kind: string }>(
  jobs: FileJobs,
  what: Pick<Job, 'kind' | 'name'>,
  run: (options: WorkOptions) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  return new Promise<Result<T, E>>((resolve, reject) => {
    jobs.start(what, async (options) => {
      try {
        const done = await run(options);
        resolve(done);
        // The failure itself goes with the reply: a job that failed would stay in the list of jobs.
        return done.ok ? ok(undefined) : err({ kind: 'cancelled' });
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
        return err({ kind: 'cancelled' });
      }
    });
  });
}

/**
 * Writes the line that tells of a merge, and one for each key that somebody has compared; false when one of them
 * could not be written.
 */
export async function recordMerge(
  port: NotebookPort,
  { summary, operation }: Merged,
  compared: readonly string[],
): Promise<boolean> {
  const came = new Set(summary.devices.map(({ feed }) => feed));
  const facts: readonly (Operation | undefined)[] = [
    operation,
    ...compared
      .filter((feed) => came.has(feed))
      .map((device): Operation => {
        const fields = { compared: true };
        return { t: 'device.set', id: randomUUID().replaceAll('-', ''), device, fields };
      }),
  ];
  let recorded = true;
  for (const fact of facts) {
    const saved = fact && (await saveOperation({ journal: port }, fact));
    recorded &&= saved?.ok !== false;
  }
  return recorded;
}

export function toSummary({
  devices,
  evidence,
  conflicts,
  forks,
  ...rest
}: MergeSummary): CopySummary {
  const { from, title, lines, entries } = rest;
  return {
    from,
    title,
    lines,
    entries,
    devices: devices.map((device) => ({ ...device })),
    evidence: { ...evidence },
    conflicts: conflicts.map(({ what, id, values }) => ({
      what,
      id,
      values: values.map((value) => ({ ...value })),
    })),
    forks: forks.map((fork) => ({ ...fork })),
  };
}

export function copyError(error: MergeError): CopyError {
  switch (error.kind) {
    case 'incoming-damaged':
    case 'would-damage': {
      const findings = error.findings.map(({ values, ...rest }) => ({
        ...rest,
        ...(values && { values: { ...values } }),
      }));
      return { kind: error.kind, findings };
    }
    case 'forks':
      return { kind: 'forks', forks: error.forks.map((fork) => ({ ...fork })) };
    case 'not-a-notebook':
      return { kind: 'not-a-bundle' };
    case 'redacted-copy':
      return { kind: 'redacted-copy' };
    case 'newer-notebook':
      return { kind: 'newer-notebook', version: error.version };
    case 'already-exists':
      return { kind: 'no-access', place: error.place, detail: error.kind };
    case 'disk-full':
      return { kind: 'disk-full' };
    case 'not-writable':
      return { kind: 'not-writable' };
    case 'not-a-bundle':
    case 'hostile-bundle':
    case 'bundle-damaged':
    case 'read-failed':
    case 'stopped':
    case 'locked-bundle':
    case 'age-problem':
    case 'other-notebook':
    case 'locked':
    case 'merge-failed':
    case 'no-access':
    case 'not-found':
      return error;
  }
}
