import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Rows drawn beyond both edges, so that a quick scroll meets no empty ground. */
const overscan = 6;
/** Before the list has been measured. */
const firstHeightPx = 640;
/** Chromium lays out nothing beyond 2^25 px: a longer list is scrolled in proportion. */
const highestPx = 30_000_000;

export type RowsInView = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Height of what is scrolled; that of all rows unless they are higher than a browser can lay out. */
  readonly sheetPx: number;
  /** First and last (exclusive) row to draw. */
  readonly start: number;
  readonly end: number;
  /** First row that is seen at least in part. */
  readonly firstSeen: number;
  /** How much of the first row seen is scrolled out. */
  readonly hiddenPx: number;
  readonly rowsOnPage: number;
  /** Where a row is drawn in the sheet. */
  readonly topOf: (index: number) => number;
  /** Scrolls as little as needed for a row to be seen whole. */
  readonly reveal: (index: number) => void;
  /** Scrolls so that a row is the first that is seen whole. */
  readonly showFirst: (index: number) => void;
  /** True when a row was seen whole when the list was last scrolled. */
  readonly isSeen: (index: number) => boolean;
};

type RowsOptions = {
  readonly count: number;
  readonly rowPx: number;
  /** Height of what lies over the top of the list. */
  readonly coveredPx?: number;
};

/**
 * Draws only the rows of a long list that can be seen.
 *
 * All rows are equally high, so nothing is measured or remembered for each of them: a list of ten million costs
 * as much as one of ten.
 */
export function useRowsInView({ count, rowPx, coveredPx = 0 }: RowsOptions): RowsInView {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: firstHeightPx, measured: false });
  const totalPx = count * rowPx;
  const sheetPx = Math.min(totalPx, highestPx);
  /** Pixels of the list behind one pixel of the scroll bar. */
  const scale =
    sheetPx === totalPx ? 1 : (totalPx - view.height) / Math.max(1, sheetPx - view.height);
  const listTop = view.top * scale;

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
      if (listTop > highest) element.scrollTop = highest / scale;
      else if (listTop < lowest) element.scrollTop = lowest / scale;
    },
    [rowPx, coveredPx, view, listTop, scale],
  );
  const showFirst = useCallback(
    (index: number) => scroller.current?.scrollTo({ top: (index * rowPx - coveredPx) / scale }),
    [rowPx, coveredPx, scale],
  );
  const isSeen = useCallback(
    (index: number) =>
      view.measured &&
      index * rowPx >= listTop &&
      // A position between two pixels of the screen is still the end.
      (index + 1) * rowPx <= listTop + view.height + 1,
    [rowPx, view, listTop],
  );
  const firstSeen = Math.max(0, Math.min(Math.floor(listTop / rowPx), count - 1));
  return {
    scroller,
    sheetPx,
    start: Math.max(0, firstSeen - overscan),
    end: Math.min(count, Math.ceil((listTop + view.height) / rowPx) + overscan),
    firstSeen,
    hiddenPx: listTop - firstSeen * rowPx,
    rowsOnPage: Math.max(1, Math.floor((view.height - coveredPx) / rowPx)),
    // To the pixel where nothing is scaled: a row that has not moved is not drawn again.
    topOf: (index) => (scale === 1 ? index * rowPx : view.top + index * rowPx - listTop),
    reveal,
    showFirst,
    isSeen,
  };
}
