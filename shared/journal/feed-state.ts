import type { Seen } from './envelope.ts';
import { type FeedFacts, noFacts } from './feed-facts.ts';
import type { Finding } from './finding.ts';
import type { JournalCrypto } from './journal-crypto.ts';
import type { RedactedLine } from './redacted-line.ts';

/** What is known of a line that was read, by its sequence number. */
export type KnownLine = {
  readonly line: number;
  readonly hash: string;
  /** Undefined for a line of a newer version that does not say. */
  readonly lam: number | undefined;
};

/** How the redacted lines of a copy are read. */
export type RedactedReading = {
  /** Who signs for them; undefined when nobody is known to, and then they are read unchecked. */
  readonly redactor: { readonly feed: string; readonly publicKey: string } | undefined;
  /** Gets every redacted line that was read, and where it stands in its file (from 1). */
  readonly onLine?: ((line: RedactedLine, at: number) => void) | undefined;
};

/** What a reading of a feed looks at, and where it begins. */
export type FeedCheckOptions = {
  /** False skips the signatures: shape, hashes and chain only, for a quick opening. */
  readonly signatures: boolean;
  readonly start?: CheckedStart | undefined;
  /** How redacted lines are read; without it they are no lines. */
  readonly redacted?: RedactedReading | undefined;
};

/** Where a reading goes on that had nothing to say about the lines before: two at least, in order. */
export type CheckedStart = {
  /** Raw public key in base64. */
  readonly publicKey: string;
  /** Every line so far; what follows is added to it, and to the facts. */
  readonly known: Map<number, KnownLine>;
  readonly facts: FeedFacts;
};

/** What a reader of a feed remembers between two lines. */
export type FeedState = {
  readonly feed: string;
  readonly notebook: string;
  readonly crypto: JournalCrypto;
  readonly options: FeedCheckOptions;
  known: Map<number, KnownLine>;
  readonly findings: Finding[];
  /** Findings about lines beyond those that are listed: a hostile file must not fill the memory. */
  unlisted: number;
  readonly gaps: { readonly at: Finding; readonly from: number; readonly to: number }[];
  readonly movedSeqs: number[];
  facts: FeedFacts;
  line: number;
  headSeq: number;
  headLam: number;
  /** Quarantined lines since the head: how many sequence numbers may rightly be skipped. */
  skipped: number;
  /** The last line did not parse; it is a torn tail unless another line follows. */
  held: { readonly line: number; readonly bytes: number } | undefined;
  torn: { readonly line: number; readonly bytes: number } | undefined;
  publicKey: string | undefined;
  unchecked: { readonly line: number; n: number } | undefined;
  newer: { readonly line: number; n: number; v: number } | undefined;
  forkedAt: number | undefined;
  firstSeen: Seen | undefined;
  /** How many values are hidden in each redacted line, by its sequence number. */
  readonly redacted: Map<number, number>;
};

/** The state before the first line. */
export function emptyState(
  feed: string,
  notebook: string,
  crypto: JournalCrypto,
  options: FeedCheckOptions,
): FeedState {
  return {
    feed,
    notebook,
    crypto,
    options,
    known: new Map(),
    findings: [],
    unlisted: 0,
    gaps: [],
    movedSeqs: [],
    facts: noFacts(),
    line: 0,
    headSeq: -1,
    headLam: -1,
    skipped: 0,
    held: undefined,
    torn: undefined,
    publicKey: undefined,
    unchecked: undefined,
    newer: undefined,
    forkedAt: undefined,
    firstSeen: undefined,
    redacted: new Map(),
  };
}

/** Goes on behind lines that were checked before. */
export function goOnAfter(state: FeedState, { publicKey, known, facts }: CheckedStart): void {
  state.publicKey = publicKey;
  state.known = known;
  state.facts = facts;
  state.line = known.size;
  state.headSeq = known.size - 1;
  state.headLam = known.get(state.headSeq)?.lam ?? -1;
}
