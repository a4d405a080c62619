import { withoutFields } from '#shared/domain/entry-match.ts';
import type { TimeSpan } from '#shared/domain/chain/broken-axis.ts';
import { useShownFilter } from '../../records/shown-filter.ts';

/** Shorter than this nothing can be told apart. */
const leastMs = 1_000;

/**
 * The span of time that is shown, shared with the timeline's filter; other conditions of that filter do
 * not count here, since a chain with steps left out would be another chain.
 */
export function useShownSpan(whole: TimeSpan) {
  const [filter, setFilter] = useShownFilter();
  const from = filter.from === undefined ? whole.from : Date.parse(filter.from);
  const until = filter.until === undefined ? whole.until : Date.parse(filter.until);
  const isZoomed = filter.from !== undefined || filter.until !== undefined;
  const show = (span: TimeSpan | undefined) =>
    setFilter((before) => {
      const rest = withoutFields(before, 'from', 'until');
      if (span === undefined || (span.from <= whole.from && span.until >= whole.until)) return rest;
      const start = Math.round(span.from);
      const end = Math.round(Math.max(span.until, span.from + leastMs));
      return {
        ...rest,
        from: new Date(start).toISOString(),
        until: new Date(end).toISOString(),
      };
    });
  return { span: { from, until: Math.max(until, from + leastMs) }, isZoomed, show };
}
