import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import { type Language, say } from '#shared/i18n/messages.ts';
import type { RowsError } from '#shared/ipc/log-contract.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import { visibleText } from '#shared/report/visible-text.ts';

/** Words why a log, its rows or a record cannot be read, and what to do. */
export function logErrorText(language: Language, error: RowsError): string {
  switch (error.kind) {
    case 'no-notebook':
      return say(language, m.errorNoNotebook);
    case 'no-such-row':
      return say(language, m.errorNoSuchRow);
    case 'not-found':
      return say(language, m.errorNotFound);
    case 'not-a-regular-file':
      return say(language, m.errorNotAFile);
    case 'no-access':
      return say(language, m.errorNoAccess, { detail: error.detail });
    case 'read-failed':
      return say(language, m.errorReadFailed, { detail: error.detail });
    case 'disk-full':
      return say(language, m.errorDiskFull);
    case 'unknown-encoding':
      return say(language, m.errorEncoding, { encoding: error.encoding });
    case 'no-such-sheet':
      return say(language, m.errorNoSuchSheet, { sheet: visibleText(error.sheet) });
    case 'not-of-this-format':
      return say(language, m.errorFormat, { reader: error.reader });
    case 'cancelled':
      return say(language, m.errorCancelled);
    default:
      return assertNever(error);
  }
}
