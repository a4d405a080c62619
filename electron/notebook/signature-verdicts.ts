import { parseLine, signatureOfLine, signedTextOfLine } from '#shared/journal/envelope.ts';
import { readFeedKey } from '#shared/journal/feed-facts.ts';
import type { PlacedLine } from './line-reader.ts';
import { nodeCrypto, verifyBeside } from './node-crypto.ts';

/** By signature; the text is held beside it, for a signature may stand under a text that it does not fit. */
type Verdicts = ReadonlyMap<string, { readonly signed: string; readonly holds: boolean }>;

const none: Verdicts = new Map();

/**
 * Verdicts on the signatures of a feed's lines, worked out on all processors a block ahead of the reader of the feed,
 * who goes through them one after the other. What it does not know, the reader checks itself.
 */
export class SignatureVerdicts {
  readonly #feed: string;
  #publicKey: string | undefined;
  #now = none;
  /** Those of the block before: its last line is taken when the next block is there. */
  #before = none;

  constructor(feed: string) {
    this.#feed = feed;
  }

  /**
   * Checks the lines of a block at once, when the key is known. A line whose hash is `proven` is the same, byte for
   * byte, as one whose signature held with this feed's key.
   */
  async prepare(
    block: readonly PlacedLine[],
    proven: ReadonlySet<string> | undefined,
  ): Promise<Verdicts> {
    const key = (this.#publicKey ??= keyIn(block[0], this.#feed));
    if (key === undefined) return none;
    const verdicts = new Map<string, { signed: string; holds: boolean }>();
    await Promise.all(
      block.map(async ({ text, hash }) => {
        const signature = text === undefined ? undefined : signatureOfLine(text);
        if (text === undefined || signature === undefined) return;
        const signed = signedTextOfLine(text);
        const holds = proven?.has(hash) === true || (await verifyBeside(key, signed, signature));
        verdicts.set(signature, { signed, holds });
      }),
    );
    return verdicts;
  }

  /** Goes on to a block whose verdicts were prepared. */
  use(verdicts: Verdicts): void {
    this.#before = this.#now;
    this.#now = verdicts;
  }

  /** The verdict on a line of the block, or of the one before; undefined when it was not worked out. */
  of(publicKey: string, signed: string, signature: string): boolean | undefined {
    this.#publicKey ??= publicKey;
    if (this.#publicKey !== publicKey) return undefined;
    for (const verdicts of [this.#now, this.#before]) {
      const verdict = verdicts.get(signature);
      if (verdict?.signed === signed) return verdict.holds;
    }
    return undefined;
  }
}

/** The key of a feed, where its first line is the one that carries it. */
function keyIn(line: PlacedLine | undefined, feed: string): string | undefined {
  const parsed = line?.text === undefined ? undefined : parseLine(line.text);
  const key = parsed?.ok === true ? readFeedKey(parsed.value.p.op, nodeCrypto()) : undefined;
  return key?.feed === feed ? key.publicKey : undefined;
}

/**
 * Hands out blocks with what was prepared for them. The next block is read, and its preparation begun, before one is
 * handed out: other threads work on it while the one that asks reads lines.
 */
export async function* oneAhead<Block, Prepared>(
  blocks: AsyncIterable<Block>,
  prepare: (block: Block) => Promise<Prepared> | undefined,
): AsyncGenerator<{ readonly block: Block; readonly prepared: Prepared | undefined }> {
  let ahead:
    { readonly block: Block; readonly prepared: Promise<Prepared> | undefined } | undefined;
  for await (const block of blocks) {
    const prepared = prepare(block);
    // A failure is met when the block is handed out, not as an unhandled one here.
    prepared?.catch(() => {});
    const ready = ahead;
    ahead = { block, prepared };
    if (ready !== undefined) yield { block: ready.block, prepared: await ready.prepared };
  }
  if (ahead !== undefined) yield { block: ahead.block, prepared: await ahead.prepared };
}
