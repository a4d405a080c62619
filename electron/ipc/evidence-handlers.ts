import path from 'node:path';
import type { IpcHandlers, Job } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Dialogs } from '../dialogs.ts';
import { pathsOfDrop } from './dropped-files.ts';
import { type WindowNotebook, writableNotebook } from './window-notebook.ts';

/** Files become evidence in the background; each is a job that the window hears of. */
export function evidenceHandlers(
  notebook: WindowNotebook,
  dialogs: Dialogs,
): Pick<IpcHandlers, 'evidence:pick' | 'evidence:drop' | 'evidence:paste' | 'evidence:cancel'> {
  const add = (
    files: readonly string[],
    note: string,
  ): Result<{ jobs: Job[] }, { kind: 'no-notebook' } | { kind: 'read-only' }> => {
    const writable = writableNotebook(notebook);
    if (!writable.ok) return writable;
    const { jobs, port } = writable.value;
    return ok({
      jobs: files.map((file) =>
        jobs.start({ kind: 'evidence', name: path.basename(file) }, (options) =>
          port.addEvidence({ file, note, ...options }),
        ),
      ),
    });
  };
  return {
    'evidence:pick': async ({ note }) => {
      const before = writableNotebook(notebook);
      if (!before.ok) return before;
      const files = await dialogs.chooseEvidence();
      if (files.length === 0) return err({ kind: 'cancelled' });
      // The notebook may have been closed while the dialog stood open.
      return add(files, note);
    },
    'evidence:drop': async ({ paths, note }) => {
      const dropped = pathsOfDrop(paths);
      return dropped.ok ? add(dropped.value, note) : dropped;
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
      notebook.transfers.cancel(job);
      notebook.rows()?.cancel(job);
      return ok({});
    },
  };
}
