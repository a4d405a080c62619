import { releaseProblemMessages } from '#shared/i18n/release-messages.ts';
import { releaseViewMessages as m } from '#shared/i18n/release-view-messages.ts';
import { type Language, say } from '#shared/i18n/messages.ts';
import type { IpcReply } from '#shared/ipc/contract.ts';
import { assertNever } from '#shared/lib/assert-never.ts';

type Channels =
  'coverage:export' | 'release:publish' | 'release:file' | 'release:check' | 'document:export';
type DocumentError = Extract<IpcReply<Channels>, { ok: false }>['error'];

/** Words why a document was not made or released; nothing for a person who cancelled. */
export function documentErrorText(
  language: Language,
  error: DocumentError,
  no = '',
): string | undefined {
  switch (error.kind) {
    case 'cancelled':
      return undefined;
    case 'no-notebook':
      return say(language, m.noNotebook);
    case 'no-such-release':
      return say(language, m.noSuchRelease);
    case 'not-found':
      return say(language, m.notFound);
    case 'newer-choice':
      return say(language, releaseProblemMessages.newerChoice, { no });
    case 'not-approved':
      return say(language, m.notApproved);
    case 'already-released':
      return say(language, m.alreadyReleased);
    case 'disk-full':
      return say(language, m.diskFull);
    case 'write-failed':
      return say(language, m.writeFailed, { detail: error.detail });
    case 'read-failed':
      return say(language, m.readFailed, { detail: error.detail });
    case 'print-failed':
      return say(language, releaseProblemMessages.printFailed, { detail: error.detail });
    default:
      return assertNever(error);
  }
}
