import type { Origin } from '../journal/records.ts';

/** Who wrote something when, as `show --json` prints it. */
export type ShownOrigin = {
  readonly feed: string;
  readonly seq: number;
  readonly hash: string;
  readonly by: string;
  /** RFC 3339 in the offset of the writing device's clock. */
  readonly recordedAt: string;
};

/** Shows where a line stands. */
export function showOrigin({ feed, seq, hash, by, wall, tz }: Origin): ShownOrigin {
  return { feed, seq, hash, by, recordedAt: toRfc3339(wall, tz) };
}

/** An instant as the clock on that device's wall showed it: `2024-03-01T14:02:11.000+09:00`. */
export function toRfc3339(wall: number, tz: string): string {
  const sign = tz.startsWith('-') ? -1 : 1;
  const minutes = Number(tz.slice(1, 3)) * 60 + Number(tz.slice(4, 6));
  const local = new Date(wall + sign * minutes * 60_000);
  // A device may claim any clock: what no calendar can show is shown as the number it is.
  return Number.isNaN(local.getTime()) ? String(wall) : `${local.toISOString().slice(0, -1)}${tz}`;
}
