import type { ShownClock, ShownNotebook, ShownSource } from '#shared/application/show-notebook.ts';
import { jumpsAmong } from '#shared/journal/clock-jumps.ts';
import { formatOffsetLength } from '#shared/domain/clock-reading.ts';
import type { SourceClock } from '#shared/domain/source.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { clockMessages as m } from '#shared/i18n/clock-messages.ts';
import { wordJump, wordJumpPlace, wordStanding } from '#shared/i18n/word-clock.ts';
import { type CliContext, word } from './command.ts';

/** A source with what is known of its clock, and the measurements before: one line each. */
export function sourceLines(
  context: CliContext,
  { name, clock, measured }: ShownSource,
  zone: string,
): readonly string[] {
  const standing = wordStanding(clock ?? undefined, context.language);
  const lines = [word(context, m.sourceLine, { name, standing })];
  for (const measurement of measured.toReversed())
    lines.push(`  ${measurementLine(context, measurement, zone)}`);
  return lines;
}

function measurementLine(context: CliContext, clock: SourceClock, zone: string): string {
  const { aheadMs, plusMinusMs, measuredAt, how } = clock;
  const width = plusMinusMs === 0 ? '' : ` ±${formatOffsetLength(plusMinusMs).slice(1)}`;
  const format = { zone, locale: context.language, style: 'full' } as const;
  const when =
    measuredAt === null
      ? word(context, m.measuredAtUnknown)
      : word(context, m.measuredAt, { time: formatInstant(Date.parse(measuredAt), format) });
  return word(context, m.detailLine, {
    offset: `${formatOffsetLength(-aheadMs)}${width}`,
    when,
    how: how.replaceAll(/\s+/g, ' '),
  });
}

/** The checks and jumps of every device's clock. */
export function machineClockLines(
  context: CliContext,
  { clocks, devices, entries }: Pick<ShownNotebook, 'clocks' | 'devices' | 'entries'>,
): readonly string[] {
  const { language } = context;
  return clocks.flatMap((clock) => {
    const { device = '', host = '' } = devices.find(({ feed }) => feed === clock.feed) ?? {};
    const lines = [word(context, m.deviceLine, { device: device || host || clock.feed })];
    for (const { recordedAt: time, reference, ...difference } of clock.checks) {
      const standing = wordStanding(difference, language);
      lines.push(`  ${word(context, m.checkAtLine, { time, standing, reference })}`);
    }
    for (const { jump, before, after } of jumpsAmong(toRecord(clock), entries, (entry) => entry)) {
      const by = wordJump(jump.byMs, language);
      const numbers = { before: numberOf(before), after: numberOf(after) };
      const where = wordJumpPlace(numbers, language);
      lines.push(`  ${word(context, m.jumpAtLine, { time: jump.recordedAt, by, where })}`);
    }
    return lines;
  });
}

function toRecord({ feed: id, jumps }: ShownClock) {
  return { id, jumps };
}

function numberOf(entry: { readonly seq: number } | undefined): string | undefined {
  return entry === undefined ? undefined : `No. ${entry.seq}`;
}
