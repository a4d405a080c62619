import { judgeTimes, writtenTime, type DateOrder } from './locale-time.ts';
import type { Detection, Question, ReadingNote } from './log-reader.ts';
import { makeZoneClock, type ZoneClock } from './log-time.ts';
import { asIfUtc, proveZone, type TimePair } from './zone-proof.ts';

/** What the beginning of a column of times says about zone and order, and what it leaves open. */
export type TimeColumn = {
  readonly times: number;
  readonly questions: readonly Question[];
  readonly notes: readonly ReadingNote[];
  /** Proven by times in the file that carry their zone. */
  readonly provenZone: string | undefined;
  /** Proven by a day after the 12th, or by the zone. */
  readonly order: DateOrder;
};

/** A time of the column and, when its record holds one, the same moment in UTC. */
export type ColumnTime = {
  readonly text: string;
  readonly utc?: string | undefined;
  /** What `utc` is the moment of, when that is another time of the same clock. */
  readonly local?: string | undefined;
};

function pairsOf(times: readonly ColumnTime[], order: DateOrder): readonly TimePair[] {
  const pairs: TimePair[] = [];
  for (const { text, utc, local = text } of times) {
    if (utc === undefined) continue;
    const written = writtenTime(local, order, asIfUtc);
    const known = writtenTime(utc, undefined, asIfUtc);
    if (written !== undefined && known !== undefined) pairs.push({ local: written, utc: known });
  }
  return pairs;
}

/** Judges a column by its first times. */
export function judgeTimeColumn(times: readonly ColumnTime[]): TimeColumn {
  const judged = judgeTimes(times.map(({ text }) => text));
  const given: DateOrder =
    judged.order === 'day-first' || judged.order === 'month-first' ? judged.order : undefined;
  const orders: readonly DateOrder[] =
    judged.order === 'open' ? ['day-first', 'month-first'] : [given];
  const proofs = orders.flatMap((order) => {
    const proven = judged.withoutZone ? proveZone(pairsOf(times, order)) : undefined;
    return proven === undefined ? [] : [{ order, proven }];
  });
  // Both orders can only agree by chance, on the 1st of January for instance.
  const proof = proofs.length === 1 ? proofs[0] : undefined;
  const zone = proof !== undefined && !proof.proven.twelveHours ? proof.proven.offset : undefined;
  const questions: Question[] = [];
  if (judged.withoutZone && zone === undefined) questions.push('zone');
  if (judged.order === 'open' && proof === undefined) questions.push('day-or-month-first');
  const notes: ReadingNote[] = [];
  if (proof?.proven.twelveHours === true) notes.push('twelve-hour-clock');
  if (zone !== undefined) notes.push('zone-proven');
  if (judged.zones > 1) notes.push('several-zones');
  return {
    times: judged.times,
    questions,
    notes,
    provenZone: zone,
    order: proof?.order ?? given,
  };
}

/** The part of a detection that a column of times decides. */
export function detectionOf(
  column: TimeColumn,
): Pick<Detection, 'questions' | 'provenZone' | 'notes'> {
  return {
    questions: column.questions,
    ...(column.provenZone === undefined ? {} : { provenZone: column.provenZone }),
    notes: column.notes,
  };
}

/** Reads the times of a judged column with a person's answers. */
export function readTimesOf(
  column: TimeColumn,
  choices: { readonly zone?: ZoneClock; readonly order?: 'day-first' | 'month-first' },
): (text: string) => number | undefined {
  const clock =
    choices.zone ??
    (column.provenZone === undefined ? undefined : makeZoneClock(column.provenZone));
  // What the file proves comes before what somebody thinks.
  const order = column.order ?? choices.order;
  return (text) => writtenTime(text, order, clock);
}
