import type { HiddenCount } from '../export/plan-redaction.ts';
import type { IpcReply } from '../ipc/contract.ts';
import { conflictWhatMessages } from './conflict-messages.ts';
import { lineFieldMessages } from './line-field-messages.ts';
import { defineMessages, type Language, type Message, say } from './messages.ts';
import { hiddenReasonMessages } from './redaction-messages.ts';
import { redactionViewMessages } from './redaction-view-messages.ts';
import { fieldName } from './word-conflict.ts';
import { wordBundleError, wordCopyError } from './word-transfer.ts';

type RedactionProblem = Extract<IpcReply<'bundle:redact'>, { readonly ok: false }>['error'];

/** Why there is no redacted copy; nothing for a person who cancelled. */
export function wordRedactionError(
  error: RedactionProblem,
  language: Language,
): string | undefined {
  if (error.kind === 'damaged-notebook') return say(language, redactionViewMessages.damaged);
  if (error.kind === 'nothing-to-hide') return say(language, redactionViewMessages.nothingChosen);
  if (error.kind === 'newer-lines') return say(language, redactionViewMessages.newerLines);
  return wordBundleError(error, language);
}

type CheckProblem = Extract<IpcReply<'received:check'>, { readonly ok: false }>['error'];

/** Why a redacted copy was not checked; the lines after the first name what was found. */
export function wordCheckError(
  error: CheckProblem,
  names: { readonly copy: string; readonly opening: string },
  language: Language,
): readonly string[] {
  const { opening: file } = names;
  if (error.kind === 'not-an-opening')
    return [say(language, redactionViewMessages.notAnOpening, { file })];
  if (error.kind === 'opening-unreadable') {
    const { detail } = error;
    return [say(language, redactionViewMessages.openingUnreadable, { file, detail })];
  }
  return wordCopyError(error, names.copy, language);
}

/** What is hidden at one place of one type of line, and why, as values of a sentence. */
export function wordHidden(
  { type, at, reason, count }: HiddenCount,
  language: Language,
): { readonly n: number; readonly type: string; readonly at: string; readonly reason: string } {
  return { n: count, type, at, reason: say(language, hiddenReasonMessages[reason]) };
}

/** What lines are about, by the first part of their type. */
export const lineSubjectMessages = defineMessages({
  ...conflictWhatMessages,
  feed: { en: 'Beginning of a feed', ja: 'フィードの最初の行' },
  entry: { en: 'Entry', ja: '記録' },
  source: { en: 'Log source', ja: 'ログの情報源' },
  checklist: { en: 'Checklist', ja: 'チェックリスト' },
  asset: conflictWhatMessages.system,
  read: { en: 'Reading mark', ja: '既読の印' },
  release: { en: 'Version of the report', ja: '報告書の版' },
  handover: { en: 'Handover', ja: '引き継ぎ' },
  clock: { en: 'Clock', ja: '時計' },
  merge: { en: 'Joining of copies', ja: '控えの統合' },
  key: { en: 'Change of key', ja: '鍵の変更' },
  seal: { en: 'Seal', ja: '封印' },
});

/** The same in the words of whoever writes a notebook: `Entry, text`. */
export function wordHiddenPlace(
  { type, at }: Pick<HiddenCount, 'type' | 'at'>,
  language: Language,
): string {
  return say(language, redactionViewMessages.hiddenPlace, {
    subject: wordLineSubject(type, language),
    field: wordPlace(at, language),
  });
}

/** What a line of a type is about; a type that this version does not know is shown as it is called. */
export function wordLineSubject(type: string, language: Language): string {
  const [family = ''] = type.split('.');
  const known: Readonly<Record<string, Message>> = lineSubjectMessages;
  const subject = Object.hasOwn(known, family) ? known[family] : undefined;
  return subject === undefined ? type : say(language, subject);
}

/** The field at a place of a line. */
export function wordPlace(at: string, language: Language): string {
  const field = at.split('/').findLast((part) => part !== '' && !/^\d+$/.test(part)) ?? at;
  return wordLineField(field, language);
}

/** A field of a line; one that this version has no word for is shown as it is called there. */
export function wordLineField(field: string, language: Language): string {
  const known: Readonly<Record<string, Message>> = lineFieldMessages;
  const message = Object.hasOwn(known, field) ? known[field] : undefined;
  return message === undefined ? fieldName(field, language) : say(language, message);
}

/** A field that can be hidden, as `hideableFields` names it: what it belongs to, and its own name. */
export function wordHideable(
  name: string,
  language: Language,
): { readonly group: string; readonly field: string } {
  const [kind = '', field] = name.split('.');
  return field === undefined
    ? {
        group: say(language, redactionViewMessages.everyLine),
        field: wordLineField(kind, language),
      }
    : {
        group: wordLineSubject(kind === 'feed' ? 'device' : kind, language),
        field: wordLineField(field, language),
      };
}
