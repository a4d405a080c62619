import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import yazl from 'yazl';
import { sealValue, sealWords } from '#shared/journal/seal.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { randomHex, sha256Hex } from '../notebook/node-crypto.ts';
import {
  type FolderError,
  nameOf,
  placesIn,
  readNotebookFolder,
} from '../notebook/notebook-folder.ts';
import { timestampFileName } from '../proof/timestamp-files.ts';
import { isOutOfSpace, systemCode, systemDetail } from '../notebook/system-error.ts';
import verifyGuide from '../notebook/verify/VERIFY.txt?raw';
import verifyScript from '../notebook/verify/verify.py?raw';
import { type AgeLock, AgeProblem, encryptStream } from './age-file.ts';
import { type Manifest, writeManifest, writeTags } from './bag-manifest.ts';
import { PartFiles, readBack, TooManyParts } from './part-files.ts';
import { firstTaken, namesFor, placeParts } from './place-parts.ts';
import {
  evidenceName,
  feedName,
  identityName,
  leftOutName,
  redactionName,
  tagNames,
  timestampName,
} from './bag-names.ts';
import {
  type BundleChoice,
  type BundleContents,
  chooseContents,
  type LeftOut,
} from './bundle-contents.ts';
import { type BundleMaker, signLeftOut } from './sign-left-out.ts';
import { pipeInto } from './write-to.ts';

/** What a bundle is to be; plain data, so that it can go to a worker. */
export type BundleRequest = BundleChoice & {
  /** Where the bundle goes; the name must be free. */
  readonly out: string;
  /** Cuts it into files of so many bytes at most: FAT32 takes none of 4 GiB. */
  readonly splitBytes?: number | undefined;
  /** Wraps the whole bundle with age. */
  readonly lock?: AgeLock | undefined;
  readonly maker: BundleMaker;
  readonly app: { readonly version: string };
  readonly nowMs: number;
};

export type BundleProgress = {
  /** Bytes written and read back, out of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

type ContentsOptions = Omit<BundleRequest, keyof BundleChoice | 'maker'> & BundleProgress;

/** A bundle that lies on the disk and was read back. */
export type WrittenBundle = {
  readonly bytes: number;
  readonly sha256: string;
  /** The files that it was cut into, in order; none when it is one file. */
  readonly parts: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string;
  }[];
  /** Seal of what it holds, and its twelve words. */
  readonly seal: string;
  readonly words: string;
  readonly lines: number;
  readonly feeds: number;
  readonly evidence: number;
  readonly leftOut: readonly LeftOut[];
  /** Evidence files whose content has another hash than their name: in the bundle as they are. */
  readonly changed: readonly string[];
};

export type BundleError =
  | FolderError
  | { readonly kind: 'out-exists'; readonly place: string }
  | { readonly kind: 'out-failed'; readonly place: string; readonly detail: string }
  | { readonly kind: 'read-failed'; readonly detail: string }
  | { readonly kind: 'copy-differs'; readonly place: string }
  | { readonly kind: 'nothing-to-bundle' }
  /** Something is left out, and this device has no key to sign so with. */
  | { readonly kind: 'cannot-sign' }
  | { readonly kind: 'bad-recipient' }
  | { readonly kind: 'too-many-parts' }
  | { readonly kind: 'stopped' };

/** Nothing of a real folder reads larger; the date is what ZIP can write everywhere. */
const fileOptions = { compress: false, mode: 0o100644 } as const;

/**
 * Writes a notebook as one file: a BagIt bag (RFC 8493) in a stored ZIP, wrapped with age when asked.
 *
 * It is written under another name, synced, read back and renamed: a bundle that is there is whole.
 */
export async function writeBundle(
  folder: string,
  request: BundleRequest,
  progress: BundleProgress = {},
): Promise<Result<WrittenBundle, BundleError>> {
  const identity = await readNotebookFolder(folder);
  if (!identity.ok) return identity;
  const { notebook } = identity.value;
  const chosen = await chooseContents(folder, notebook, request);
  if (chosen.lines === 0) return err({ kind: 'nothing-to-bundle' });
  const signed = signLeftOut(chosen.leftOut, notebook, chosen.heads, request.maker);
  if (!signed.ok) return signed;
  const statements = new Map([...chosen.statements, ...signed.value]);
  return writeContents(folder, { ...chosen, statements }, { ...request, ...progress });
}

/** Writes what was chosen of a folder as one file; the bag has the folder's name. */
export async function writeContents(
  folder: string,
  contents: BundleContents,
  options: ContentsOptions,
): Promise<Result<WrittenBundle, BundleError>> {
  const out = path.resolve(options.out);
  const hidden = path.join(path.dirname(out), `.${path.basename(out)}.${randomHex(6)}`);
  const files = new PartFiles((part) => `${hidden}.${part}.part`, options.splitBytes ?? Infinity);
  try {
    const taken = await firstTaken(namesFor(out, options.splitBytes === undefined ? 0 : 1));
    if (taken !== undefined) return err({ kind: 'out-exists', place: taken });
    const written = await writeZip(folder, files, contents, {
      ...options,
      onProgress: (done, total) => options.onProgress?.(done, 2 * total),
    });
    const parts = await files.finish();
    let read = 0;
    const onBytes = (bytes: number) => {
      read += bytes;
      options.onProgress?.(written.bytes + read, 2 * written.bytes);
    };
    if (!(await readBack(parts, onBytes, options.signal)))
      return err({ kind: 'copy-differs', place: out });
    const placed = await placeParts(parts, out, written.sha256);
    if (!placed.ok) return placed;
    return ok({
      ...written,
      parts: placed.value,
      lines: contents.lines,
      feeds: contents.feeds.length,
      evidence: contents.evidence.length,
      leftOut: contents.leftOut,
    });
  } catch (error) {
    if (options.signal?.aborted === true) return err({ kind: 'stopped' });
    return err(bundleErrorOf(error, out));
  } finally {
    await files.remove();
  }
}

async function writeZip(
  folder: string,
  files: PartFiles,
  contents: BundleContents,
  options: ContentsOptions,
): Promise<Pick<WrittenBundle, 'bytes' | 'sha256' | 'seal' | 'words' | 'changed'>> {
  const zip = new yazl.ZipFile();
  const plain = Readable.from(zip.outputStream, { objectMode: false });
  const { lock } = options;
  const stream = lock === undefined ? plain : await encryptStream(plain, lock);
  const meter = hashMeter();
  // Whichever side fails first stops the other: neither may wait for ever.
  const stop = new AbortController();
  const stopAll = () => stop.abort();
  options.signal?.addEventListener('abort', stopAll, { once: true });
  const orStop = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      stopAll();
      throw error;
    }
  };
  const [sealed] = await Promise.all([
    orStop(fill(zip, folder, contents, { ...options, signal: stop.signal })),
    orStop(pipeInto([stream, meter.through], files.sink, { signal: stop.signal })),
  ]);
  options.signal?.removeEventListener('abort', stopAll);
  return { ...sealed, bytes: meter.bytes(), sha256: meter.digest() };
}

/** Puts every file into the archive, then the manifests: by then each hash is known. */
async function fill(
  zip: yazl.ZipFile,
  folder: string,
  contents: BundleContents,
  options: ContentsOptions,
): Promise<Pick<WrittenBundle, 'seal' | 'words' | 'changed'>> {
  // A failing file is met at its own stream; the archive only repeats it.
  zip.on('error', () => {});
  const mtime = new Date(options.nowMs);
  const root = `${bagName(folder)}/`;
  const payload = new Map<string, string>();
  const changed: string[] = [];
  const files = [
    { name: identityName, file: path.join(folder, 'notebook.json'), bytes: undefined },
    ...(contents.isRedacted === true
      ? [{ name: redactionName, file: placesIn(folder).redaction, bytes: undefined }]
      : []),
    ...contents.feeds.map(({ feed, ...place }) => ({ ...place, name: feedName(feed) })),
    ...contents.evidence.map(({ sha256, ...place }) => ({ ...place, name: evidenceName(sha256) })),
    ...contents.timestamps.map((seal) => ({
      name: timestampName(seal),
      file: path.join(placesIn(folder).timestamps, timestampFileName(seal)),
      bytes: undefined,
    })),
  ];
  const total = files.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
  let size = 0;
  for (const { name, file, bytes } of files) {
    options.signal?.throwIfAborted();
    const meter = hashMeter((read) => options.onProgress?.(size + read, total));
    const source: Readable =
      bytes === 0
        ? Readable.from([])
        : createReadStream(file, bytes === undefined ? {} : { end: bytes - 1 });
    source.on('error', (error: Error) => meter.through.destroy(new SourceFailure(error)));
    source.pipe(meter.through);
    const ended = once(meter.through, 'end', { signal: options.signal });
    zip.addReadStream(meter.through, root + name, { ...fileOptions, mtime });
    try {
      await ended;
    } finally {
      source.destroy();
    }
    size += meter.bytes();
    const sha256 = meter.digest();
    payload.set(name, sha256);
    if (name.startsWith('data/evidence/') && !name.includes(sha256))
      changed.push(name.slice('data/evidence/'.length, -'.evid'.length));
  }
  for (const [sha256, text] of contents.statements) {
    const statement = Buffer.from(text, 'utf8');
    zip.addBuffer(statement, root + leftOutName(sha256), { ...fileOptions, mtime });
    payload.set(leftOutName(sha256), sha256Hex(statement));
    size += statement.length;
  }
  const seal = sealValue(contents.heads, sha256Hex);
  const words = sealWords(seal);
  const tags = tagFiles(contents, payload, {
    seal,
    words,
    size,
    mtime,
    version: options.app.version,
  });
  for (const [name, text] of tags)
    zip.addBuffer(Buffer.from(text, 'utf8'), root + name, { ...fileOptions, mtime });
  zip.end();
  return { seal, words, changed };
}

/** The files beside `data/`, the manifest of all of them last. */
function tagFiles(
  { heads, lines, leftOut }: BundleContents,
  payload: Manifest,
  bag: {
    readonly seal: string;
    readonly words: string;
    readonly size: number;
    readonly mtime: Date;
    readonly version: string;
  },
): ReadonlyMap<string, string> {
  const sealText = writeTags([
    ['Seal', bag.seal],
    ['Words', bag.words],
    ['Lines', String(lines)],
    ...Object.entries(heads)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([feed, [seq, hash]]): [string, string] => ['Head', `${feed} ${seq} ${hash}`]),
    ...leftOut.map(({ no, sha256, because }): [string, string] => [
      'Left-out',
      `${no} ${sha256} ${because}`,
    ]),
  ]);
  const tags = new Map<string, string>([
    [
      tagNames.declaration,
      writeTags([
        ['BagIt-Version', '1.0'],
        ['Tag-File-Character-Encoding', 'UTF-8'],
      ]),
    ],
    [
      tagNames.info,
      writeTags([
        ['Bagging-Date', bag.mtime.toISOString().slice(0, 10)],
        ['Bag-Software-Agent', `Kiroku ${bag.version}`],
        ['Payload-Oxum', `${bag.size}.${payload.size}`],
      ]),
    ],
    [tagNames.seal, sealText],
    [tagNames.guide, verifyGuide],
    [tagNames.script, verifyScript],
    [tagNames.manifest, writeManifest(payload)],
  ]);
  const hashes = new Map([...tags].map(([name, text]) => [name, sha256Hex(text)]));
  return tags.set(tagNames.tagManifest, writeManifest(hashes));
}

/** The bag's one folder: the notebook's name in characters that every system can write. */
function bagName(folder: string): string {
  const name = nameOf(folder)
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, '_')
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  return [...(name === '' ? 'notebook' : name)].slice(0, 80).join('');
}

function hashMeter(onBytes?: (bytes: number) => void) {
  const hash = createHash('sha256');
  let total = 0;
  const through = new Transform({
    transform(block: Buffer, _encoding, done) {
      hash.update(block);
      total += block.length;
      onBytes?.(total);
      done(null, block);
    },
  });
  return { through, bytes: () => total, digest: () => hash.digest('hex') };
}

/** A file of the notebook could not be read: the fault is not with the disk that is written to. */
class SourceFailure extends Error {
  constructor(cause: unknown) {
    super('a file of the notebook could not be read', { cause });
  }
}

function bundleErrorOf(thrown: unknown, out: string): BundleError {
  if (thrown instanceof AgeProblem) return { kind: 'bad-recipient' };
  if (thrown instanceof TooManyParts) return { kind: 'too-many-parts' };
  if (thrown instanceof SourceFailure)
    return { kind: 'read-failed', detail: systemDetail(thrown.cause) };
  if (isOutOfSpace(thrown)) return { kind: 'disk-full', place: out };
  if (systemCode(thrown) === undefined) throw thrown;
  return { kind: 'out-failed', place: out, detail: systemDetail(thrown) };
}
