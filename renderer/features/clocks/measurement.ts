import {
  type ClockDifference,
  parseOffset,
  parsePlusMinus,
  readBoth,
  readClock,
} from '#shared/domain/clock-reading.ts';
import type { SourceClock } from '#shared/domain/source.ts';
import type { EntryTime } from '#shared/domain/time/entry-time.ts';
import { clockMessages as m } from '#shared/i18n/clock-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { readingMessages } from '#shared/i18n/word-clock.ts';

/** What stands in the fields of a measurement. */
export type MeasurementDraft = {
  readonly way: 'readings' | 'offset';
  readonly showed: string;
  readonly reference: string;
  readonly offset: string;
  readonly width: string;
  readonly when: string;
  readonly how: string;
};

export const emptyMeasurement: MeasurementDraft = {
  way: 'readings',
  showed: '',
  reference: '',
  offset: '',
  width: '',
  when: '',
  how: '',
};

export type MeasurementField = Exclude<keyof MeasurementDraft, 'way'>;

/** A draft as far as it can be read; a field that was left empty has no problem until somebody saves. */
export type ReadMeasurement = {
  /** Undefined while the offset, or what it is worked out from, is missing or wrong. */
  readonly clock: SourceClock | undefined;
  /** The time that the clock showed, where one was typed. */
  readonly showed: EntryTime | undefined;
  /** The doubt that two readings have by themselves; an empty width means this. */
  readonly ownWidthMs: number;
  readonly problems: Readonly<Partial<Record<MeasurementField, Message>>>;
  /** Fields that cannot stay empty. */
  readonly missing: readonly MeasurementField[];
};

type Context = { readonly nowMs: number; readonly zone: string };

/** Reads what stands in the fields. */
export function readMeasurement(draft: MeasurementDraft, context: Context): ReadMeasurement {
  const problems: Partial<Record<MeasurementField, Message>> = {};
  const width = parsePlusMinus(draft.width);
  if (width === undefined) problems.width = m.badWidth;
  const read = draft.way === 'offset' ? readOffset(draft, context) : readReadings(draft, context);
  Object.assign(problems, read.problems);
  const { difference, measuredAt, showed } = read;
  const wanted: readonly MeasurementField[] =
    draft.way === 'offset' ? ['offset', 'how'] : ['showed', 'reference', 'how'];
  const plusMinusMs = draft.width.trim() === '' ? (difference?.plusMinusMs ?? 0) : (width ?? 0);
  return {
    clock:
      difference === undefined || Object.keys(problems).length > 0
        ? undefined
        : { aheadMs: difference.aheadMs, plusMinusMs, measuredAt, how: draft.how.trim() },
    showed,
    ownWidthMs: difference?.plusMinusMs ?? 0,
    problems,
    missing: wanted.filter((field) => draft[field].trim() === ''),
  };
}

type ReadPart = {
  readonly difference?: ClockDifference;
  readonly measuredAt: string | null;
  readonly showed?: EntryTime;
  readonly problems: Readonly<Partial<Record<MeasurementField, Message>>>;
};

function readOffset({ offset, when }: MeasurementDraft, { nowMs, zone }: Context): ReadPart {
  const problems: Partial<Record<MeasurementField, Message>> = {};
  const offsetMs = offset.trim() === '' ? undefined : parseOffset(offset);
  if (offset.trim() !== '' && offsetMs === undefined) problems.offset = m.badOffset;
  const at = when.trim() === '' ? undefined : readClock(when, 'showed', nowMs, zone);
  if (at?.ok === false) problems.when = readingMessages[at.error.kind];
  return {
    ...(offsetMs !== undefined && {
      difference: { aheadMs: offsetMs === 0 ? 0 : -offsetMs, plusMinusMs: 0 },
    }),
    measuredAt: at?.ok === true ? at.value.utc : null,
    problems,
  };
}

function readReadings({ showed, reference }: MeasurementDraft, context: Context): ReadPart {
  const problems: Partial<Record<MeasurementField, Message>> = {};
  const texts = { showed, reference };
  for (const which of ['showed', 'reference'] as const) {
    const read = readClock(texts[which], which, context.nowMs, context.zone);
    if (!read.ok && texts[which].trim() !== '') problems[which] = readingMessages[read.error.kind];
  }
  const read = readBoth(texts, context);
  if (!read.ok) {
    if (read.error.kind === 'no-date') problems[read.error.which] = m.noDate;
    return { measuredAt: null, problems };
  }
  return {
    difference: read.value,
    measuredAt: read.value.reference.utc,
    showed: read.value.showed,
    problems,
  };
}
