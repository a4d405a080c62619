import type { LogRow } from '#shared/import/log-row.ts';
import type { ShownRow } from '#shared/ipc/log-contract.ts';

/** A row on one line shows some hundreds of letters; a match further on is shown by where it is. */
const mostLetters = 2_000;
const mostNamed = 300;

/** What a list shows of a row. */
export function toShown(row: LogRow): Omit<ShownRow, 'source' | 'row' | 'line'> {
  const { time, timeText, host, kind, text } = row;
  return {
    time: time ?? null,
    timeText: timeText.slice(0, mostNamed),
    host: host.slice(0, mostNamed),
    kind: kind.slice(0, mostNamed),
    text: text.slice(0, mostLetters),
  };
}
