import { memo, startTransition, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { withoutFields } from '#shared/domain/entry-match.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { searchMessages } from '#shared/i18n/search-messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import {
  countDensity,
  countingDensity,
  type Density,
  type DensityBin,
  type Span,
} from './density-bins.ts';
import { useWidth } from '../../ui/use-width.ts';
import styles from './density-strip.module.css';
import { inSlices } from './in-slices.ts';
import { StripDrawing, type StripSpan } from './strip-drawing.tsx';
import { useLogBins } from './use-log-bins.ts';
import { useBrush } from './use-brush.ts';

const binPx = 7;

type DensityStripProps = {
  readonly desktop: Desktop;
  readonly rows: readonly TimelineRow[];
  /** Drawn as ground where no row is left, so that the strip neither jumps nor stands empty. */
  readonly all: readonly TimelineRow[];
  /** First and last instant that the filter lets through, RFC 3339. */
  readonly from: string | undefined;
  readonly until: string | undefined;
  /** False while the rows are those of another filter. */
  readonly isCurrent: boolean;
  /** The search whose log rows are drawn as ground, and the time that they span. */
  readonly logSearch: number | undefined;
  readonly logSpan: Span | undefined;
  readonly onJump: (entry: string) => void;
  /** Changes the filter that is shown then: another word in it must not draw the strip again. */
  readonly onChange: (change: (filter: EntryFilter) => EntryFilter) => void;
};

/**
 * When, by stage: a bar for each stretch of time, hot stages on top.
 *
 * A click or an arrow key jumps to a bar; dragging, or Shift with the arrows and Enter, zooms to a span.
 */
export const DensityStrip = memo(function DensityStrip(props: DensityStripProps) {
  const { desktop, rows, all, from: filterFrom, until: filterUntil, onJump, onChange } = props;
  const { logSearch, logSpan } = props;
  const say = useSay();
  const locale = useLanguage();
  const keysId = useId();
  const { zone } = useWorkspace();
  const [strip, width] = useWidth();
  const [density, isCounted] = useDensity({
    rows,
    zone,
    mostBins: Math.floor(width / binPx),
    from: filterFrom,
    until: filterUntil,
    beside: logSpan,
  });
  const logBins = useLogBins(desktop, logSearch, density);
  const isStale = !props.isCurrent || !isCounted || undefined;
  const hasBars = density !== undefined && (density.bins.length > 0 || logSearch !== undefined);
  const groundOf = useGround(all, zone, Math.floor(width / binPx));
  const ground = hasBars || width === 0 ? undefined : groundOf();
  const zoom = (span: StripSpan | undefined) =>
    onChange((filter) => ({
      ...withoutFields(filter, 'from', 'until'),
      ...(span && {
        from: new Date(span.from).toISOString(),
        until: new Date(span.to - 1).toISOString(),
      }),
    }));
  const isZoomed = filterFrom !== undefined || filterUntil !== undefined;
  const brush = useBrush({ density, width, isZoomed, onJump, onZoom: zoom });
  if (!hasBars)
    return (
      <div
        ref={strip}
        className={styles['strip']}
        aria-hidden
        data-empty
        onDoubleClick={() => isZoomed && zoom(undefined)}
      >
        {ground && <StripDrawing density={ground} width={width} zone={zone} />}
      </div>
    );

  const { bins, step } = density;
  const time = (ms: number) => formatInstant(ms, { zone, locale, style: 'full' }, 'minute');
  const rowsFrom = (start: number, end: number) => {
    if (logBins === undefined) return '';
    let n = 0;
    for (const [at, count] of logBins.counts.entries()) {
      const begin = density.from + at * step;
      if (begin >= start && begin < end) n += count;
    }
    return say(searchMessages.rowCount, { n });
  };
  const withRows = (entries: string, start: number, end: number) => {
    const found = rowsFrom(start, end);
    return found === '' ? entries : say(searchMessages.countWithRows, { entries, rows: found });
  };
  const textOf = (bin: DensityBin | undefined) => {
    if (bin === undefined) return undefined;
    const { start, total: n } = bin;
    const end = start + step;
    return withRows(say(m.stripBin, { n, from: time(start), to: time(end) }), start, end);
  };
  const spanText = (span: StripSpan) => {
    let n = 0;
    for (const { start, total } of bins) if (start >= span.from && start < span.to) n += total;
    const text = say(searchMessages.brushed, { n, from: time(span.from), to: time(span.to) });
    return withRows(text, span.from, span.to);
  };
  const at = Math.max(0, brush.chosen);
  const pointed = brush.pointed === undefined ? undefined : textOf(bins[brush.pointed]);
  return (
    <>
      <span id={keysId} hidden>
        {say(searchMessages.zoomKeys)}
      </span>
      <div
        ref={strip}
        className={styles['strip']}
        data-stale={isStale}
        role="slider"
        tabIndex={0}
        aria-label={say(m.strip)}
        aria-describedby={keysId}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, bins.length - 1)}
        aria-valuenow={at}
        aria-valuetext={brush.span === undefined ? textOf(bins[at]) : spanText(brush.span)}
        title={brush.span === undefined ? pointed : spanText(brush.span)}
        {...brush.handlers}
      >
        <StripDrawing
          density={density}
          logs={logBins}
          width={width}
          zone={zone}
          cursor={brush.cursor}
          brush={brush.span}
        />
      </div>
    </>
  );
});

/** The strip of everything, counted when it is first drawn: words that nobody wrote are typed letter by letter. */
function useGround(
  rows: readonly TimelineRow[],
  zone: string,
  mostBins: number,
): () => Density | undefined {
  return useMemo(() => {
    let counted: { readonly density: Density | undefined } | undefined;
    return () => (counted ??= { density: countDensity(rows, zone, mostBins) }).density;
  }, [rows, zone, mostBins]);
}

type DensityOf = {
  readonly rows: readonly TimelineRow[];
  readonly zone: string;
  readonly mostBins: number;
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly beside: Span | undefined;
};

/** The strip of these rows, counted a slice at a time; false beside it while it is that of others. */
function useDensity(of: DensityOf): readonly [Density | undefined, boolean] {
  const { rows, zone, mostBins, from, until, beside } = of;
  const [counted, setCounted] = useState<{ readonly of: object; readonly density?: Density }>();
  const drawn = useRef<Density>(undefined);
  const wanted = useMemo(
    () => ({
      rows,
      zone,
      mostBins,
      beside,
      span: {
        from: from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from),
        until: until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until),
      },
    }),
    [rows, zone, mostBins, beside, from, until],
  );
  useEffect(() => {
    if (wanted.mostBins === 0) return undefined;
    const work = countingDensity({ ...wanted, before: drawn.current });
    return inSlices(work, (density) => {
      drawn.current = density;
      // Whatever must be seen at once does not wait for the strip.
      startTransition(() => setCounted({ of: wanted, ...(density && { density }) }));
    });
  }, [wanted]);
  return [counted?.density, counted?.of === wanted];
}
