import { type OldHashes, oldHashNames } from '../domain/evidence.ts';
import type { FeedCheck } from './check-feed.ts';
import { lossFindings } from './check-losses.ts';
import { rotationFindings, rotationOf } from './check-rotations.ts';
import { type TimestampFacts, timestampFindings } from './check-timestamps.ts';
import type { EvidenceFact, SealFact, Witness } from './feed-facts.ts';
import type { JournalCrypto } from './journal-crypto.ts';
import { compareFindings, finding, type Finding } from './finding.ts';
import { leftOutAt, readLeftOut } from './left-out.ts';
import { evidenceRoot, type Heads, sealValue } from './seal.ts';

/** A file `<sha256>.evid` of the evidence folder. */
export type EvidenceFile = {
  /** From the file's name. */
  readonly sha256: string;
  readonly size: number;
  /** False when it is not an ordinary file or its content has another hash; undefined when not looked at. */
  readonly ok: boolean | undefined;
  /** Those of its content for which a line names one too. */
  readonly hashes?: OldHashes | undefined;
};

/** Everything that was read from a notebook's folder. */
export type NotebookParts = {
  readonly feeds: readonly FeedCheck[];
  /** Feeds whose file is a link, a folder, or anything else but an ordinary file. */
  readonly notFiles?: readonly string[];
  /** Left out when the evidence folder was not looked at. */
  readonly evidence?: readonly EvidenceFile[];
  /** Statements of `left-out/` by the hash that names the file; undefined text: no file that can be read. */
  readonly leftOut?: LeftOutFiles;
  readonly timestamps?: TimestampFacts;
};

/** The files of `left-out/`, by the hash in their names. */
export type LeftOutFiles = ReadonlyMap<string, string | undefined>;

/** What can be said of a notebook as a whole. */
export type NotebookCheck = {
  /** Those of every feed and those between them, the most important first. */
  readonly findings: readonly Finding[];
  readonly heads: Heads;
  readonly lines: number;
  /** Evidence files that lines name, each counted once. */
  readonly evidence: number;
  /** The seal of what can be read now (`sealValue` of the heads). */
  readonly seal: string;
  /** Feeds that may be written on, as far as the folder tells. */
  readonly appendable: ReadonlySet<string>;
};

/** Checks a notebook: its feeds against each other, against its seals, and the evidence folder. */
export function checkNotebook(
  parts: NotebookParts & { readonly notebook: string },
  crypto: Pick<JournalCrypto, 'sha256Hex' | 'verify' | 'decodeBase64'>,
): NotebookCheck {
  const { sha256Hex } = crypto;
  const notFiles = parts.notFiles ?? [];
  const feeds = new Map(parts.feeds.map((check) => [check.feed, check]));
  const damaged = new Set<string>();
  const findings = parts.feeds.flatMap((check) => [
    ...check.findings,
    ...lamportFindings(check, feeds),
    ...newerTypeFindings(check),
    ...predecessorFindings(check, feeds),
    ...check.facts.seals.flatMap((seal) =>
      sealFindings(check.feed, seal, feeds, damaged, sha256Hex),
    ),
  ]);
  findings.push(...notFiles.map((feed) => finding('feed-not-a-file', { feed })));
  findings.push(...witnessFindings(feeds, new Set(notFiles), damaged));
  findings.push(...lossFindings(feeds), ...rotationFindings(feeds, crypto));
  if (parts.feeds.length + notFiles.length === 0) findings.push(finding('no-feeds'));
  const named = evidenceByHash(feeds);
  if (parts.evidence !== undefined)
    findings.push(
      ...oldHashFindings(feeds, parts.evidence),
      ...evidenceFindings(named, parts.evidence, (item, at) =>
        missingFindings(item, at, parts.leftOut, { notebook: parts.notebook, feeds, crypto }),
      ),
    );
  if (parts.timestamps !== undefined) findings.push(...timestampFindings(parts.timestamps, feeds));
  const heads = headsOf(parts.feeds);
  return {
    findings: findings.toSorted(compareFindings),
    heads,
    lines: parts.feeds.reduce((sum, { lines }) => sum + lines, 0),
    evidence: named.size,
    seal: sealValue(heads, sha256Hex),
    appendable: new Set(
      parts.feeds
        .filter(
          (check) =>
            check.appendable && !damaged.has(check.feed) && rotationOf(check, crypto) === undefined,
        )
        .map(({ feed }) => feed),
    ),
  };
}

/** The heads of feeds that have one. */
export function headsOf(feeds: readonly FeedCheck[]): Heads {
  const heads: Record<string, readonly [number, string]> = {};
  for (const { feed, head } of feeds) if (head !== undefined) heads[feed] = [head.seq, head.hash];
  return heads;
}

type Feeds = ReadonlyMap<string, FeedCheck>;

/** What has become of a line that somebody names by number and hash. */
function fateOf(
  feeds: Feeds,
  feed: string,
  seq: number,
  hash: string,
): 'there' | 'differs' | 'gone' | 'set-aside' {
  const check = feeds.get(feed);
  const known = check?.known.get(seq);
  if (known !== undefined) return known.hash === hash ? 'there' : 'differs';
  if (check?.head === undefined) return 'gone';
  if (check.forkedAt === undefined && seq > check.head.seq) return 'gone';
  // The damage at that place has its own finding.
  return 'set-aside';
}

/** Recomputes the Lamport number of every line that says what it has seen. */
function lamportFindings(check: FeedCheck, feeds: Feeds): Finding[] {
  return check.facts.witnesses.flatMap((witness) =>
    hasRightLamport(witness, feeds)
      ? []
      : [
          finding('lamport-wrong', {
            feed: check.feed,
            line: witness.line,
            values: { number: witness.seq },
          }),
        ],
  );
}

function hasRightLamport({ lam, previousLam, seen }: Witness, feeds: Feeds): boolean {
  if (lam === undefined) return true;
  const numbers = Object.entries(seen).map(([feed, [seq]]) => feeds.get(feed)?.known.get(seq)?.lam);
  const known = [previousLam, ...numbers].filter((number) => number !== undefined);
  const least = 1 + Math.max(-1, ...known);
  // A number that is not known any more may have been higher than those that are.
  return known.length === numbers.length + 1 ? lam === least : lam >= least;
}

function newerTypeFindings({ feed, facts }: FeedCheck): Finding[] {
  return [...facts.newerTypes].map(([type, n]) =>
    finding('newer-operation', { feed, values: { type, n } }),
  );
}

function predecessorFindings({ feed, facts }: FeedCheck, feeds: Feeds): Finding[] {
  const { predecessor } = facts;
  if (predecessor === undefined) return [];
  if (predecessor.feed !== feed && feeds.has(predecessor.feed)) return [];
  const values = { other: predecessor.feed };
  return [finding('predecessor-missing', { feed, line: predecessor.line, values })];
}

function sealFindings(
  feed: string,
  seal: SealFact,
  feeds: Feeds,
  damaged: Set<string>,
  sha256Hex: JournalCrypto['sha256Hex'],
): Finding[] {
  const at = { feed, line: seal.line };
  if (sealValue(seal.heads, sha256Hex) !== seal.value) return [finding('seal-wrong', at)];
  const found: Finding[] = [];
  for (const [other, [seq, hash]] of Object.entries(seal.heads)) {
    const fate = fateOf(feeds, other, seq, hash);
    if (fate !== 'gone' && fate !== 'differs') continue;
    damaged.add(other);
    const values = { other, number: seq };
    found.push(finding(fate === 'gone' ? 'seal-missing' : 'seal-differs', { ...at, values }));
  }
  const root = seal.evidence && rootAt(seal.heads, feeds, sha256Hex);
  if (root !== undefined && root !== seal.evidence) found.push(finding('seal-evidence', at));
  return found;
}

/** The evidence root when a seal was made; undefined when a line that counts cannot be read. */
function rootAt(
  heads: Heads,
  feeds: Feeds,
  sha256Hex: JournalCrypto['sha256Hex'],
): string | undefined {
  const hashes: string[] = [];
  for (const [feed, [seq]] of Object.entries(heads)) {
    const check = feeds.get(feed);
    if (check?.head === undefined || !check.whole || check.head.seq < seq) return undefined;
    if ((check.facts.hiddenEvidence ?? Infinity) <= seq) return undefined;
    for (const item of check.facts.evidence) if (item.seq <= seq) hashes.push(item.sha256);
  }
  return evidenceRoot(hashes, sha256Hex);
}

type Claim = { readonly seq: number; readonly witness: string };

/** What devices had read of each other's feeds, against what is there: one finding a feed and kind. */
function witnessFindings(
  feeds: Feeds,
  notFiles: ReadonlySet<string>,
  damaged: Set<string>,
): Finding[] {
  const gone = new Map<string, Claim>();
  const differs = new Map<string, Claim>();
  for (const witness of [...feeds.keys()].toSorted())
    for (const { seen } of feeds.get(witness)?.facts.witnesses ?? [])
      for (const [feed, [seq, hash]] of Object.entries(seen)) {
        const fate = fateOf(feeds, feed, seq, hash);
        if (fate === 'gone' && seq > (gone.get(feed)?.seq ?? -1)) gone.set(feed, { seq, witness });
        if (fate === 'differs' && seq < (differs.get(feed)?.seq ?? Infinity))
          differs.set(feed, { seq, witness });
      }
  const found: Finding[] = [];
  for (const [feed, { seq, witness }] of gone) {
    if (notFiles.has(feed)) continue;
    damaged.add(feed);
    const last = feeds.get(feed)?.head?.seq;
    const values = { witness, number: seq };
    found.push(
      last === undefined
        ? finding('feed-missing', { feed, values })
        : finding('seen-missing', { feed, values: { ...values, last } }),
    );
  }
  for (const [feed, { seq, witness }] of differs) {
    damaged.add(feed);
    const line = feeds.get(feed)?.known.get(seq)?.line;
    const values = { witness, number: seq };
    found.push(finding('seen-differs', { feed, ...(line !== undefined && { line }), values }));
  }
  return found;
}

type NamedEvidence = {
  readonly feed: string;
  readonly line: number;
  readonly no: string;
  readonly sizes: Set<number>;
};

/** Every evidence file that lines name, with the first line that does. */
function evidenceByHash(feeds: Feeds): ReadonlyMap<string, NamedEvidence> {
  const named = new Map<string, NamedEvidence>();
  const bySeq = (a: EvidenceFact, b: EvidenceFact): number => a.seq - b.seq;
  for (const feed of [...feeds.keys()].toSorted())
    for (const item of (feeds.get(feed)?.facts.evidence ?? []).toSorted(bySeq)) {
      const before = named.get(item.sha256);
      if (before === undefined)
        named.set(item.sha256, {
          feed,
          line: item.line,
          no: item.no.slice(0, longestShownNumber),
          sizes: new Set([item.size]),
        });
      else before.sizes.add(item.size);
    }
  return named;
}

const longestShownNumber = 16;

type EvidencePlace = {
  readonly feed: string;
  readonly line: number;
  readonly values: { readonly no: string; readonly sha256: string };
};

function evidenceFindings(
  named: ReadonlyMap<string, NamedEvidence>,
  files: readonly EvidenceFile[],
  missing: (item: NamedEvidence, at: EvidencePlace) => readonly Finding[],
): Finding[] {
  const there = new Map(files.map((file) => [file.sha256, file]));
  const found: Finding[] = [];
  for (const [sha256, item] of named) {
    const { feed, line, no, sizes } = item;
    const file = there.get(sha256);
    const at = { feed, line, values: { no, sha256 } };
    if (file === undefined) found.push(...missing(item, at));
    else if (file.ok === false || sizes.size !== 1 || !sizes.has(file.size))
      found.push(finding('evidence-changed', at));
  }
  for (const { sha256 } of files)
    if (!named.has(sha256)) found.push(finding('evidence-extra', { values: { sha256 } }));
  return found;
}

const shownHashes = { md5: 'MD5', sha1: 'SHA-1' } as const;

/** Hashes for old tools that were recorded of a file, where SHA-256 holds and they do not. */
function oldHashFindings(feeds: Feeds, files: readonly EvidenceFile[]): Finding[] {
  const there = new Map(files.map((file) => [file.sha256, file]));
  return [...feeds.values()].flatMap(({ feed, facts }) =>
    facts.evidence.flatMap(({ no, sha256, line, hashes }) => {
      const file = there.get(sha256);
      return oldHashNames.flatMap((name) => {
        const [recorded, found] = [hashes?.[name], file?.hashes?.[name]];
        if (file?.ok !== true || recorded === undefined || found === undefined) return [];
        const values = {
          no: no.slice(0, longestShownNumber),
          sha256,
          hash: shownHashes[name],
        };
        return recorded === found ? [] : [finding('evidence-hash-differs', { feed, line, values })];
      });
    }),
  );
}

/** A file that is not there: lost, unless a device of this notebook signed that it left it out. */
function missingFindings(
  item: NamedEvidence,
  at: EvidencePlace,
  leftOut: LeftOutFiles | undefined,
  context: Parameters<typeof readLeftOut>[1],
): readonly Finding[] {
  const { sha256 } = at.values;
  const lost = finding('evidence-missing', at);
  if (leftOut?.has(sha256) !== true) return [lost];
  const read = readLeftOut(leftOut.get(sha256), context);
  if (!read.ok) return [lost, finding('left-out-wrong', at)];
  const { value: said } = read;
  if (said.sha256 !== sha256 || !item.sizes.has(said.size) || said.no !== item.no)
    return [lost, finding('left-out-wrong', at)];
  const values = { ...at.values, by: said.by, device: said.feed, at: leftOutAt(said) };
  return [finding('evidence-left-out', { ...at, values })];
}
