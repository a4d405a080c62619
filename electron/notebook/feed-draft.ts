import type { AppendError } from '#shared/ipc/contract.ts';
import {
  lineVersion,
  type Payload,
  type Seen,
  signedText,
  type SignedLine,
  writeLine,
} from '#shared/journal/envelope.ts';
import { type Operation, parseOperation } from '#shared/journal/operation.ts';
import { longestLineBytes, noPreviousLine } from '#shared/lib/ids.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { ClockReading } from './machine.ts';
import { sha256Hex } from './node-crypto.ts';

/** The last line of a feed. */
export type FeedHead = { readonly seq: number; readonly hash: string; readonly lam: number };

/** Everything that the next line of a feed depends on; a new value for every line. */
export type FeedCursor = {
  readonly head: FeedHead | undefined;
  /** Heads of other feeds that no line of this feed has named yet. */
  readonly unwitnessed: Readonly<Record<string, FeedHead>>;
  /** Highest Lamport number of any head named in `seen` so far. */
  readonly seenLam: number;
  /** The clocks at this process's previous line; undefined before its first. */
  readonly clock: ClockReading | undefined;
};

/** Who writes: what every line of one feed has in common. */
export type FeedIdentity = {
  readonly notebook: string;
  readonly feed: string;
  readonly sign: (text: string) => string;
};

/** A signed line with its bytes, newline included, and the cursor after it. */
export type DraftedLine = {
  readonly line: SignedLine;
  readonly bytes: Buffer;
  readonly next: FeedCursor;
};

/** A jump smaller than this is the clock being kept right by small steps. */
const smallestJumpMs = 2_000;

/** How far the wall clock moved against the time since boot; undefined when it did not. */
export function clockJumpMs(cursor: FeedCursor, now: ClockReading): number | undefined {
  if (cursor.clock === undefined) return undefined;
  const byMs = now.wall - cursor.clock.wall - (now.mono - cursor.clock.mono);
  return Math.abs(byMs) > smallestJumpMs ? byMs : undefined;
}

/** Builds and signs the next line of a feed. */
export function draftLine(
  identity: FeedIdentity,
  cursor: FeedCursor,
  writing: { readonly operation: Operation; readonly by: string; readonly now: ClockReading },
): Result<DraftedLine, AppendError> {
  const operation = parseOperation(writing.operation);
  if (!operation.ok) return err({ kind: 'invalid', field: operation.error.field });
  const { head, unwitnessed } = cursor;
  let { seenLam } = cursor;
  let seen: Seen | undefined;
  for (const [feed, { seq, hash, lam }] of Object.entries(unwitnessed)) {
    seen = { ...seen, [feed]: [seq, hash] };
    seenLam = Math.max(seenLam, lam);
  }
  const payload: Payload = {
    v: lineVersion,
    nb: identity.notebook,
    feed: identity.feed,
    seq: head === undefined ? 0 : head.seq + 1,
    prev: head?.hash ?? noPreviousLine,
    lam: head === undefined ? 0 : 1 + Math.max(head.lam, seenLam),
    ...(seen && { seen }),
    ...writing.now,
    by: writing.by,
    op: operation.value,
  };
  let text: string;
  let signature: string;
  try {
    const signed = signedText(payload);
    signature = identity.sign(signed);
    text = writeLine(signed, signature);
  } catch {
    // Half a surrogate pair in what was typed or pasted: the only thing a valid operation can hold
    // that canonical JSON cannot.
    return err({ kind: 'invalid', field: 'text' });
  }
  const bytes = Buffer.from(`${text}\n`, 'utf8');
  if (bytes.length - 1 > longestLineBytes)
    return err({ kind: 'too-long', bytes: bytes.length - 1, limit: longestLineBytes });
  const line: SignedLine = { p: payload, s: signature, hash: sha256Hex(bytes.subarray(0, -1)) };
  const next: FeedCursor = {
    head: { seq: payload.seq, hash: line.hash, lam: payload.lam },
    unwitnessed: {},
    seenLam,
    clock: writing.now,
  };
  return ok({ line, bytes, next });
}
