import { errorMessages as m } from '#shared/i18n/error-messages.ts';
import { type Language, say } from '#shared/i18n/messages.ts';
import type { AppendError } from '#shared/ipc/contract.ts';
import { assertNever } from '#shared/lib/assert-never.ts';

/** Words why an operation was not written: what happened, what was kept, what to do. */
export function appendErrorText(language: Language, error: AppendError): string {
  switch (error.kind) {
    case 'no-notebook':
      return say(language, m.appendNoNotebook);
    case 'read-only':
      return say(language, m.appendReadOnly);
    case 'disk-full':
      return say(language, m.appendDiskFull);
    case 'too-long':
      return say(language, m.appendTooLong, { bytes: error.bytes, limit: error.limit });
    case 'write-failed':
      return say(language, m.appendWriteFailed, { detail: error.detail });
    case 'invalid':
      return say(language, m.appendInvalid, { field: error.field });
    default:
      return assertNever(error);
  }
}
