import { assertNever } from '../lib/assert-never.ts';
import { longestLineBytes, noPreviousLine } from '../lib/ids.ts';
import {
  type LineError,
  lineVersion,
  parseLine,
  type SignedLine,
  signedTextOfLine,
} from './envelope.ts';
import { collectFacts, type FeedFacts, readFeedKey } from './feed-facts.ts';
import {
  emptyState,
  type FeedCheckOptions,
  type FeedState,
  goOnAfter,
  type KnownLine,
} from './feed-state.ts';
import { finding, type Finding, type FindingCode, mostFindingsOfAFeed } from './finding.ts';
import type { JournalCrypto } from './journal-crypto.ts';
import {
  parseRedactedLine,
  type RedactedLine,
  type RedactedPayload,
  signedTextOfRedacted,
} from './redacted-line.ts';

/** One line of a feed's file as it lies on disk. */
export type RawLine = {
  /**
   * The line's text without its newline; undefined when its bytes are not UTF-8 or are more than
   * `longestLineBytes`. Decode strictly and keep a byte order mark (`fatal` and `ignoreBOM`).
   */
  readonly text: string | undefined;
  /** SHA-256 in hex of the line's bytes without its newline. */
  readonly hash: string;
  /** Length of the line in bytes without its newline. */
  readonly bytes: number;
  /** False only for what follows the last newline of the file. */
  readonly terminated: boolean;
};

/** The outcome of reading one feed from beginning to end. */
export type FeedCheck = {
  readonly feed: string;
  /** Raw public key in base64, when a line carries the key that the feed is named after. */
  readonly publicKey?: string;
  /** The readable line with the highest sequence number. */
  readonly head?: { readonly seq: number; readonly hash: string; readonly lam: number };
  /** Lines that were read, those of a newer version included. */
  readonly lines: number;
  readonly findings: readonly Finding[];
  /** False when this feed must never be written to again; its device opens a new one instead. */
  readonly appendable: boolean;
  /** What was never acknowledged: cut `bytes` off the end of the file before writing on. */
  readonly torn?: { readonly line: number; readonly bytes: number };
  /** Lines from this sequence number on are quarantined, those already returned included. */
  readonly forkedAt?: number;
  /** True when no line between the first and the head is missing, damaged or too new to read. */
  readonly whole: boolean;
  readonly known: ReadonlyMap<number, KnownLine>;
  readonly facts: FeedFacts;
  /** How many values are hidden in each redacted line, by its sequence number. */
  readonly redacted: ReadonlyMap<number, number>;
};

/** Reads a feed line by line. */
export type FeedReader = {
  /** Takes the next line; returns it when it can be folded, undefined when it is quarantined. */
  readonly push: (raw: RawLine) => SignedLine | undefined;
  readonly finish: () => FeedCheck;
};

/** A reader that checks one feed: everything that can be said without looking at other feeds. */
export function createFeedCheck(
  feed: string,
  notebook: string,
  crypto: JournalCrypto,
  options: FeedCheckOptions = { signatures: true },
): FeedReader {
  const state = emptyState(feed, notebook, crypto, options);
  if (options.start !== undefined) goOnAfter(state, options.start);
  return { push: (raw) => push(state, raw), finish: () => finish(state) };
}

function push(state: FeedState, raw: RawLine): SignedLine | undefined {
  state.line += 1;
  if (state.held !== undefined) {
    report(state, 'line-unreadable', {}, state.held.line);
    state.held = undefined;
  }
  if (!raw.terminated) {
    state.torn = { line: state.line, bytes: raw.bytes };
    return undefined;
  }
  if (state.forkedAt !== undefined) return undefined;
  if (raw.bytes > longestLineBytes) return quarantine(state, 'line-too-long');
  if (raw.text === undefined) return hold(state, raw);
  const parsed = parseLine(raw.text);
  if (!parsed.ok)
    switch (parsed.error.kind) {
      case 'not-canonical':
        return hold(state, raw);
      case 'newer-version':
        return keepNewer(state, parsed.error, raw.hash);
      case 'not-an-operation':
        return takeRedacted(state, raw.text);
      default:
        return assertNever(parsed.error);
    }
  const line: SignedLine = { ...parsed.value, hash: raw.hash };
  const breach = breachOf(state, line.p) ?? signatureBreach(state, line.s, raw.text);
  if (breach !== undefined) return quarantine(state, breach);
  if (!take(state, line)) return undefined;
  if (state.publicKey === undefined) {
    state.unchecked ??= { line: state.line, n: 0 };
    state.unchecked.n += 1;
  }
  return line;
}

/** Reads a line in which values are hidden; it holds its place in the chain and is never folded. */
function takeRedacted(state: FeedState, text: string): undefined {
  const { redacted } = state.options;
  const line = redacted && parseRedactedLine(text);
  if (redacted === undefined || line === undefined) return quarantine(state, 'line-malformed');
  const isVouchedFor =
    redacted.redactor === undefined || isSignedBy(redacted.redactor, line, text, state.crypto);
  const breach = isVouchedFor ? breachOf(state, line.p) : 'redacted-wrong';
  if (breach !== undefined) return quarantine(state, breach);
  if (!take(state, line)) return undefined;
  const { seq, op } = line.p;
  state.redacted.set(seq, Object.keys(line.hidden).length);
  if (op.t === 'evidence.add' && evidenceFields.some((field) => op[field] === undefined))
    state.facts.hiddenEvidence = Math.min(seq, state.facts.hiddenEvidence ?? seq);
  redacted.onLine?.(line, state.line);
  return undefined;
}

/** Without one of them nobody can tell which file an item is. */
const evidenceFields = ['no', 'size', 'sha256'] as const;

function isSignedBy(
  { feed, publicKey }: { readonly feed: string; readonly publicKey: string },
  line: RedactedLine,
  text: string,
  crypto: JournalCrypto,
): boolean {
  return line.feed === feed && crypto.verify(publicKey, signedTextOfRedacted(text), line.s);
}

/** Waits with the verdict on a line that does not parse until it is known whether it is the last. */
function hold(state: FeedState, { bytes }: RawLine): undefined {
  state.held = { line: state.line, bytes: bytes + 1 };
  state.skipped += 1;
  return undefined;
}

/** What keeps a well-formed line from being read here, if anything. */
function breachOf(state: FeedState, p: RedactedPayload): FindingCode | undefined {
  if (p.nb !== state.notebook) return 'other-notebook';
  if (p.feed !== state.feed) return 'other-feed';
  if (p.seen !== undefined && Object.hasOwn(p.seen, state.feed)) return 'line-malformed';
  const key = readFeedKey(p.op, state.crypto);
  if (p.seq === 0 && key === undefined) return 'line-malformed';
  if (p.seq === 0 && key?.feed !== state.feed) return 'key-differs';
  // The feed is named after the key, so a key that fits the name is the right one wherever it stands.
  if (key?.feed === state.feed) state.publicKey ??= key.publicKey;
  return undefined;
}

function signatureBreach(state: FeedState, s: string, text: string): FindingCode | undefined {
  if (!state.options.signatures || state.publicKey === undefined) return undefined;
  return state.crypto.verify(state.publicKey, signedTextOfLine(text), s)
    ? undefined
    : 'bad-signature';
}

/** A line as it stands in the chain, with everything in it or not. */
type ChainLine = SignedLine | RedactedLine;

/** Places a line that may be read in the chain; only repeats and forks are still turned away. */
function take(state: FeedState, line: ChainLine): boolean {
  const { seq } = line.p;
  const same = state.known.get(seq);
  if (same !== undefined) {
    if (same.hash !== line.hash) state.forkedAt = seq;
    quarantine(state, same.hash === line.hash ? 'line-repeated' : 'fork', { number: seq });
    return false;
  }
  const expected = state.headSeq + 1;
  if (seq > expected + state.skipped) {
    const values = { from: expected, to: seq - 1, n: seq - expected - state.skipped };
    const at = finding('lines-missing', { feed: state.feed, line: state.line, values });
    if (state.gaps.length < mostFindingsOfAFeed)
      state.gaps.push({ at, from: expected, to: seq - 1 });
    else state.unlisted += 1;
  } else if (seq < expected) {
    state.movedSeqs.push(seq);
    report(state, 'line-moved', { number: seq });
  }
  checkChain(state, line.p);
  remember(state, line);
  return true;
}

function checkChain(state: FeedState, p: RedactedPayload): void {
  const before = state.known.get(p.seq - 1);
  const prev = p.seq === 0 ? noPreviousLine : before?.hash;
  if (prev !== undefined && p.prev !== prev) report(state, 'chain-broken', { number: p.seq });
  // What the first line has seen cannot raise its own number, which is 0, so it raises the next one.
  const seen = p.seq === 1 ? { ...state.firstSeen, ...p.seen } : p.seen;
  const witnesses = p.seq > 0 && seen !== undefined && Object.keys(seen).length > 0;
  if (p.seq === 0) state.firstSeen = p.seen;
  const floor = before?.lam ?? (state.headSeq < p.seq ? state.headLam : -1);
  const fits =
    p.seq === 0
      ? p.lam === 0
      : before?.lam === undefined || witnesses
        ? p.lam > floor
        : p.lam === before.lam + 1;
  if (!fits) report(state, 'lamport-wrong', { number: p.seq });
  if (p.seq === 0 ? p.seen !== undefined : witnesses)
    state.facts.witnesses.push({
      line: state.line,
      seq: p.seq,
      // Reported already: no second finding for the same number.
      lam: p.seq > 0 && fits ? p.lam : undefined,
      previousLam: before?.lam,
      seen: seen ?? {},
    });
}

function remember(state: FeedState, line: ChainLine): void {
  const { seq, lam } = line.p;
  state.known.set(seq, { line: state.line, hash: line.hash, lam });
  collectFacts(state.facts, line, state.line, 'hidden' in line);
  if (seq <= state.headSeq) return;
  state.headSeq = seq;
  state.headLam = lam;
  state.skipped = 0;
}

/** A line of a newer version holds its place in the chain and is not read. */
function keepNewer(
  state: FeedState,
  { version, seq, lam }: Extract<LineError, { kind: 'newer-version' }>,
  hash: string,
): undefined {
  state.newer ??= { line: state.line, n: 0, v: lineVersion };
  state.newer.n += 1;
  state.newer.v = Math.max(state.newer.v, version);
  const expected = state.headSeq + 1;
  const fits = seq !== undefined && seq >= expected && seq <= expected + state.skipped;
  state.headSeq = fits ? seq : expected;
  if (lam !== undefined) state.headLam = Math.max(state.headLam, lam);
  state.known.set(state.headSeq, { line: state.line, hash, lam });
  state.skipped = 0;
  return undefined;
}

function quarantine(
  state: FeedState,
  code: FindingCode,
  values: Readonly<Record<string, string | number>> = {},
): undefined {
  state.skipped += 1;
  report(state, code, values);
  return undefined;
}

function report(
  state: FeedState,
  code: FindingCode,
  values: Readonly<Record<string, string | number>>,
  line = state.line,
): void {
  if (state.findings.length < mostFindingsOfAFeed)
    state.findings.push(about(state, code, line, values));
  else state.unlisted += 1;
}

function about(
  { feed }: FeedState,
  code: FindingCode,
  line: number,
  values: Readonly<Record<string, string | number>>,
): Finding {
  return finding(code, { feed, line, ...(Object.keys(values).length > 0 && { values }) });
}

function finish(state: FeedState): FeedCheck {
  state.torn ??= state.held;
  const found = [...state.findings];
  const { torn, unchecked, newer, unlisted } = state;
  if (torn !== undefined) found.push(about(state, 'torn-tail', torn.line, { bytes: torn.bytes }));
  else if (state.line === 0) found.push(finding('feed-empty', { feed: state.feed }));
  if (unchecked !== undefined)
    found.push(about(state, 'key-missing', unchecked.line, { n: unchecked.n }));
  if (newer !== undefined)
    found.push(about(state, 'newer-line', newer.line, { n: newer.n, v: newer.v }));
  for (const { at, from, to } of state.gaps)
    if (!isFilled(state.movedSeqs, from, to)) found.push(at);
  if (unlisted > 0)
    found.push(finding('more-findings', { feed: state.feed, values: { n: unlisted } }));
  const damaged = found.some(({ severity }) => severity === 'damage');
  const { forkedAt } = state;
  if (forkedAt !== undefined) dropFrom(state, forkedAt);
  const head = headOf(state.known);
  return {
    feed: state.feed,
    ...(state.publicKey !== undefined && { publicKey: state.publicKey }),
    ...(head && { head }),
    lines: state.known.size,
    findings: found,
    appendable: !damaged && state.newer === undefined,
    ...(state.torn && { torn: state.torn }),
    ...(forkedAt !== undefined && { forkedAt }),
    whole: state.newer === undefined && state.known.size === (head?.seq ?? -1) + 1,
    known: state.known,
    facts: state.facts,
    redacted: state.redacted,
  };
}

/** True when every line of a gap turned up at another place. */
function isFilled(movedSeqs: readonly number[], from: number, to: number): boolean {
  return movedSeqs.filter((seq) => seq >= from && seq <= to).length === to - from + 1;
}

function dropFrom(state: FeedState, forkedAt: number): void {
  for (const seq of state.known.keys()) if (seq >= forkedAt) state.known.delete(seq);
  for (const seq of state.redacted.keys()) if (seq >= forkedAt) state.redacted.delete(seq);
  const { facts } = state;
  state.facts = {
    ...facts,
    witnesses: facts.witnesses.filter(({ seq }) => seq < forkedAt),
    seals: facts.seals.filter(({ seq }) => seq < forkedAt),
    evidence: facts.evidence.filter(({ seq }) => seq < forkedAt),
    losses: facts.losses.filter(({ seq }) => seq < forkedAt),
    rotations: facts.rotations.filter(({ seq }) => seq < forkedAt),
  };
}

function headOf(known: ReadonlyMap<number, KnownLine>): FeedCheck['head'] {
  let seq = -1;
  let lam = -1;
  for (const [at, line] of known) {
    if (at > seq) seq = at;
    if (line.lam !== undefined && line.lam > lam) lam = line.lam;
  }
  const last = known.get(seq);
  return last && { seq, hash: last.hash, lam };
}
