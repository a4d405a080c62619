import { assertNever } from '../lib/assert-never.ts';
import { type LogoFault, longestLogoBytes, longestLogoSide } from '../report/logo.ts';
import type { TemplateFileError } from '../report/report-template.ts';
import type { Message, MessageValues } from './messages.ts';
import { reportTemplateMessages as m } from './report-template-messages.ts';

const logoMessages: Readonly<Record<LogoFault, Message>> = {
  'too-large': m.logoTooLarge,
  'not-a-picture': m.logoNotAPicture,
  'other-kind': m.logoOtherKind,
  'too-many-pixels': m.logoTooManyPixels,
  animated: m.logoAnimated,
  damaged: m.logoDamaged,
};

/** The sentence, and what stands in it, that says why a file was not taken as a template or as a logo. */
export function wordTemplateError(
  error: TemplateFileError,
  file: string,
): { readonly text: Message; readonly values: MessageValues } {
  switch (error.kind) {
    case 'read-failed':
      return { text: m.unread, values: { file, detail: error.detail } };
    case 'too-large':
      return { text: m.tooLarge, values: { file, bytes: error.bytes, limit: error.limit } };
    case 'not-json':
      return { text: m.notJson, values: { file } };
    case 'not-a-template':
      return { text: m.notATemplate, values: { file, field: error.field } };
    case 'logo':
      return {
        text: logoMessages[error.fault],
        values: { file, limit: longestLogoBytes, side: longestLogoSide },
      };
    default:
      return assertNever(error);
  }
}
