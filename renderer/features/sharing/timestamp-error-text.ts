import { errorMessages } from '#shared/i18n/error-messages.ts';
import { type Language, say } from '#shared/i18n/messages.ts';
import { timestampMessages as m } from '#shared/i18n/timestamp-messages.ts';
import type { IpcReply } from '#shared/ipc/contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';

type ErrorOf<Reply> =
  Extract<Reply, { readonly ok: false }> extends { readonly error: infer E } ? E : never;
type TimestampError = ErrorOf<IpcReply<'timestamp:take'>> | ErrorOf<IpcReply<'timestamp:request'>>;

/** Why no request was written or no answer taken in; undefined when somebody thought better of it. */
export function timestampErrorText(language: Language, error: TimestampError): string | undefined {
  switch (error.kind) {
    case 'cancelled':
      return undefined;
    case 'no-notebook':
    case 'read-only':
      return say(language, errorMessages.appendNoNotebook);
    case 'write-failed':
      return say(language, m.requestNotWritten, { file: error.file, detail: error.detail });
    case 'not-a-response':
      return say(language, m.noResponse, { file: visibleText(error.file) });
    case 'refused':
      return say(language, m.refused, { text: visibleText(error.text) });
    case 'unknown-algorithm':
      return say(language, m.unknownAlgorithm, {
        file: visibleText(error.file),
        name: error.name,
      });
    case 'not-signed':
      return say(language, m.notSigned, { file: visibleText(error.file) });
    case 'wrong-certificate':
      return say(language, m.wrongCertificate, { file: visibleText(error.file) });
    case 'other-seal':
      return say(language, m.otherSeal, { file: visibleText(error.file), value: error.value });
    case 'already-there':
      return say(language, m.alreadyThere, { value: error.value });
    case 'not-kept':
      return say(language, m.responseNotKept, { detail: error.detail });
  }
}
