import type { IpcHandlers } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Dialogs } from '../dialogs.ts';
import type { EvidenceJobs } from './evidence-jobs.ts';
import type { WindowNotebook } from './window-notebook.ts';

/** Files become evidence in the background; each is a job that the window hears of. */
export function evidenceHandlers(
  notebook: WindowNotebook,
  dialogs: Dialogs,
): Pick<IpcHandlers, 'evidence:pick' | 'evidence:drop' | 'evidence:paste' | 'evidence:cancel'> {
  const writableJobs = (): Result<
    EvidenceJobs,
    { kind: 'no-notebook' } | { kind: 'read-only' }
  > => {
    const jobs = notebook.jobs();
    if (jobs === undefined) return err({ kind: 'no-notebook' });
    if (notebook.current()?.describe().readOnly !== null) return err({ kind: 'read-only' });
    return ok(jobs);
  };
  return {
    'evidence:pick': async ({ note }) => {
      const before = writableJobs();
      if (!before.ok) return before;
      const files = await dialogs.chooseEvidence();
      if (files.length === 0) return err({ kind: 'cancelled' });
      // The notebook may have been closed while the dialog stood open.
      const jobs = writableJobs();
      return jobs.ok ? ok({ jobs: jobs.value.add(files, note) }) : jobs;
    },
    'evidence:drop': async ({ paths, note }) => {
      const jobs = writableJobs();
      return jobs.ok ? ok({ jobs: jobs.value.add(paths, note) }) : jobs;
    },
    'evidence:paste': async ({ bytes, note }) => {
      const open = notebook.current();
      if (open === undefined) return err({ kind: 'no-notebook' });
      if (open.describe().readOnly !== null) return err({ kind: 'read-only' });
      const added = await open.addPicture({ bytes, note });
      if (added.ok) return added;
      const { error } = added;
      if (error.kind === 'append-failed') return err({ kind: error.kind, append: error.append });
      if (error.kind === 'not-a-picture' || error.kind === 'disk-full')
        return err({ kind: error.kind });
      return err({ kind: 'write-failed', detail: 'detail' in error ? error.detail : error.kind });
    },
    'evidence:cancel': async ({ job }) => {
      notebook.jobs()?.cancel(job);
      return ok({});
    },
  };
}
