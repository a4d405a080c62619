import { reportViewMessages as m } from '#shared/i18n/report-view-messages.ts';
import { type Language, say } from '#shared/i18n/messages.ts';
import type { IpcReply } from '#shared/ipc/contract.ts';
import { assertNever } from '#shared/lib/assert-never.ts';

type ExportError = Extract<IpcReply<'report:export'>, { ok: false }>['error'];

/** Words why no report was written; nothing for a person who cancelled. */
export function exportErrorText(language: Language, error: ExportError): string | undefined {
  switch (error.kind) {
    case 'cancelled':
      return undefined;
    case 'no-notebook':
      return say(language, m.exportNoNotebook);
    case 'disk-full':
      return say(language, m.exportDiskFull);
    case 'write-failed':
      return say(language, m.exportWriteFailed, { detail: error.detail });
    case 'print-failed':
      return say(language, m.exportPrintFailed, { detail: error.detail });
    default:
      return assertNever(error);
  }
}
