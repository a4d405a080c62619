import type { IpcReply } from '../ipc/contract.ts';
import { assertNever } from '../lib/assert-never.ts';
import { errorMessages } from './error-messages.ts';
import { type Language, say } from './messages.ts';
import { openingMessages as m } from './opening-messages.ts';
import { redactionMessages } from './redaction-messages.ts';
import { sharingMessages } from './sharing-messages.ts';
import { wordCopyError } from './word-transfer.ts';

type Problem<C extends 'opening:look' | 'opening:write'> = Extract<
  IpcReply<C>,
  { readonly ok: false }
>['error'];

/** Why nothing of a copy can be shown; the lines after the first name what was found. */
export function wordLookError(
  error: Problem<'opening:look'>,
  name: string,
  language: Language,
): readonly string[] {
  if (error.kind === 'not-redacted') return [say(language, m.notRedacted, { name })];
  if (error.kind === 'other-notebook') {
    const { ours, theirs } = error;
    return [say(language, m.otherNotebook, { name, ours, theirs })];
  }
  return wordCopyError(error, name, language);
}

/** Why no opening was written; undefined when a person cancelled it. */
export function wordOpeningError(
  error: Problem<'opening:write'>,
  language: Language,
): string | undefined {
  switch (error.kind) {
    case 'cancelled':
      return undefined;
    case 'no-notebook':
      return say(language, errorMessages.appendNoNotebook);
    case 'not-picked':
      return say(language, sharingMessages.notPicked);
    case 'out-exists':
      return say(language, m.outExists, { place: error.place });
    case 'out-failed':
      return say(language, m.outFailed, { place: error.place, detail: error.detail });
    case 'too-large':
      return say(language, redactionMessages.openingTooLarge);
    case 'disk-full':
      return say(language, redactionMessages.openingDiskFull);
    case 'not-there':
      return say(language, m.notThere);
    default:
      return assertNever(error);
  }
}
