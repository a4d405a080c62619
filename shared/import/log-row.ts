/** One event of a log: what a row of the timeline shows and search looks through. */
export type LogRow = {
  /** Microseconds since 1970 in UTC; undefined when the file gives no time that can be used. */
  readonly time: number | undefined;
  /** The time exactly as the file writes it; empty when it has none. */
  readonly timeText: string;
  /** The machine that the event is about, as the file names it; empty when it names none. */
  readonly host: string;
  /** What the event, or the time, is: `4624`, `Content Modification Time`, `alert`; empty when the file does not say. */
  readonly kind: string;
  /** What happened, exactly as the file says it; line breaks stay. Never empty. */
  readonly text: string;
};

/**
 * Why a record became no row. The words for people are in the message catalogue.
 *
 * A row index keeps places in this list: a new reason comes last.
 */
export const skipReasons = [
  'other-format',
  'too-few-cells',
  'broken-json',
  'broken-xml',
  'broken-quotes',
  'no-event',
  'too-long',
  /** What is packed in the file ends in the middle, or is damaged: nothing behind that place was read. */
  'archive-broken',
  /** It unpacks to many times its size, as no log does: nothing behind that place was read. */
  'archive-too-large',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** What reading a record gave: rows, nothing because it is part of the format itself, or nothing and why. */
export type ReadOutcome =
  | { readonly kind: 'rows'; readonly rows: readonly LogRow[] }
  | { readonly kind: 'frame' }
  | { readonly kind: 'skipped'; readonly reason: SkipReason };

/** A header, a comment, a blank line: read, and no event. */
export const frame: ReadOutcome = { kind: 'frame' };

/** One row out of a record. */
export function oneRow(row: LogRow): ReadOutcome {
  return { kind: 'rows', rows: [row] };
}

/** A record that is no event of this format. */
export function skipped(reason: SkipReason): ReadOutcome {
  return { kind: 'skipped', reason };
}
