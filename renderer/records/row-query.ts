import { useMemo } from 'react';
import { currentValue } from '#shared/journal/causality.ts';
import type { SourceRecord } from '#shared/journal/records.ts';
import type { RowQuery } from '#shared/ipc/log-contract.ts';
import { useRecords } from '../data/use-records.ts';
import type { Span } from './span-fields.tsx';

const usPerMs = 1_000;

/** The sources that are logs with rows, oldest first. */
export function useLogSources(): readonly SourceRecord[] {
  const sources = useRecords('sources');
  return useMemo(() => sources.filter(({ source }) => source?.reading !== undefined), [sources]);
}

/** By source how far its clock was ahead, in ms; a clock that was right, or never measured, is not named. */
export function useClocksAhead(records: readonly SourceRecord[]): RowQuery['aheadMs'] {
  return useMemo(
    () =>
      Object.fromEntries(
        records.flatMap(({ id, clock }) => {
          const aheadMs = currentValue(clock)?.aheadMs ?? 0;
          return aheadMs === 0 ? [] : [[id, aheadMs]];
        }),
      ),
    [records],
  );
}

/** A span as rows are asked for: the last instant is in it to its last microsecond. */
export function rowSpan({ from, until }: Span): Pick<RowQuery, 'from' | 'to'> {
  return {
    from: from === undefined ? null : Date.parse(from) * usPerMs,
    to: until === undefined ? null : (Date.parse(until) + 1) * usPerMs,
  };
}
