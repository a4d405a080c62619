import type { Language, MessageValues } from '#shared/i18n/messages.ts';
import { listMessages } from '#shared/i18n/list-messages.ts';
import { type Message, say } from '#shared/i18n/messages.ts';
import { formatMessages } from '#shared/i18n/rescue-messages.ts';
import { rescueViewMessages as m } from '#shared/i18n/rescue-view-messages.ts';
import type { IpcReply } from '#shared/ipc/contract.ts';
import type { RescueLookError } from '#shared/ipc/rescue-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { appendErrorText } from '../../records/append-error-text.ts';
import { jobErrorText } from '../../records/job-error-text.ts';

export type RescueImportError = Extract<IpcReply<'rescue:import'>, { ok: false }>['error'];

/** Why a file is not shown as a case. */
export function lookErrorText(
  language: Language,
  error: RescueLookError,
  takesLists: boolean,
): string {
  const word = (message: Message, values?: MessageValues) => say(language, message, values);
  switch (error.kind) {
    case 'not-picked':
      return word(m.errorNotPicked);
    case 'no-case':
      return word(takesLists ? listMessages.errorNoList : m.errorNoCase);
    case 'too-large':
      return word(takesLists ? listMessages.errorTooLarge : m.errorTooLarge);
    case 'broken-workbook':
      return word(m.errorBroken, { part: visibleText(error.part) });
    case 'encrypted':
      return word(m.errorEncrypted, { format: word(formatMessages[error.format]) });
    case 'nothing-to-take':
      return word(m.errorNothingToTake, {
        format: word(formatMessages[error.format]),
        object: visibleText(error.object),
      });
  }
}

/** Why a case is not in the notebook, or not all of it. */
export function importErrorText(language: Language, error: RescueImportError): string {
  const word = (message: Message, values?: MessageValues) => say(language, message, values);
  switch (error.kind) {
    case 'no-notebook':
      return word(m.errorNoNotebook);
    case 'read-only':
      return word(m.errorReadOnly);
    case 'not-answered':
      return word(m.errorNotAnswered);
    case 'file-changed':
      return word(m.errorChanged, { no: error.no });
    case 'not-taken': {
      const { because } = error;
      const reason =
        because.kind === 'cancelled' ? word(m.reasonCancelled) : jobErrorText(language, because);
      return word(m.errorNotTaken, { reason });
    }
    case 'stopped': {
      const { because, written, of } = error;
      const reason =
        because.kind === 'cancelled' ? word(m.reasonCancelled) : appendErrorText(language, because);
      return word(m.errorStopped, { written, of, reason });
    }
  }
}
