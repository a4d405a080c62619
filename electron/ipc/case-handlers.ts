import { formatFacts } from '#shared/export/export-formats.ts';
import type { IpcHandlers, IpcReply } from '#shared/ipc/contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Dialogs } from '../dialogs.ts';
import { sha256Hex } from '../notebook/node-crypto.ts';
import { isOutOfSpace, systemCode, systemDetail } from '../notebook/system-error.ts';
import type { AppInfo } from './app-handlers.ts';
import type { WindowNotebook } from './window-notebook.ts';

type ExportError = Extract<IpcReply<'case:export'>, { ok: false }>['error'];

/** Previews and writes exports for other tools; the writers are loaded when somebody first asks for one. */
export function caseHandlers(
  notebook: WindowNotebook,
  dialogs: Dialogs,
  info: () => AppInfo,
): Pick<IpcHandlers, 'case:preview' | 'case:export'> {
  return {
    'case:preview': async (wanted) => {
      const current = notebook.current();
      if (current === undefined) return err({ kind: 'no-notebook' });
      const { previewOpenNotebook } = await import('../export/export-notebook.ts');
      return ok(await previewOpenNotebook(current, wanted));
    },
    'case:export': async (wanted) => {
      const current = notebook.current();
      if (current === undefined) return err({ kind: 'no-notebook' });
      const { format } = wanted;
      const { ending } = formatFacts[format];
      const chosen = await dialogs.chooseExportFile(current.describe().name, { format, ending });
      if (chosen === undefined) return err({ kind: 'cancelled' });
      const { exportOpenNotebook } = await import('../export/export-notebook.ts');
      const { writeFiles } = await import('../export/write-files.ts');
      const { files, preview } = await exportOpenNotebook(current, wanted, info().version);
      try {
        const written = await writeFiles(chosen, format, files);
        return ok({
          files: written.map(({ place, bytes }) => ({
            place,
            bytes: bytes.byteLength,
            sha256: sha256Hex(bytes),
          })),
          preview,
        });
      } catch (error) {
        return err(writeError(error));
      }
    },
  };
}

function writeError(error: unknown): ExportError {
  if (isOutOfSpace(error)) return { kind: 'disk-full' };
  if (systemCode(error) === undefined) throw error;
  return { kind: 'write-failed', detail: systemDetail(error) };
}
