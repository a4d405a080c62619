import { useEffect, useState } from 'react';
import type { Desktop } from '../../data/desktop-bridge.ts';
import type { Density } from './density-bins.ts';

const usPerMs = 1_000;

/** How many log rows lie in each stretch of a strip, from its beginning on. */
export type LogBins = { readonly counts: readonly number[]; readonly highest: number };

/** Log rows by time for the stretches of a strip; undefined while there are none, or they are not counted yet. */
export function useLogBins(
  desktop: Desktop,
  search: number | undefined,
  density: Density | undefined,
): LogBins | undefined {
  const [known, setKnown] = useState<{
    readonly search: number;
    readonly density: Density;
    readonly bins: LogBins;
  }>();
  useEffect(() => {
    if (search === undefined || density === undefined) return undefined;
    let isCurrent = true;
    const ask = async () => {
      const { from, to, step } = density;
      const times = Float64Array.from(
        { length: Math.round((to - from) / step) + 1 },
        (_, at) => (from + at * step) * usPerMs,
      );
      const reply = await desktop['rows:ranks']({ search, times });
      if (!isCurrent || !reply.ok) return;
      const { ranks } = reply.value;
      const counts = Array.from(ranks.subarray(1), (rank, at) => rank - (ranks[at] ?? 0));
      setKnown({ search, density, bins: { counts, highest: Math.max(1, ...counts) } });
    };
    void ask();
    return () => {
      isCurrent = false;
    };
  }, [desktop, search, density]);
  return known !== undefined && known.search === search && known.density === density
    ? known.bins
    : undefined;
}
