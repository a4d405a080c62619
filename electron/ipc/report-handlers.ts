import { createHash } from 'node:crypto';
import type { IpcHandlers, IpcReply, IpcRequest } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Dialogs } from '../dialogs.ts';
import { replaceFile } from '../notebook/durable-file.ts';
import { isOutOfSpace, systemCode, systemDetail } from '../notebook/system-error.ts';
import { lacksOf } from '../report/pdf-structure.ts';
import type { NotebookPort } from './notebook-port.ts';
import type { WindowNotebook } from './window-notebook.ts';

type ExportError = Extract<
  Extract<IpcReply<'report:export'>, { ok: false }>['error'],
  { kind: 'disk-full' | 'write-failed' }
>;
type Wanted = IpcRequest<'report:export'>;

/** Makes the report's bytes in the wanted format. */
export type ReportRenderer = (
  notebook: NotebookPort,
  wanted: Wanted,
) => Promise<Result<Uint8Array, { readonly kind: 'print-failed'; readonly detail: string }>>;

/** Prints the chain-of-custody form. */
export type CustodyFormRenderer = (
  notebook: NotebookPort,
  wanted: IpcRequest<'custody:form'>,
) => Promise<Result<Uint8Array, { readonly kind: 'print-failed'; readonly detail: string }>>;

/** Asks where first, so that nothing is made for a cancelled dialog. */
export function reportHandlers(
  notebook: WindowNotebook,
  dialogs: Dialogs,
  renderReport: ReportRenderer,
  renderCustodyForm: CustodyFormRenderer,
): Pick<IpcHandlers, 'report:export' | 'custody:form'> {
  return {
    'custody:form': async (wanted) => {
      const current = notebook.current();
      if (current === undefined) return err({ kind: 'no-notebook' });
      const file = await dialogs.chooseCustodyForm(current.describe().name, wanted);
      if (file === undefined) return err({ kind: 'cancelled' });
      const bytes = await renderCustodyForm(current, wanted);
      if (!bytes.ok) return bytes;
      try {
        await replaceFile(file, bytes.value);
      } catch (error) {
        return err(writeError(error));
      }
      return ok({ place: file, bytes: bytes.value.byteLength, ...lacksOf('pdf', bytes.value) });
    },
    'report:export': async (wanted) => {
      const current = notebook.current();
      if (current === undefined) return err({ kind: 'no-notebook' });
      const file = await dialogs.chooseReportFile(current.describe().name, wanted);
      if (file === undefined) return err({ kind: 'cancelled' });
      const bytes = await renderReport(current, wanted);
      if (!bytes.ok) return bytes;
      try {
        await replaceFile(file, bytes.value);
      } catch (error) {
        return err(writeError(error));
      }
      const sha256 = createHash('sha256').update(bytes.value).digest('hex');
      return ok({
        place: file,
        bytes: bytes.value.byteLength,
        sha256,
        ...lacksOf(wanted.format, bytes.value),
      });
    },
  };
}

function writeError(error: unknown): ExportError {
  if (isOutOfSpace(error)) return { kind: 'disk-full' };
  if (systemCode(error) === undefined) throw error;
  return { kind: 'write-failed', detail: systemDetail(error) };
}
