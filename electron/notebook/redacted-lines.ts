import { stat } from 'node:fs/promises';
import { parseLine, type SignedLine } from '#shared/journal/envelope.ts';
import {
  parseRedactedLine,
  type RedactedLine,
  type RedactedPayload,
} from '#shared/journal/redacted-line.ts';
import { readRawLines } from './line-reader.ts';
import { feedFileOf, listFeeds } from './notebook-folder.ts';

/** A redacted line as it is listed: where it stands, what shows of it, and the places of what does not. */
export type ListedRedaction = {
  readonly feed: string;
  readonly seq: number;
  readonly type: string;
  readonly wall: number;
  readonly tz: string;
  readonly op: RedactedPayload['op'];
  readonly hidden: readonly string[];
};

/** Lists the redacted lines of a redacted copy, feed by feed; nothing is checked. */
export async function listRedacted(folder: string): Promise<readonly ListedRedaction[]> {
  const listed: ListedRedaction[] = [];
  for await (const line of redactedIn(folder)) {
    const { feed, seq, wall, tz, op } = line.p;
    listed.push({ feed, seq, type: op.t, wall, tz, op, hidden: Object.keys(line.hidden) });
  }
  return listed;
}

/** The redacted lines of a redacted copy, feed by feed. */
export async function* redactedIn(folder: string): AsyncGenerator<RedactedLine> {
  for await (const { text } of textsIn(folder)) {
    const line = parseRedactedLine(text);
    if (line !== undefined) yield line;
  }
}

/** A line of a notebook as its device wrote it. */
export type OriginalLine = { readonly line: SignedLine; readonly text: string };

/** The lines of a notebook, feed by feed; what cannot be read is passed over. */
export async function* originalsIn(folder: string): AsyncGenerator<OriginalLine> {
  for await (const { text, hash } of textsIn(folder)) {
    const line = parseLine(text);
    if (line.ok) yield { line: { ...line.value, hash }, text };
  }
}

async function* textsIn(
  folder: string,
): AsyncGenerator<{ readonly text: string; readonly hash: string }> {
  for (const feed of (await listFeeds(folder)).files) {
    const file = feedFileOf(folder, feed);
    for await (const block of readRawLines(file, { from: 0, to: (await stat(file)).size }))
      for (const { text, hash, terminated } of block)
        if (text !== undefined && terminated) yield { text, hash };
  }
}
