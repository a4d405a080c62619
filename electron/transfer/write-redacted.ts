import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Tlp } from '#shared/domain/incident.ts';
import { planRedaction, type RedactionPlan } from '#shared/export/plan-redaction.ts';
import { structureOf } from '#shared/export/said-in-export.ts';
import { canonicalize, type JsonValue, parseCanonical } from '#shared/journal/canonical-json.ts';
import { deepestNesting } from '#shared/journal/canonical-text.ts';
import { parseLine, type SignedLine } from '#shared/journal/envelope.ts';
import { fold } from '#shared/journal/fold.ts';
import { placeOf, writeRedactedLine } from '#shared/journal/redacted-line.ts';
import { writeRedactionStatement } from '#shared/journal/redaction-statement.ts';
import { longestLineBytes } from '#shared/lib/ids.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { writeNewFile } from '../notebook/durable-file.ts';
import { scanNotebook } from '../notebook/feed-scan.ts';
import { readRawLines } from '../notebook/line-reader.ts';
import { machineClock } from '../notebook/machine.ts';
import { nodeCrypto, sha256Hex } from '../notebook/node-crypto.ts';
import { feedFileOf, placesIn, readNotebookFolder } from '../notebook/notebook-folder.ts';
import { readSigningKey, type SigningKey } from '../notebook/signing-key.ts';
import { listTimestamps, timestampFileName } from '../proof/timestamp-files.ts';
import type { AgeLock } from './age-file.ts';
import type { BundleMaker } from './sign-left-out.ts';
import {
  type BundleError,
  type BundleProgress,
  writeContents,
  type WrittenBundle,
} from './write-bundle.ts';

/** What a redacted bundle is to be; plain data, so that it can go to a worker. */
export type RedactedRequest = {
  /** Where it goes; the name must be free. Without it nothing is written: what would be hidden is told. */
  readonly out?: string | undefined;
  readonly splitBytes?: number | undefined;
  readonly lock?: AgeLock | undefined;
  readonly maker: BundleMaker;
  readonly app: { readonly version: string };
  readonly nowMs: number;
  /** The widest label that its readers may see. */
  readonly tlp?: Tlp | undefined;
  /** Fields that are hidden wherever they stand. */
  readonly fields: readonly string[];
};

/** What is hidden in a redacted copy, or would be. */
export type RedactionSummary = Pick<RedactionPlan, 'hidden' | 'fields' | 'leftOut'> & {
  readonly lines: number;
  readonly redacted: number;
  readonly values: number;
};

export type RedactedBundle = {
  readonly summary: RedactionSummary;
  /** What lies on the disk; absent when nothing was to be written. */
  readonly written?: WrittenBundle | undefined;
};

export type RedactionError =
  | BundleError
  /** Lines that cannot be read cannot be judged. */
  | { readonly kind: 'damaged-notebook'; readonly findings: number }
  | { readonly kind: 'newer-lines' };

/** Writes a copy of a notebook in which values are hidden, or says what it would hide. */
export async function writeRedacted(
  folder: string,
  request: RedactedRequest,
  progress: BundleProgress = {},
): Promise<Result<RedactedBundle, RedactionError>> {
  const identity = await readNotebookFolder(folder);
  if (!identity.ok) return identity;
  const { notebook, created } = identity.value;
  const scanned = await scanNotebook(folder, notebook, { signatures: true });
  const { findings, lines: count, heads } = scanned.check;
  if (count === 0) return err({ kind: 'nothing-to-bundle' });
  const damage = findings.filter(({ severity }) => severity === 'damage');
  if (damage.length > 0) return err({ kind: 'damaged-notebook', findings: damage.length });
  if (findings.some(({ code }) => code === 'newer-line')) return err({ kind: 'newer-lines' });
  const feeds = new Map<string, readonly OriginalLine[]>();
  for (const { feed, file, bytes, check } of scanned.feeds.values())
    feeds.set(feed, await readLines(file, bytes - (check.torn?.bytes ?? 0)));
  const lines = [...feeds.values()].flatMap((of) => of.map(({ line }) => line));
  const plan = planRedaction(fold(lines), notebook, lines, request);
  const summary: RedactionSummary = {
    hidden: plan.hidden,
    fields: plan.fields,
    leftOut: plan.leftOut,
    lines: lines.length,
    redacted: plan.places.size,
    values: plan.hidden.reduce((sum, hidden) => sum + hidden.count, 0),
  };
  const { out } = request;
  if (out === undefined) return ok({ summary });
  const { secret } = request.maker;
  const key = secret === undefined ? undefined : readSigningKey(secret);
  if (key === undefined || !Object.hasOwn(heads, key.feed)) return err({ kind: 'cannot-sign' });
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'kiroku-redacted-'));
  try {
    // Named after the notebook's id: its own name may say what is hidden.
    const copy = path.join(temporary, `redacted-${notebook.slice(0, 8)}`);
    const timestamps = await listTimestamps(folder);
    const made = await makeCopy(
      copy,
      { notebook, created },
      { feeds, plan, key, tlp: request.tlp },
    );
    await copyTimestamps(folder, copy, timestamps);
    const written = await writeContents(
      copy,
      {
        heads,
        feeds: made,
        evidence: [],
        leftOut: [],
        statements: new Map(),
        timestamps,
        lines: lines.length,
        isRedacted: true,
      },
      { ...request, ...progress, out },
    );
    return written.ok ? ok({ summary, written: written.value }) : written;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** A line as it was written: as it is folded, and as it lies in the file. */
type OriginalLine = { readonly line: SignedLine; readonly text: string };

async function readLines(file: string, bytes: number): Promise<readonly OriginalLine[]> {
  const lines: OriginalLine[] = [];
  for await (const block of readRawLines(file, { from: 0, to: bytes }))
    for (const { text, hash } of block) {
      const parsed = text === undefined ? undefined : parseLine(text);
      if (text === undefined || parsed?.ok !== true)
        throw new Error('a checked line cannot be read');
      lines.push({ line: { ...parsed.value, hash }, text });
    }
  return lines;
}

async function makeCopy(
  copy: string,
  identity: { readonly notebook: string; readonly created: string },
  {
    feeds,
    plan,
    key,
    tlp,
  }: {
    readonly feeds: ReadonlyMap<string, readonly OriginalLine[]>;
    readonly plan: RedactionPlan;
    readonly key: SigningKey;
    readonly tlp: Tlp | undefined;
  },
) {
  await mkdir(placesIn(copy).feeds, { recursive: true });
  const made: { feed: string; file: string; bytes: number }[] = [];
  const files: Record<string, string> = {};
  for (const [feed, lines] of feeds) {
    const texts = lines.map((line) => `${redact(line, plan, key)}\n`);
    const content = Buffer.from(texts.join(''), 'utf8');
    const file = feedFileOf(copy, feed);
    await writeNewFile(file, content);
    files[feed] = sha256Hex(content);
    made.push({ feed, file, bytes: content.length });
  }
  const description = { format: 'kiroku-redacted', version: 1, ...identity };
  await writeNewFile(path.join(copy, 'notebook.json'), `${canonicalize(description)}\n`);
  const { wall, tz } = machineClock().read();
  const statement = writeRedactionStatement(
    {
      v: 1,
      nb: identity.notebook,
      feed: key.feed,
      key: key.publicKey,
      files,
      ...(tlp !== undefined && { tlp }),
      wall,
      tz,
    },
    key.sign,
  );
  await writeNewFile(placesIn(copy).redaction, statement);
  return made;
}

/** A line with what has to be hidden in it hidden; as it was written when nothing has to be. */
function redact({ line, text }: OriginalLine, plan: RedactionPlan, key: SigningKey): string {
  const places = plan.places.get(line.hash);
  if (places === undefined) return text;
  const json = parseCanonical(text);
  if (!json.ok) throw new Error('a checked line cannot be read');
  const { p } = json.value as { readonly p: JsonValue };
  const original = { p, s: line.s, hash: line.hash };
  const ports = nodeCrypto();
  // It stands one level deeper than in its own line.
  if (depthOf(p) < deepestNesting - 1) {
    const redacted = writeRedactedLine(original, places, key, ports);
    if (Buffer.byteLength(redacted) <= longestLineBytes) return redacted;
  }
  // It would be longer or deeper than a line may be: then nothing shows that does not have to.
  const kept = new Set(structureOf(line.p.op.t));
  const all = Object.keys(line.p.op).filter((field) => !kept.has(field));
  const isBy = places.includes('/by') ? ['/by'] : [];
  return writeRedactedLine(original, [...isBy, ...all.map((f) => placeOf('op', f))], key, ports);
}

/** Levels of a value: 0 for what is neither a list nor an object. */
function depthOf(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner: readonly JsonValue[] = Object.values(value);
  return 1 + inner.reduce<number>((deepest, one) => Math.max(deepest, depthOf(one)), 0);
}

async function copyTimestamps(
  folder: string,
  copy: string,
  seals: readonly string[],
): Promise<void> {
  if (seals.length === 0) return;
  await mkdir(placesIn(copy).timestamps);
  for (const seal of seals) {
    const name = timestampFileName(seal);
    const answer = await readFile(path.join(placesIn(folder).timestamps, name));
    await writeNewFile(path.join(placesIn(copy).timestamps, name), answer);
  }
}
