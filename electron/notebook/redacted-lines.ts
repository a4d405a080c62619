import { stat } from 'node:fs/promises';
import { parseLine, type SignedLine } from '#shared/journal/envelope.ts';
import { parseRedactedLine, type RedactedPayload } from '#shared/journal/redacted-line.ts';
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
  for await (const text of textsIn(folder)) {
    const line = parseRedactedLine(text);
    if (line === undefined) continue;
    const { feed, seq, wall, tz, op } = line.p;
    listed.push({ feed, seq, type: op.t, wall, tz, op, hidden: Object.keys(line.hidden) });
  }
  return listed;
}

/** A line of a notebook by the beginning of its feed's name and its number, with its text. */
export async function originalLine(
  folder: string,
  feed: string,
  seq: number,
): Promise<{ readonly line: Omit<SignedLine, 'hash'>; readonly text: string } | undefined> {
  for await (const text of textsIn(folder)) {
    const line = parseLine(text);
    if (line.ok && line.value.p.seq === seq && line.value.p.feed.startsWith(feed))
      return { line: line.value, text };
  }
  return undefined;
}

async function* textsIn(folder: string): AsyncGenerator<string> {
  for (const feed of (await listFeeds(folder)).files) {
    const file = feedFileOf(folder, feed);
    for await (const block of readRawLines(file, { from: 0, to: (await stat(file)).size }))
      for (const { text, terminated } of block) if (text !== undefined && terminated) yield text;
  }
}
