import { zoneOf } from '#shared/application/entry-context.ts';
import {
  type ClockDifference,
  parseOffset,
  parsePlusMinus,
  readBoth,
  readClock,
  type ReadingError,
} from '#shared/domain/clock-reading.ts';
import type { EntryTime } from '#shared/domain/time/entry-time.ts';
import { isZone } from '#shared/domain/time/zone.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { clockMessages as m } from '#shared/i18n/clock-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { readingMessages } from '#shared/i18n/word-clock.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { type CliContext, CliProblem, word } from './command.ts';

/** Zone in which readings without one are read: the one given, or the incident's. */
export function readingZone(state: NotebookState, given: string | undefined): string {
  if (given !== undefined && !isZone(given))
    throw new CliProblem(cliMessages.unknownZone, { zone: given });
  const zone = given ?? zoneOf(state);
  return isZone(zone) ? zone : 'UTC';
}

/** An option's problem in one sentence. */
function optionProblem(
  context: CliContext,
  option: string,
  value: string,
  problem: Message,
): CliProblem {
  return new CliProblem(m.badOption, { option, value, problem: word(context, problem) });
}

/** Reads `--plus-minus`; undefined when nobody said it. */
export function readPlusMinus(context: CliContext, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const ms = parsePlusMinus(text);
  if (ms === undefined) throw optionProblem(context, '--plus-minus', text, m.badWidth);
  return ms;
}

/** Reads `--offset`: what is added to the clock's times. */
export function readOffset(context: CliContext, text: string): ClockDifference {
  const offsetMs = parseOffset(text);
  if (offsetMs === undefined) throw optionProblem(context, '--offset', text, m.badOffset);
  return { aheadMs: offsetMs === 0 ? 0 : -offsetMs, plusMinusMs: 0 };
}

/** Reads two readings of one moment, named by the options that hold them. */
export function readReadings(
  context: CliContext,
  texts: { readonly showed: string; readonly reference: string },
  options: { readonly showed: string; readonly reference: string },
  zone: string,
): ClockDifference & { readonly reference: EntryTime } {
  const read = readBoth(texts, { nowMs: context.deps.nowMs(), zone });
  if (!read.ok) throw readingProblem(context, read.error, texts, options);
  return read.value;
}

/** Reads one time that a clock showed. */
export function readReading(
  context: CliContext,
  text: string,
  option: string,
  zone: string,
): EntryTime {
  const read = readClock(text, 'showed', context.deps.nowMs(), zone);
  if (!read.ok) throw optionProblem(context, option, text, readingMessages[read.error.kind]);
  return read.value;
}

function readingProblem(
  context: CliContext,
  { which, kind }: ReadingError,
  texts: Readonly<Record<ReadingError['which'], string>>,
  options: Readonly<Record<ReadingError['which'], string>>,
): CliProblem {
  return optionProblem(context, options[which], texts[which], readingMessages[kind]);
}
