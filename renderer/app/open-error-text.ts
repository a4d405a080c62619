import { errorMessages as m } from '#shared/i18n/error-messages.ts';
import { type Language, say } from '#shared/i18n/messages.ts';
import type { OpenError } from '#shared/ipc/contract.ts';
import { assertNever } from '#shared/lib/assert-never.ts';

/** Words why a notebook was not opened; nothing for a person who cancelled. */
export function openErrorText(language: Language, error: OpenError): string | undefined {
  switch (error.kind) {
    case 'cancelled':
      return undefined;
    case 'not-a-notebook':
      return say(language, m.openNotANotebook, { place: error.place });
    case 'redacted-copy':
      return say(language, m.openRedacted, { place: error.place });
    case 'newer-notebook':
      return say(language, m.openNewer, { place: error.place, version: String(error.version) });
    case 'already-exists':
      return say(language, m.openAlreadyExists, { place: error.place });
    case 'not-found':
      return say(language, m.openNotFound, { place: error.place });
    case 'no-access':
      return say(language, m.openNoAccess, { place: error.place, detail: error.detail });
    case 'disk-full':
      return say(language, m.openDiskFull, { place: error.place });
    default:
      return assertNever(error);
  }
}
