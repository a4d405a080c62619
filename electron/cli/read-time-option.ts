import { earliestMs, type EntryTime } from '#shared/domain/time/entry-time.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import { decisionCliMessages as m } from '#shared/i18n/decision-cli-messages.ts';
import { type CliContext, CliProblem } from './command.ts';

/** Reads a time as people write them, in the incident's zone; undefined when the option was not given. */
export function readTimeOption(
  { deps }: CliContext,
  option: string,
  text: string | undefined,
  zone: string,
): EntryTime | undefined {
  if (text === undefined) return undefined;
  const time = parseTime(text, { nowMs: deps.nowMs(), zone });
  if (!time.ok || time.value.utc === null) throw new CliProblem(m.badTime, { option, value: text });
  return time.value;
}

/** Reads a moment that is one instant: the earliest that the text can mean. */
export function readMomentOption(
  context: CliContext,
  option: string,
  text: string | undefined,
  zone: string,
): number | undefined {
  const time = readTimeOption(context, option, text, zone);
  if (time === undefined) return undefined;
  const ms = earliestMs(time);
  if (!Number.isFinite(ms)) throw new CliProblem(m.badTime, { option, value: text ?? '' });
  return ms;
}
