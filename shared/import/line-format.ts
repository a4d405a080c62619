import { frame, oneRow, skipped, type LogRow } from './log-row.ts';
import type {
  Detection,
  FileHead,
  LogReader,
  Question,
  ReadingChoices,
  ReadingNote,
} from './log-reader.ts';
import { makeZoneClock, offsetMs } from './log-time.ts';

/** Reads one line as a row; undefined when the line is no record of its format. It may remember the year. */
export type LineReader = (line: string) => LogRow | undefined;

/** A format in which every record is one line and knows its own time. */
export type LineFormat = {
  readonly id: string;
  /** Detection's score for a file whose lines are mostly of this format. */
  readonly score: number;
  start(choices: ReadingChoices, head: FileHead): LineReader;
  /** What has to be asked although no single line shows it. */
  asks?(head: FileHead): readonly Question[];
  /** Lines that are part of the format and no events; blank ones need not be named. */
  isFrame?(line: string): boolean;
  /** False for a line that could be read and proves nothing about the format. */
  isTypical?(line: string, row: LogRow): boolean;
  /**
   * Whether a line without a time goes on with the record before it.
   *
   * It becomes a row of its own at the time of that record, with an empty `timeText`: its text is found and
   * stands where it belongs. Where nothing goes on, such a line is skipped and counted.
   */
  readonly continues: boolean;
};

/** What a probe answers to every question; which answers matter is seen by leaving them out. */
const probe = {
  zone: makeZoneClock('UTC'),
  // A leap year, so that 29 February is a date.
  year: 2000,
  order: 'day-first',
} as const satisfies ReadingChoices;
const { zone: _zone, ...withoutZone } = probe;
const { year: _year, ...withoutYear } = probe;
const { order: _order, ...withoutOrder } = probe;
const probes: readonly (readonly [Question, ReadingChoices])[] = [
  ['zone', withoutZone],
  ['year', withoutYear],
  ['day-or-month-first', withoutOrder],
];

/** The reader of a format of lines. */
export function lineFormatReader(format: LineFormat): LogReader {
  return {
    id: format.id,
    detect: (head) => detectLines(format, head),
    start(head, _layout, choices) {
      const read = format.start(choices, head);
      let before: LogRow | undefined;
      return (record) => {
        if (record.shape !== 'line') return skipped('other-format');
        const line = withoutPadding(record.text);
        if (isBlank(line) || format.isFrame?.(line) === true) return frame;
        const row = read(line);
        if (row !== undefined) {
          before = row.text === '' ? { ...row, text: line } : row;
          return oneRow(before);
        }
        if (!format.continues || before === undefined) return skipped('other-format');
        return oneRow({ ...before, timeText: '', text: line });
      };
    },
  };
}

/** A machine that lost power leaves a run of zero bytes before the next line. */
function withoutPadding(line: string): string {
  if (!line.startsWith('\0')) return line;
  let at = 0;
  while (line.startsWith('\0', at)) at += 1;
  return line.slice(at);
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}

function detectLines(format: LineFormat, head: FileHead): Detection | undefined {
  const read = format.start(probe, head);
  const partial = probes.map(
    ([question, choices]) => [question, format.start(choices, head)] as const,
  );
  const questions = new Set<Question>(format.asks?.(head));
  const zones = new Set<number>();
  let records = 0;
  let others = 0;
  for (const text of head.lines) {
    const line = withoutPadding(text);
    if (isBlank(line) || format.isFrame?.(line) === true) continue;
    const row = read(line);
    if (row !== undefined && format.isTypical?.(line, row) !== false) records += 1;
    else others += 1;
    for (const [question, reader] of partial) {
      const without = reader(line);
      if (row?.time !== undefined && without?.time === undefined) questions.add(question);
    }
    const zone = row === undefined ? undefined : zoneAtEnd(row.timeText);
    if (zone !== undefined) zones.add(zone);
  }
  if (records === 0) return undefined;
  return {
    score: scoreOfShare(format.score, records / (records + others)),
    layout: { shape: 'line' },
    questions: [...questions],
    notes: notesOfZones(zones),
  };
}

/** A detection's score when this share of the records looks like the format. */
export function scoreOfShare(score: number, share: number): number {
  if (share >= 0.5) return score;
  return Math.round(share >= 0.1 ? score * 0.7 : score * 0.3);
}

/** Ms east of UTC that a written time ends with; undefined when it ends without a zone. */
export function zoneAtEnd(timeText: string): number | undefined {
  const match = /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/.exec(timeText);
  return match === null ? undefined : offsetMs(match[0]);
}

/** The note that a head's zones ask for. */
export function notesOfZones(zones: ReadonlySet<number>): readonly ReadingNote[] {
  return zones.size > 1 ? ['several-zones'] : [];
}
