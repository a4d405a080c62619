import type { HiddenCount } from '../export/plan-redaction.ts';
import { type Language, say } from './messages.ts';
import { hiddenReasonMessages } from './redaction-messages.ts';

/** What is hidden at one place of one type of line, and why, as values of a sentence. */
export function wordHidden(
  { type, at, reason, count }: HiddenCount,
  language: Language,
): { readonly n: number; readonly type: string; readonly at: string; readonly reason: string } {
  return { n: count, type, at, reason: say(language, hiddenReasonMessages[reason]) };
}
