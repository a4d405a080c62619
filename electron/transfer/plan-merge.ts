import { lstat, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { showConflicts, type ShownConflict } from '#shared/application/show-conflicts.ts';
import { clockBounds } from '#shared/journal/clock-bounds.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import type { Finding } from '#shared/journal/finding.ts';
import { foldBoth, type NotebookState } from '#shared/journal/fold.ts';
import { currentFields } from '#shared/journal/records.ts';
import { sealWords } from '#shared/journal/seal.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { hashFile } from '../notebook/hash-file.ts';
import { evidenceFileName } from '../notebook/evidence-vault.ts';
import { type ScannedFeed, type ScannedNotebook, scanNotebook } from '../notebook/feed-scan.ts';
import { readLeftOutFiles } from '../notebook/left-out-files.ts';
import { sha256Hex } from '../notebook/node-crypto.ts';
import { type NotebookIdentity, placesIn } from '../notebook/notebook-folder.ts';
import { systemCode } from '../notebook/system-error.ts';
import type { IncomingNotebook } from './incoming-notebook.ts';
import { stageFeeds } from './stage-feeds.ts';
import { stageLeftOut } from './stage-left-out.ts';
import { stageTimestamps } from './stage-timestamps.ts';

/** A device whose lines come in. */
export type IncomingDevice = {
  readonly feed: string;
  readonly device: string;
  readonly host: string;
  readonly user: string;
  /** True when no line of it was here before: its key has to be compared with its owner. */
  readonly isNew: boolean;
  /** Its public key as twelve words, to be read aloud. */
  readonly words: string;
  readonly lines: number;
  /** How far its clock was ahead of ours at least; negative: behind. Undefined when nothing proves it. */
  readonly clockAheadMs?: number;
};

/** What a merge would do; plain data. */
export type MergeSummary = {
  readonly notebook: string;
  readonly from: string;
  /** The incident's title as it would stand; empty when nobody has given it one. */
  readonly title: string;
  readonly lines: number;
  readonly entries: number;
  readonly devices: readonly IncomingDevice[];
  readonly evidence: {
    readonly files: number;
    readonly bytes: number;
    readonly missing: number;
    /** Not missing: left out on purpose by whom its statement names. */
    readonly leftOut: number;
  };
  /** What people disagree about afterwards and did not before. */
  readonly conflicts: readonly ShownConflict[];
  /** Feeds of which two different continuations exist; both are kept and neither counts from there. */
  readonly forks: readonly { readonly feed: string; readonly number: number }[];
  /** What is found in the notebook afterwards and was not before; damage is refused. */
  readonly findings: readonly Finding[];
};

export type MergeRefusal =
  | { readonly kind: 'other-notebook'; readonly ours: string; readonly theirs: string }
  /** What came is not whole: nothing of it is taken. */
  | { readonly kind: 'incoming-damaged'; readonly findings: readonly Finding[] }
  | { readonly kind: 'would-damage'; readonly findings: readonly Finding[] };

/** A merge that has been prepared in a folder of its own. */
export type MergePlan = {
  readonly summary: MergeSummary;
  readonly heads: Readonly<Record<string, readonly [number, string]>>;
  /** Feeds that change; each lies whole and synced in `staged/feeds`. */
  readonly feeds: readonly string[];
  /** Where the whole lines of our file end, for feeds that change and end in one that was never whole. */
  readonly torn: ReadonlyMap<string, number>;
  readonly evidence: readonly {
    readonly sha256: string;
    readonly file: string;
    readonly bytes: number;
  }[];
  /** Statements that come with the lines; each lies in `staged/left-out`. */
  readonly leftOut: readonly string[];
  /** Seals whose time stamps come along; each lies in `staged/timestamps`. */
  readonly timestamps: readonly string[];
  readonly staged: string;
};

type OnBytes = (done: number, total: number) => void;

/** Nothing below this is said of a clock: nobody's is right to the second. */
const smallestClockMs = 2_000;

/**
 * Prepares a merge: the union of lines feed by feed, checked as the notebook it would become. Nothing in the
 * notebook's folder changes.
 */
export async function planMerge(
  folder: string,
  identity: NotebookIdentity,
  incoming: IncomingNotebook,
  options: {
    readonly work: string;
    readonly ownFeed?: string | undefined;
    readonly signal?: AbortSignal | undefined;
    /** Told of the reading of what came, and of the reading of what is here. */
    readonly steps?: readonly [OnBytes, OnBytes] | undefined;
  },
): Promise<Result<MergePlan, MergeRefusal>> {
  const { notebook } = identity;
  if (incoming.identity.notebook !== notebook)
    return err({
      kind: 'other-notebook',
      ours: notebook,
      theirs: incoming.identity.notebook,
    });
  const { signal } = options;
  const [readingTheirs, readingOurs] = options.steps ?? [];
  const theirs = await scanNotebook(incoming.folder, notebook, {
    signatures: true,
    lines: true,
    signal,
    onProgress: readingTheirs,
  });
  const damage = theirs.check.findings.filter(isDamage);
  if (damage.length > 0) return err({ kind: 'incoming-damaged', findings: damage });
  const ours = await scanNotebook(folder, notebook, {
    signatures: true,
    lines: true,
    proven: hashesOf(theirs),
    signal,
    onProgress: readingOurs,
  });

  const staged = path.join(options.work, 'staged');
  await mkdir(path.join(staged, 'feeds'), { recursive: true });
  const { news, read } = await stageFeeds(ours, theirs, staged);
  // What is the same, byte for byte, as what was read just now says what it said then.
  const after = await scanNotebook(staged, notebook, {
    signatures: true,
    lines: true,
    proven: new Set([...hashesOf(theirs), ...hashesOf(ours)]),
    read,
    signal,
  });
  const before = new Set(ours.check.findings.map(keyOf));
  const findings = after.check.findings.filter((found) => !before.has(keyOf(found)));
  const worse = findings.filter((found) => isDamage(found) && found.code !== 'fork');
  if (worse.length > 0) return err({ kind: 'would-damage', findings: worse });

  const evidence = await newEvidence(folder, incoming.folder, after, signal);
  const leftOut = await stageLeftOut({
    notebook,
    incoming: incoming.folder,
    missing: evidence.missing,
    expected: evidenceOf(ours),
    feeds: checksOf(after),
    staged,
  });
  const statedHere = await readLeftOutFiles(folder);
  const said = evidence.missing.filter((hash) => statedHere.has(hash) || leftOut.includes(hash));
  const lines = linesOf(after);
  const { before: stateBefore, after: state } = foldBoth(linesOf(ours), lines);
  const known = new Set(showConflicts(stateBefore).map((conflict) => JSON.stringify(conflict)));
  const against = options.ownFeed ?? [...ours.feeds.keys()][0];
  return ok({
    heads: theirs.check.heads,
    staged,
    feeds: news.map(({ feed }) => feed),
    torn: tornIn(ours, news),
    evidence: evidence.found,
    leftOut,
    timestamps: await stageTimestamps(folder, incoming.folder, after, staged),
    summary: {
      notebook,
      from: incoming.name,
      title: titleOf(state),
      lines: news.reduce((sum, fresh) => sum + fresh.lines, 0),
      entries: state.entries.size - stateBefore.entries.size,
      devices: news.map(({ feed, lines: count }) => ({
        ...deviceOf(feed, state.feeds.get(feed)),
        isNew: !ours.feeds.has(feed),
        words: wordsOf(after.feeds.get(feed)),
        lines: count,
        ...clockOf(lines, feed, against),
      })),
      evidence: {
        files: evidence.found.length,
        bytes: evidence.found.reduce((sum, { bytes }) => sum + bytes, 0),
        missing: evidence.missing.length - said.length,
        leftOut: said.length,
      },
      conflicts: showConflicts(state).filter((conflict) => !known.has(JSON.stringify(conflict))),
      forks: findings.flatMap(({ code, feed, values }) =>
        code === 'fork' && feed !== undefined ? [{ feed, number: Number(values?.['number']) }] : [],
      ),
      findings,
    },
  });
}

function titleOf({ incident }: NotebookState): string {
  const record = incident.get('incident');
  return record === undefined ? '' : (currentFields(record.fields).title ?? '');
}

function isDamage({ severity }: Finding): boolean {
  return severity === 'damage';
}

function keyOf({ code, feed, line, values }: Finding): string {
  return JSON.stringify([code, feed, line, values]);
}

/** Evidence that lines name and this folder lacks, found in the other one with the right content. */
async function newEvidence(
  folder: string,
  other: string,
  after: ScannedNotebook,
  signal: AbortSignal | undefined,
): Promise<{ readonly found: MergePlan['evidence']; readonly missing: readonly string[] }> {
  const found: { sha256: string; file: string; bytes: number }[] = [];
  const missing: string[] = [];
  for (const sha256 of evidenceOf(after)) {
    if (await isFile(path.join(placesIn(folder).evidence, evidenceFileName(sha256)))) continue;
    const file = path.join(placesIn(other).evidence, evidenceFileName(sha256));
    const there = await hashIfFile(file, signal);
    if (there?.sha256 === sha256) found.push({ sha256, file, bytes: there.bytes });
    else missing.push(sha256);
  }
  return { found, missing };
}

function tornIn(
  { feeds }: ScannedNotebook,
  news: readonly { readonly feed: string }[],
): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  for (const { feed } of news) {
    const there = feeds.get(feed);
    const torn = there?.check.torn;
    if (there !== undefined && torn !== undefined) ends.set(feed, there.bytes - torn.bytes);
  }
  return ends;
}

/** Hashes of the lines that were read, whose signatures held. */
function hashesOf({ feeds }: ScannedNotebook): ReadonlySet<string> {
  const hashes = new Set<string>();
  for (const { check } of feeds.values())
    // Without the key nothing was held against anything.
    if (check.publicKey !== undefined && !check.findings.some(({ code }) => code === 'key-missing'))
      for (const { hash } of check.known.values()) hashes.add(hash);
  return hashes;
}

/** Hashes of the evidence files that lines name. */
function evidenceOf({ feeds }: ScannedNotebook): ReadonlySet<string> {
  return new Set(
    [...feeds.values()].flatMap(({ check }) => check.facts.evidence.map(({ sha256 }) => sha256)),
  );
}

function checksOf({ feeds }: ScannedNotebook) {
  return new Map([...feeds].map(([feed, { check }]) => [feed, check]));
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await lstat(file)).isFile();
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return false;
  }
}

async function hashIfFile(file: string, signal: AbortSignal | undefined) {
  return (await isFile(file)) ? hashFile(file, { signal }) : undefined;
}

function linesOf({ feeds }: ScannedNotebook): readonly SignedLine[] {
  return [...feeds.values()].flatMap(({ lines = [] }) => lines);
}

function deviceOf(
  feed: string,
  record: { readonly device: string; readonly host: string; readonly user: string } | undefined,
): Pick<IncomingDevice, 'feed' | 'device' | 'host' | 'user'> {
  return {
    feed,
    device: record?.device ?? '',
    host: record?.host ?? '',
    user: record?.user ?? '',
  };
}

/** The first 128 bits of the key's hash as words: what the feed is named after. */
function wordsOf(scanned: ScannedFeed | undefined): string {
  const key = scanned?.check.publicKey;
  return key === undefined ? '' : sealWords(sha256Hex(Buffer.from(key, 'base64')));
}

function clockOf(
  lines: readonly SignedLine[],
  feed: string,
  against: string | undefined,
): Pick<IncomingDevice, 'clockAheadMs'> {
  if (against === undefined || against === feed) return {};
  const { atLeast, atMost } = clockBounds(lines, feed, against);
  if (atLeast !== undefined && atLeast >= smallestClockMs) return { clockAheadMs: atLeast };
  if (atMost !== undefined && atMost <= -smallestClockMs) return { clockAheadMs: atMost };
  return {};
}
