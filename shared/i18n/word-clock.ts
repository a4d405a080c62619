import type { ClockDifference, ReadingError } from '../domain/clock-reading.ts';
import { formatDuration } from '../domain/time/format-time.ts';
import { clockMessages as m } from './clock-messages.ts';
import { type Language, type Message, say } from './messages.ts';

/** How a clock stood, in words: `3 min 12 s behind ± 2 s`; undefined is a clock that nobody measured. */
export function wordStanding(clock: ClockDifference | undefined, language: Language): string {
  if (clock === undefined) return say(language, m.notMeasured);
  const { aheadMs, plusMinusMs } = clock;
  const time = formatDuration(Math.abs(aheadMs), language);
  const standing =
    aheadMs === 0
      ? say(language, m.right)
      : say(language, aheadMs > 0 ? m.ahead : m.behind, { time });
  if (plusMinusMs === 0) return standing;
  return say(language, m.plusMinus, { standing, width: formatDuration(plusMinusMs, language) });
}

/** Which way a clock jumped and how far, to the second: `1 h back`. */
export function wordJump(byMs: number, language: Language): string {
  const time = formatDuration(Math.round(Math.abs(byMs) / 1_000) * 1_000, language);
  return say(language, byMs < 0 ? m.jumpBack : m.jumpForward, { time });
}

/** Where a jump stands, by the numbers of the entries around it. */
export function wordJumpPlace(
  { before, after }: { readonly before?: string | undefined; readonly after?: string | undefined },
  language: Language,
): string {
  if (before !== undefined && after !== undefined)
    return say(language, m.jumpBetween, { before, after });
  if (before !== undefined) return say(language, m.jumpAfter, { before });
  return after === undefined ? say(language, m.jumpAlone) : say(language, m.jumpBefore, { after });
}

/** Why a reading of a clock cannot be used. */
export const readingMessages: Readonly<Record<ReadingError['kind'], Message>> = {
  'not-a-time': m.badTime,
  'not-exact': m.badReading,
  'time-ambiguous': m.ambiguousTime,
  'time-in-gap': m.ambiguousTime,
  'no-date': m.noDate,
};
