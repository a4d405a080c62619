import { memo, useEffect, useId, useMemo, useRef } from 'react';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { withoutFields } from '#shared/domain/entry-match.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { searchMessages } from '#shared/i18n/search-messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { countDensity, type DensityBin } from './density-bins.ts';
import styles from './density-strip.module.css';
import { StripDrawing, type StripSpan } from './strip-drawing.tsx';
import { useBrush } from './use-brush.ts';

const binPx = 7;

type DensityStripProps = {
  readonly rows: readonly TimelineRow[];
  /** Drawn as ground where no row is left, so that the strip neither jumps nor stands empty. */
  readonly all: readonly TimelineRow[];
  /** First and last instant that the filter lets through, RFC 3339. */
  readonly from: string | undefined;
  readonly until: string | undefined;
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
  const { rows, all, from: filterFrom, until: filterUntil, onJump, onChange } = props;
  const say = useSay();
  const locale = useLanguage();
  const keysId = useId();
  const { zone } = useWorkspace();
  const [strip, width] = useWidth();
  const drawn = useRef<ReturnType<typeof countDensity>>(undefined);
  const density = useMemo(
    () =>
      width === 0
        ? undefined
        : countDensity(rows, zone, Math.floor(width / binPx), drawn.current, {
            from: filterFrom === undefined ? Number.NEGATIVE_INFINITY : Date.parse(filterFrom),
            until: filterUntil === undefined ? Number.POSITIVE_INFINITY : Date.parse(filterUntil),
          }),
    [rows, zone, width, filterFrom, filterUntil, drawn],
  );
  useEffect(() => {
    drawn.current = density;
  }, [density]);
  const ground = useMemo(
    () =>
      density === undefined && width > 0
        ? countDensity(all, zone, Math.floor(width / binPx))
        : undefined,
    [density, all, zone, width],
  );
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
  if (density === undefined)
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
  const textOf = (bin: DensityBin | undefined) =>
    bin && say(m.stripBin, { n: bin.total, from: time(bin.start), to: time(bin.start + step) });
  const spanText = (span: StripSpan) => {
    let n = 0;
    for (const { start, total } of bins) if (start >= span.from && start < span.to) n += total;
    return say(searchMessages.brushed, { n, from: time(span.from), to: time(span.to) });
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
        role="slider"
        tabIndex={0}
        aria-label={say(m.strip)}
        aria-describedby={keysId}
        aria-valuemin={0}
        aria-valuemax={bins.length - 1}
        aria-valuenow={at}
        aria-valuetext={brush.span === undefined ? textOf(bins[at]) : spanText(brush.span)}
        title={brush.span === undefined ? pointed : spanText(brush.span)}
        {...brush.handlers}
      >
        <StripDrawing
          density={density}
          width={width}
          zone={zone}
          cursor={brush.cursor}
          brush={brush.span}
        />
      </div>
    </>
  );
});
