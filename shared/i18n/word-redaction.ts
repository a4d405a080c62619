import type { HiddenCount } from '../export/plan-redaction.ts';
import type { IpcReply } from '../ipc/contract.ts';
import { type Language, say } from './messages.ts';
import { hiddenReasonMessages } from './redaction-messages.ts';
import { redactionViewMessages } from './redaction-view-messages.ts';
import { wordBundleError } from './word-transfer.ts';

type RedactionProblem = Extract<IpcReply<'bundle:redact'>, { readonly ok: false }>['error'];

/** Why there is no redacted copy; nothing for a person who cancelled. */
export function wordRedactionError(
  error: RedactionProblem,
  language: Language,
): string | undefined {
  if (error.kind === 'damaged-notebook') return say(language, redactionViewMessages.damaged);
  if (error.kind === 'newer-lines') return say(language, redactionViewMessages.newerLines);
  return wordBundleError(error, language);
}

/** What is hidden at one place of one type of line, and why, as values of a sentence. */
export function wordHidden(
  { type, at, reason, count }: HiddenCount,
  language: Language,
): { readonly n: number; readonly type: string; readonly at: string; readonly reason: string } {
  return { n: count, type, at, reason: say(language, hiddenReasonMessages[reason]) };
}
