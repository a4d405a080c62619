import { evidenceMessages as m } from '#shared/i18n/evidence-messages.ts';
import { logMessages } from '#shared/i18n/logs-messages.ts';
import { type Language, say } from '#shared/i18n/messages.ts';
import type { AppendError, Job } from '#shared/ipc/contract.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import { logErrorText } from './log-error-text.ts';

/** Words why a file is not evidence now, and what to do; the original is never touched. */
export function jobErrorText(language: Language, error: Job['error']): string {
  if (error === undefined) return say(language, m.failedUnknown);
  switch (error.kind) {
    case 'not-a-regular-file':
      return say(language, m.failedNotRegular);
    case 'not-found':
      return say(language, m.failedNotFound);
    case 'not-a-folder':
      return say(language, m.failedNotFolder);
    case 'too-many-files':
      return say(language, m.failedTooMany, { n: error.limit });
    case 'no-access':
      return say(language, m.failedNoAccess, { detail: error.detail });
    case 'disk-full':
      return say(language, m.failedDiskFull);
    case 'copy-differs':
      return say(language, m.failedCopyDiffers);
    case 'read-failed':
      return say(language, m.failedRead, { detail: error.detail });
    case 'append-failed':
      return say(language, m.failedAppend, { reason: appendReason(language, error.append) });
    case 'rows-failed':
      return say(language, logMessages.rowsFailed, {
        evidence: error.evidence,
        reason: logErrorText(language, error.because),
      });
    default:
      return assertNever(error);
  }
}

function appendReason(language: Language, error: AppendError): string {
  switch (error.kind) {
    case 'no-notebook':
      return say(language, m.appendNoNotebook);
    case 'read-only':
      return say(language, m.appendReadOnly);
    case 'disk-full':
      return say(language, m.appendDiskFull);
    case 'too-long':
      return say(language, m.appendTooLong);
    case 'write-failed':
      return say(language, m.appendWriteFailed, { detail: error.detail });
    case 'invalid':
      return say(language, m.appendInvalid, { field: error.field });
    default:
      return assertNever(error);
  }
}
