import { jumpsAmong } from '../journal/clock-jumps.ts';
import type { NotebookState } from '../journal/fold.ts';
import type { ReportClock, ReportEntry, ReportSource } from './report-model.ts';

/** The sources, in the order in which they were named. */
export function readSources(
  state: NotebookState,
  entries: readonly ReportEntry[],
): readonly ReportSource[] {
  const counts = new Map<string, number>();
  for (const { content } of entries)
    if (content.source !== undefined)
      counts.set(content.source, (counts.get(content.source) ?? 0) + 1);
  return [...state.sources.values()].map(({ id, source, measured }) => ({
    name: source?.name ?? `?${id.slice(0, 8)}`,
    entries: counts.get(id) ?? 0,
    measured: measured.toReversed().map(({ by, wall, clock }) => ({ by, wall, value: clock })),
  }));
}

/** The clocks of all devices of which something is known. */
export function readClocks(
  state: NotebookState,
  entries: readonly ReportEntry[],
): readonly ReportClock[] {
  const firstLine = ({ id }: ReportEntry) => state.entries.get(id)?.origin;
  return [...state.clocks.values()].map((clock) => ({
    feed: clock.id,
    checks: clock.checks.map(({ by, wall, check }) => ({ by, wall, value: check })),
    jumps: jumpsAmong(clock, entries, firstLine).map(({ jump, before, after }) => ({
      by: jump.by,
      wall: jump.wall,
      value: jump.byMs,
      before,
      after,
    })),
  }));
}
