import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Rows drawn beyond both edges, so that a quick scroll meets no empty ground. */
const overscan = 8;
/** Before the list has been measured. */
const firstHeightPx = 640;

type FixedRows = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly totalPx: number;
  /** First and last (exclusive) row to draw. */
  readonly start: number;
  readonly end: number;
  /** First row that is seen at least in part. */
  readonly firstSeen: number;
  /** How far the list has been scrolled. */
  readonly topPx: number;
  readonly rowsOnPage: number;
  /** Scrolls as little as needed for a row to be seen whole. */
  readonly reveal: (index: number) => void;
  /** Scrolls so that a row is the first that is seen whole. */
  readonly showFirst: (index: number) => void;
  /** True when a row was seen whole when the list was last scrolled. */
  readonly isSeen: (index: number) => boolean;
};

type FixedRowsOptions = {
  readonly count: number;
  readonly rowPx: number;
  /** Height of what lies over the top of the list. */
  readonly coveredPx: number;
};

/**
 * Draws only the rows of a long list that can be seen.
 *
 * All rows are equally high, so nothing is measured or remembered for each of them: a list of a
 * hundred thousand costs as much as one of ten.
 */
export function useFixedRows({ count, rowPx, coveredPx }: FixedRowsOptions): FixedRows {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: firstHeightPx, measured: false });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const read = () =>
      setView((before) => {
        const now = { top: element.scrollTop, height: element.clientHeight, measured: true };
        const isSame = before.top === now.top && before.height === now.height && before.measured;
        return isSame ? before : now;
      });
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, []);

  const reveal = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (element === null) return;
      const top = index * rowPx;
      // From what was read last: asking the element again would lay the page out in the middle of a change.
      const height = view.measured ? view.height : element.clientHeight;
      const highest = top - coveredPx;
      const lowest = top + rowPx - height;
      if (view.top > highest) element.scrollTop = highest;
      else if (view.top < lowest) element.scrollTop = lowest;
    },
    [rowPx, coveredPx, view],
  );
  const showFirst = useCallback(
    (index: number) => scroller.current?.scrollTo({ top: index * rowPx - coveredPx }),
    [rowPx, coveredPx],
  );
  const isSeen = useCallback(
    (index: number) =>
      view.measured &&
      index * rowPx >= view.top &&
      // A position between two pixels of the screen is still the end.
      (index + 1) * rowPx <= view.top + view.height + 1,
    [rowPx, view],
  );
  const firstSeen = Math.min(Math.floor(view.top / rowPx), Math.max(0, count - 1));
  return {
    scroller,
    totalPx: count * rowPx,
    start: Math.max(0, firstSeen - overscan),
    end: Math.min(count, Math.ceil((view.top + view.height) / rowPx) + overscan),
    firstSeen,
    topPx: view.top,
    rowsOnPage: Math.max(1, Math.floor((view.height - coveredPx) / rowPx)),
    reveal,
    showFirst,
    isSeen,
  };
}
