import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { createFeedCheck, type FeedCheck } from '#shared/journal/check-feed.ts';
import {
  checkNotebook,
  type EvidenceFile,
  type LeftOutFiles,
  type NotebookCheck,
} from '#shared/journal/check-notebook.ts';
import type { TimestampFacts } from '#shared/journal/check-timestamps.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import { restoreFacts } from '#shared/journal/feed-facts.ts';
import type { RedactedReading } from '#shared/journal/feed-state.ts';
import type { JournalCrypto } from '#shared/journal/journal-crypto.ts';
import { readCheckedPrefix } from './checked-prefix.ts';
import { checkpointOf, type Checkpoints, type FeedCheckpoint } from './checkpoints.ts';
import { FeedIndex } from './feed-index.ts';
import { type PlacedLine, readRawLines } from './line-reader.ts';
import { nodeCrypto } from './node-crypto.ts';
import { feedFileOf, listFeeds } from './notebook-folder.ts';
import { oneAhead, SignatureVerdicts } from './signature-verdicts.ts';

/** A feed that was read from beginning to end. */
export type ScannedFeed = {
  readonly feed: string;
  readonly file: string;
  readonly bytes: number;
  readonly check: FeedCheck;
  readonly index: FeedIndex;
  /** Of all bytes that were read, in hex. */
  readonly sha256: string;
  /** The lines that can be folded, when they were asked for. */
  readonly lines?: readonly SignedLine[] | undefined;
  /** Of a quick reading that had nothing to say. */
  readonly checkpoint?: FeedCheckpoint | undefined;
};

/** Every feed of a notebook, and what can be said of them together. */
export type ScannedNotebook = {
  readonly feeds: ReadonlyMap<string, ScannedFeed>;
  readonly check: NotebookCheck;
};

export type ScanOptions = {
  /** False checks those of the last lines only, and every one of a feed in which damage is found. */
  readonly signatures: boolean;
  /** Hashes of lines whose signatures held just now, in another copy of the same feeds. */
  readonly proven?: ReadonlySet<string> | undefined;
  /** Feeds whose files are the same, byte for byte, as these that were read just now. */
  readonly read?: ReadonlyMap<string, ScannedFeed> | undefined;
  /** True to keep the lines that can be folded. */
  readonly lines?: boolean | undefined;
  /** What earlier openings have checked; used by a quick reading only. */
  readonly checkpoints?: Pick<Checkpoints, 'of'> | undefined;
  /** Looks at the files of the evidence folder, of which the feeds say what they ought to be. */
  readonly evidence?: (feeds: readonly FeedCheck[]) => Promise<readonly EvidenceFile[]>;
  /** Statements about evidence that was left out, when they were looked at. */
  readonly leftOut?: LeftOutFiles | undefined;
  /** What its time stamps say, when they were looked at. */
  readonly timestamps?: TimestampFacts | undefined;
  /** How the lines of a redacted copy are read. */
  readonly redacted?: RedactedReading | undefined;
  /** Bytes read so far, out of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** Reads and checks all feeds of a notebook, block by block. */
export async function scanNotebook(
  folder: string,
  notebook: string,
  options: ScanOptions,
): Promise<ScannedNotebook> {
  const names = await listFeeds(folder);
  const files = await Promise.all(
    names.files.map(async (feed) => {
      const file = feedFileOf(folder, feed);
      return { feed, file, bytes: (await stat(file)).size };
    }),
  );
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const crypto = nodeCrypto();
  const feeds = new Map<string, ScannedFeed>();
  let before = 0;
  for (const place of files) {
    const onBytes = (bytes: number) => options.onProgress?.(before + bytes, total);
    const quick =
      options.read?.get(place.feed) ??
      (await scanFeed(place, notebook, crypto, { ...options, onBytes }));
    feeds.set(
      place.feed,
      // Without its signature a damaged line is believed, and one flipped digit in its number can
      // turn every true line after it away as a fork.
      options.signatures || !isDamaged(quick)
        ? quick
        : await scanFeed(place, notebook, crypto, { ...options, signatures: true, onBytes }),
    );
    before += place.bytes;
  }
  options.onProgress?.(total, total);
  const checks = [...feeds.values()].map(({ check }) => check);
  const evidence = await options.evidence?.(checks);
  const { leftOut, timestamps } = options;
  const parts = {
    notebook,
    feeds: checks,
    notFiles: names.notFiles,
    ...(evidence && { evidence }),
    ...(leftOut && { leftOut }),
    ...(timestamps && { timestamps }),
  };
  return { feeds, check: checkNotebook(parts, crypto) };
}

function isDamaged({ check }: ScannedFeed): boolean {
  return check.findings.some(({ severity }) => severity === 'damage');
}

/**
 * Reads one feed. A quick reading skips the signatures of all lines but the last: whoever changes an
 * earlier one breaks the chain, and nothing but its signature speaks for the last.
 */
async function scanFeed(
  place: { readonly feed: string; readonly file: string; readonly bytes: number },
  notebook: string,
  crypto: JournalCrypto,
  options: ScanOptions & { readonly onBytes: (bytes: number) => void },
): Promise<ScannedFeed> {
  let isWanted = options.signatures;
  const verdicts = new SignatureVerdicts(place.feed);
  const start = isWanted ? undefined : await startOf(place, options.checkpoints);
  const reader = createFeedCheck(
    place.feed,
    notebook,
    {
      ...crypto,
      verify: (...signed) => !isWanted || (verdicts.of(...signed) ?? crypto.verify(...signed)),
    },
    { signatures: true, start, redacted: options.redacted },
  );
  const index = start?.index ?? new FeedIndex(place.file);
  const lines: SignedLine[] | undefined = options.lines === true ? [] : undefined;
  const take = (raw: PlacedLine) => {
    const line = reader.push(raw);
    if (line === undefined) return;
    lines?.push(line);
    index.add({ seq: line.p.seq, offset: raw.offset, hash: raw.hash }, raw.offset + raw.bytes + 1);
  };
  let held: PlacedLine | undefined;
  const takeLast = () => {
    isWanted = true;
    if (held !== undefined) take(held);
    held = undefined;
  };
  const from = start?.bytes ?? 0;
  const hash = start?.hash ?? createHash('sha256');
  let to = from;
  const onBytes = (bytes: Uint8Array) => {
    hash.update(bytes);
    to += bytes.length;
  };
  const blocks = readRawLines(place.file, { from, to: place.bytes, onBytes });
  const prepare = (block: readonly PlacedLine[]) =>
    isWanted ? verdicts.prepare(block, options.proven) : undefined;
  for await (const { block, prepared } of oneAhead(blocks, prepare)) {
    options.signal?.throwIfAborted();
    if (prepared !== undefined) verdicts.use(prepared);
    for (const raw of block) {
      // A torn tail was never acknowledged: the line before it is the last.
      if (!raw.terminated) takeLast();
      if (held !== undefined) take(held);
      held = raw;
    }
    const last = block.at(-1);
    if (last !== undefined) options.onBytes(last.offset + last.bytes);
  }
  takeLast();
  const check = reader.finish();
  const { forkedAt } = check;
  if (forkedAt !== undefined) index.forgetFrom(forkedAt);
  const read = {
    ...place,
    check,
    index,
    sha256: hash.digest('hex'),
    lines: forkedAt === undefined ? lines : lines?.filter(({ p }) => p.seq < forkedAt),
  };
  if (options.signatures) return read;
  return { ...read, checkpoint: checkpointOf(check, { bytes: to, sha256: read.sha256 }) };
}

/** Where a quick reading of a feed may begin: behind what is the same, byte for byte, as when it was checked. */
async function startOf(
  { feed, file, bytes }: { readonly feed: string; readonly file: string; readonly bytes: number },
  checkpoints: ScanOptions['checkpoints'],
) {
  const checkpoint = checkpoints?.of(feed);
  if (checkpoint === undefined || checkpoint.bytes > bytes) return undefined;
  const prefix = await readCheckedPrefix(file, checkpoint);
  if (prefix === undefined) return undefined;
  const { known, offsets, hash } = prefix;
  const index = new FeedIndex(file);
  for (const [seq, { hash: ofLine }] of known)
    index.add(
      { seq, offset: offsets[seq] ?? 0, hash: ofLine },
      offsets[seq + 1] ?? checkpoint.bytes,
    );
  const { publicKey, facts } = checkpoint;
  return { bytes: checkpoint.bytes, publicKey, known, facts: restoreFacts(facts), index, hash };
}
