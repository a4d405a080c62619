import { readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { FeedCheck } from '#shared/journal/check-feed.ts';
import { lineVersion } from '#shared/journal/envelope.ts';
import { storedFactsSchema } from '#shared/journal/feed-facts.ts';
import { recordsVersion } from '#shared/journal/records.ts';
import { feedIdSchema, idSchema, sha256Schema } from '#shared/lib/ids.ts';
import type { OwnKey } from './keys.ts';
import { randomHex } from './node-crypto.ts';
import { systemCode } from './system-error.ts';

const count = z.int().min(0);

/** So many bytes of a feed were checked line by line, and there was nothing to say about them. */
const checkpointSchema = z.object({
  feed: feedIdSchema,
  /** Length of what was checked, the newline of its last line included. */
  bytes: count,
  sha256: sha256Schema,
  /** The last line of it. The lines before have the numbers from 0 on, in order. */
  head: z.object({ seq: z.int().min(1), hash: sha256Schema }),
  /** Raw public key in base64. */
  publicKey: z.string(),
  facts: storedFactsSchema,
});
export type FeedCheckpoint = z.infer<typeof checkpointSchema>;

const fileSchema = z.object({
  program: z.string(),
  notebook: idSchema,
  feeds: z.array(checkpointSchema),
});

const signaturePrefix = 'kiroku-checkpoint-v1\n';

/** Less than this is read again as quickly as a checkpoint of it. */
const leastNewBytes = 65_536;

/**
 * What this device has checked of a notebook's feeds, so that an opening need not do it again (ADR 8).
 *
 * It lies beside the device's key and is signed with it, and holds for one build of the program. It
 * says nothing about bytes that are not there any more: whoever uses it hashes them (`readCheckedPrefix`).
 */
export class Checkpoints {
  readonly #own: OwnKey;
  readonly #notebook: string;
  readonly #program: string;
  readonly #feeds: ReadonlyMap<string, FeedCheckpoint>;

  constructor(
    own: OwnKey,
    notebook: string,
    app: { readonly version: string; readonly commit: string },
  ) {
    this.#own = own;
    this.#notebook = notebook;
    this.#program = `${app.version} ${app.commit} ${lineVersion} ${recordsVersion}`;
    this.#feeds = new Map(this.#read().map((checkpoint) => [checkpoint.feed, checkpoint]));
  }

  of(feed: string): FeedCheckpoint | undefined {
    return this.#feeds.get(feed);
  }

  /** Keeps what an opening has checked when it is worth it. A failure only makes the next one slower. */
  async keep(feeds: readonly FeedCheckpoint[]): Promise<void> {
    const { key, places } = this.#own;
    const fresh = feeds.filter(
      ({ feed, bytes }) => bytes - (this.of(feed)?.bytes ?? 0) >= leastNewBytes,
    );
    if (key === undefined || fresh.length === 0) return;
    const text = JSON.stringify({ program: this.#program, notebook: this.#notebook, feeds });
    const temporary = `${places.checked}.${randomHex(4)}.part`;
    try {
      // Not synced: one that a power cut tore has no signature that fits.
      await writeFile(temporary, `${key.sign(signaturePrefix + text)}\n${text}`, { mode: 0o600 });
      await rename(temporary, places.checked);
    } catch (error) {
      if (systemCode(error) === undefined) throw error;
      await rm(temporary, { force: true }).catch(() => {});
    }
  }

  #read(): readonly FeedCheckpoint[] {
    const { key, places } = this.#own;
    if (key === undefined) return [];
    try {
      const content = readFileSync(places.checked, 'utf8');
      const end = content.indexOf('\n');
      const text = content.slice(end + 1);
      // Ed25519 signs one text in one way (RFC 8032 §5.1.6), so signing again is checking.
      if (key.sign(signaturePrefix + text) !== content.slice(0, end)) return [];
      const { program, notebook, feeds } = fileSchema.parse(JSON.parse(text));
      return program === this.#program && notebook === this.#notebook ? feeds : [];
    } catch {
      // None yet, or not what we wrote: everything is checked again.
      return [];
    }
  }
}

/** The checkpoint of a feed that was read to its end; undefined when there is anything to say about it. */
export function checkpointOf(
  { feed, findings, appendable, whole, torn, head, publicKey, facts }: FeedCheck,
  { bytes, sha256 }: { readonly bytes: number; readonly sha256: string },
): FeedCheckpoint | undefined {
  const { newerTypes, ...stored } = facts;
  const isClean = findings.length === 0 && appendable && whole && torn === undefined;
  if (!isClean || newerTypes.size > 0 || publicKey === undefined) return undefined;
  // The first line's claims are judged together with the second's.
  if (head === undefined || head.seq < 1) return undefined;
  const { seq, hash } = head;
  return { feed, bytes, sha256, head: { seq, hash }, publicKey, facts: stored };
}
