import type { CustodyAction, CustodyEvent } from './evidence.ts';
import { foldName } from './fold-name.ts';

/** A custody event with when it was written down, by the writer's clock. */
export type CustodyEntry = {
  readonly op: string;
  readonly wall: number;
  readonly event: CustodyEvent;
};

/** What does not fit in an item's custody: a gap that somebody can fill, or two things that cannot both be true. */
export type CustodyDoubt =
  /** The first event does not say how the item came into anybody's hands. */
  | { readonly kind: 'no-beginning'; readonly op: string }
  /** It was handed over, and one of the two is not named. */
  | { readonly kind: 'unnamed-party'; readonly op: string }
  /** It was handed over by somebody who did not have it. */
  | {
      readonly kind: 'holder-differs';
      readonly op: string;
      readonly expected: string;
      readonly said: string;
    }
  /** It was sent on its way, and nobody says that it arrived. */
  | { readonly kind: 'not-received'; readonly op: string; readonly by: string }
  /** Something happened to it after it was returned or disposed of. */
  | { readonly kind: 'after-its-end'; readonly op: string; readonly end: CustodyAction }
  /** It is said to have happened after it was written down. */
  | { readonly kind: 'in-the-future'; readonly op: string }
  /** It was written down that a seal was found intact, and it is another one than was put on. */
  | {
      readonly kind: 'seal-differs';
      readonly op: string;
      readonly expected: string;
      readonly said: string;
    }
  | { readonly kind: 'seal-broken'; readonly op: string }
  /** A seal had been put on, and none was found. */
  | { readonly kind: 'seal-gone'; readonly op: string; readonly expected: string }
  | { readonly kind: 'hash-differs'; readonly op: string };

/** Clocks differ by as much without anybody being wrong. */
const clockToleranceMs = 10 * 60_000;

/** When an event happened, as well as it is known: what people say, or when it was written down. */
export function custodyInstant({ wall, event }: Pick<CustodyEntry, 'wall' | 'event'>): number {
  const said = event.at?.utc;
  return said === null || said === undefined ? wall : Date.parse(said);
}

/** Custody events in the order in which they happened; those of one moment stay as they were written. */
export function custodyInOrder<E extends CustodyEntry>(custody: readonly E[]): readonly E[] {
  return custody.toSorted((a, b) => custodyInstant(a) - custodyInstant(b));
}

const beginnings: ReadonlySet<CustodyAction> = new Set(['collected', 'received']);
/** Events after which somebody else has it, or the same person again. */
const moves: ReadonlySet<CustodyAction> = new Set([
  'collected',
  'received',
  'transferred',
  'stored',
  'returned',
]);
const handOvers: ReadonlySet<CustodyAction> = new Set(['transferred', 'returned']);

/** Follows an item through its custody and says what does not fit, in the order in which it happened. */
export function doubtsOfCustody(custody: readonly CustodyEntry[]): readonly CustodyDoubt[] {
  const doubts: CustodyDoubt[] = [];
  let holder = '';
  let seal = '';
  let end: CustodyAction | undefined;
  const inOrder = custodyInOrder(custody);
  for (const [index, entry] of inOrder.entries()) {
    const { op, wall, event } = entry;
    const { action } = event;
    if (index === 0 && !beginnings.has(action)) doubts.push({ kind: 'no-beginning', op });
    if (end !== undefined && action !== 'received') doubts.push({ kind: 'after-its-end', op, end });
    if (custodyInstant(entry) > wall + clockToleranceMs) doubts.push({ kind: 'in-the-future', op });
    if (handOvers.has(action) && (event.from.trim() === '' || event.to.trim() === ''))
      doubts.push({ kind: 'unnamed-party', op });
    if (moves.has(action) && isOther(holder, event.from))
      doubts.push({ kind: 'holder-differs', op, expected: holder, said: event.from });
    if (event.hash === 'differs') doubts.push({ kind: 'hash-differs', op });
    doubts.push(...doubtsOfSeal(entry, seal));
    if (isOnItsWay(entry) && !isConfirmed(entry, inOrder.slice(index + 1)))
      doubts.push({ kind: 'not-received', op, by: event.to });

    if (moves.has(action) && event.to.trim() !== '') holder = event.to;
    if (event.seal !== undefined && event.seal.trim() !== '') seal = event.seal;
    else if (event.sealState === 'broken' || event.sealState === 'none') seal = '';
    if (action === 'returned' || action === 'disposed') end = action;
    else if (action === 'received') end = undefined;
  }
  return doubts;
}

function isOther(expected: string, said: string): boolean {
  return (
    expected.trim() !== '' &&
    said.trim() !== '' &&
    foldName(expected.trim()) !== foldName(said.trim())
  );
}

function doubtsOfSeal({ op, event }: CustodyEntry, expected: string): readonly CustodyDoubt[] {
  switch (event.sealState) {
    case undefined:
      return [];
    case 'broken':
      return [{ kind: 'seal-broken', op }];
    case 'none':
      return expected === '' ? [] : [{ kind: 'seal-gone', op, expected }];
    case 'intact': {
      const said = event.seal ?? '';
      return isOther(expected, said) ? [{ kind: 'seal-differs', op, expected, said }] : [];
    }
  }
}

/** Handed to somebody who was not there: what goes by hand needs no second signature. */
function isOnItsWay({ event }: CustodyEntry): boolean {
  return event.action === 'transferred' && (event.delivery ?? '').trim() !== '';
}

function isConfirmed({ event }: CustodyEntry, later: readonly CustodyEntry[]): boolean {
  return later.some(
    (next) =>
      (next.event.action === 'received' || next.event.action === 'stored') &&
      !isOther(event.to, next.event.to),
  );
}
