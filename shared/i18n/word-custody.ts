import type { CustodyDoubt } from '../domain/custody-line.ts';
import type { CustodyAction, CustodyEvent } from '../domain/evidence.ts';
import { assertNever } from '../lib/assert-never.ts';
import { custodyMessages as m } from './custody-messages.ts';
import { type Language, type Message, say } from './messages.ts';
import { reportCustodyMessages } from './report-annex-messages.ts';

/** What a doubt needs to know of the event that raised it. */
type Doubted = { readonly op: string; readonly event: Pick<CustodyEvent, 'action'> };

/** Words what does not fit in an item's custody: which event, and why. */
export function wordDoubt(
  doubt: CustodyDoubt,
  custody: readonly Doubted[],
  language: Language,
): string {
  const named = (action: CustodyAction) => say(language, reportCustodyMessages[action]);
  const of = custody.find(({ op }) => op === doubt.op)?.event.action ?? 'accessed';
  const word = (message: Message, values = {}) => say(language, message, values);
  const action = named(of);
  switch (doubt.kind) {
    case 'no-beginning':
      return word(m.doubtNoBeginning);
    case 'unnamed-party':
      return word(m.doubtUnnamed, { action });
    case 'holder-differs':
      return word(m.doubtHolder, { action, expected: doubt.expected, said: doubt.said });
    case 'not-received':
      return word(m.doubtNotReceived, { by: doubt.by });
    case 'after-its-end':
      return word(m.doubtAfterEnd, { action, end: named(doubt.end) });
    case 'in-the-future':
      return word(m.doubtFuture, { action });
    case 'seal-differs':
      return word(m.doubtSealDiffers, { action, expected: doubt.expected, said: doubt.said });
    case 'seal-broken':
      return word(m.doubtSealBroken, { action });
    case 'seal-gone':
      return word(m.doubtSealGone, { action, expected: doubt.expected });
    case 'hash-differs':
      return word(m.doubtHash, { action });
    default:
      return assertNever(doubt);
  }
}

/** States of a seal, in words. */
export const sealStateMessages: Readonly<Record<NonNullable<CustodyEvent['sealState']>, Message>> =
  { intact: m.sealIntact, broken: m.sealBroken, none: m.sealNone };

/** What came of comparing a hash, in words. */
export const hashResultMessages: Readonly<Record<NonNullable<CustodyEvent['hash']>, Message>> = {
  same: m.hashSame,
  differs: m.hashDiffers,
};

/** The facts of an event beside its parties, each with its name. */
export function custodyDetails(
  event: CustodyEvent,
  language: Language,
): readonly { readonly name: string; readonly text: string }[] {
  const fact = (message: Message, text: string | undefined) =>
    text === undefined || text.trim() === '' ? [] : [{ name: say(language, message), text }];
  const state = event.sealState && say(language, sealStateMessages[event.sealState]);
  const hash = event.hash && say(language, hashResultMessages[event.hash]);
  return [
    ...fact(m.place, event.place),
    ...fact(m.purpose, event.purpose),
    ...fact(m.witness, event.witness),
    ...fact(m.delivery, event.delivery),
    ...fact(m.sealState, state),
    ...fact(m.seal, event.seal),
    ...fact(m.hash, hash),
    ...fact(m.sheet, event.sheet),
    ...fact(m.note, event.note),
  ];
}
