import type { FileLayout } from '#shared/import/log-reader.ts';
import type { SkipReason } from '#shared/import/log-row.ts';
import { cutRecords, newlineOf } from '../../../electron/import/cut-records.ts';
import type { RawRecord } from '../../../electron/import/cutter.ts';

export type Cut = {
  readonly records: readonly {
    readonly raw: RawRecord;
    readonly start: number;
    readonly end: number;
    readonly line: number;
  }[];
  readonly broken: readonly { readonly reason: SkipReason; readonly line: number }[];
};

/** Cuts a text that arrives in pieces of these lengths, over and over; positions are those in the whole text. */
export function cutAll(
  text: string,
  layout: FileLayout,
  {
    lengths = [text.length],
    limit,
  }: { readonly lengths?: readonly number[]; readonly limit?: number } = {},
): Cut {
  const records: Cut['records'][number][] = [];
  const broken: Cut['broken'][number][] = [];
  let base = 0;
  const cutter = cutRecords(layout, {
    sink: {
      record: (raw, start, end, line) =>
        void records.push({ raw, start: base + start, end: base + end, line }),
      broken: (reason, line) => void broken.push({ reason, line }),
    },
    newline: newlineOf(text),
    limit,
  });
  let rest = '';
  let given = 0;
  for (let piece = 0; ; piece += 1) {
    const length = Math.max(1, lengths[piece % lengths.length] ?? 1);
    const isEnd = given + length >= text.length;
    const whole = rest + text.slice(given, given + length);
    given += length;
    const consumed = cutter.cut(whole, isEnd);
    rest = whole.slice(consumed);
    base += consumed;
    if (isEnd) return { records, broken };
  }
}
