import { parseLine, signatureOfLine, signedTextOfLine } from '#shared/journal/envelope.ts';
import { readFeedKey } from '#shared/journal/feed-facts.ts';
import type { PlacedLine } from './line-reader.ts';
import { nodeCrypto, verifyBeside } from './node-crypto.ts';

/**
 * Verdicts on the signatures of a feed's next lines, worked out on all processors while the reader of the feed goes
 * through them one after the other. What it does not know, the reader checks itself.
 */
export class SignatureVerdicts {
  readonly #feed: string;
  #publicKey: string | undefined;
  /** By signature; the text is held beside it, for a signature may stand under a text that it does not fit. */
  #verdicts = new Map<string, { readonly signed: string; readonly holds: boolean }>();

  constructor(feed: string) {
    this.#feed = feed;
  }

  /**
   * Checks the lines of a block at once, when the key is known. A line whose hash is `proven` is the same, byte for
   * byte, as one whose signature held with this feed's key.
   */
  async prepare(block: readonly PlacedLine[], proven?: ReadonlySet<string>): Promise<void> {
    this.#verdicts = new Map();
    const key = (this.#publicKey ??= keyIn(block[0], this.#feed));
    if (key === undefined) return;
    await Promise.all(
      block.map(async ({ text, hash }) => {
        const signature = text === undefined ? undefined : signatureOfLine(text);
        if (text === undefined || signature === undefined) return;
        const signed = signedTextOfLine(text);
        const holds = proven?.has(hash) === true || (await verifyBeside(key, signed, signature));
        this.#verdicts.set(signature, { signed, holds });
      }),
    );
  }

  /** The verdict on a line of the block; undefined when it was not worked out. */
  of(publicKey: string, signed: string, signature: string): boolean | undefined {
    this.#publicKey ??= publicKey;
    const verdict = this.#publicKey === publicKey ? this.#verdicts.get(signature) : undefined;
    return verdict?.signed === signed ? verdict.holds : undefined;
  }
}

/** The key of a feed, where its first line is the one that carries it. */
function keyIn(line: PlacedLine | undefined, feed: string): string | undefined {
  const parsed = line?.text === undefined ? undefined : parseLine(line.text);
  const key = parsed?.ok === true ? readFeedKey(parsed.value.p.op, nodeCrypto()) : undefined;
  return key?.feed === feed ? key.publicKey : undefined;
}
