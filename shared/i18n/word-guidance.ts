import { type GuidanceChange, type GuidancePiece, unwrittenTime } from '../catalogue/guidance.ts';
import type { GuidanceWriteError, PickError } from '../ipc/guidance-contract.ts';
import { assertNever } from '../lib/assert-never.ts';
import { sizeText } from '../report/size-text.ts';
import { guidanceMessages as m } from './guidance-messages.ts';
import { type Language, type Message, say } from './messages.ts';

export type GuidanceError =
  PickError | GuidanceWriteError | { readonly kind: 'nothing' } | { readonly kind: 'not-picked' };

/** Number, day and author of a revision, as far as it says them: a file written by hand says only the number. */
export function wordRevision(
  { revision, changed, by }: Pick<GuidancePiece, 'revision' | 'changed' | 'by'>,
  language: Language,
): string {
  const number = String(revision);
  if (changed === unwrittenTime) return say(language, m.revision, { number });
  return say(language, m.revisionBy, {
    number,
    date: changed.slice(0, 10),
    by: by.trim() === '' ? say(language, m.unnamed) : by,
  });
}

/** What a file would change, against revision `here`. */
export const changeMessages: Readonly<Record<GuidanceChange['change'], Message>> = {
  new: m.changeNew,
  newer: m.changeNewer,
  differs: m.changeDiffers,
  same: m.changeSame,
  older: m.changeOlder,
};

/** Words why guidance was not read, kept or written; nothing for a person who cancelled. */
export function guidanceErrorText(language: Language, error: GuidanceError): string | undefined {
  switch (error.kind) {
    case 'cancelled':
      return undefined;
    case 'nothing':
      return say(language, m.nothingToExport);
    case 'not-picked':
      return say(language, m.errorNotPicked);
    case 'disk-full':
      return say(language, m.errorDiskFull);
    case 'write-failed':
      return say(language, m.errorWriteFailed, { detail: error.detail });
    case 'read-failed':
      return say(language, m.errorReadFailed, { detail: error.detail });
    case 'too-large':
      return say(language, m.errorTooLarge, {
        size: sizeText(error.bytes, language),
        limit: sizeText(error.limit, language),
      });
    case 'not-json':
      return say(language, m.errorNotJson);
    case 'not-guidance':
      return say(language, m.errorNotGuidance);
    case 'newer-format':
      return say(language, m.errorNewerFormat);
    case 'twice':
      return say(language, m.errorTwice, { where: error.where });
    case 'invalid':
      return say(language, m.errorInvalid, { where: error.where });
    case 'not-a-bundle':
      return say(language, m.errorNotABundle);
    case 'no-release':
      return say(language, m.errorNoRelease);
    case 'other-domain':
      return say(language, m.errorOtherDomain, { domain: error.domain });
    case 'too-few':
      return say(language, m.errorTooFew, { n: error.techniques });
    default:
      return assertNever(error);
  }
}
