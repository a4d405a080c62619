import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Rows drawn beyond both edges, so that a quick scroll meets no empty ground. */
const overscan = 8;
/** Chromium lays out nothing beyond 2^25 px: a longer list is scrolled in proportion. */
const highestPx = 30_000_000;

type LongRows = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly sheetPx: number;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly rowsOnPage: number;
  /** Where a row is drawn in the sheet. */
  readonly topOf: (index: number) => number;
  /** Scrolls as little as needed for a row to be seen whole. */
  readonly reveal: (index: number) => void;
};

/** Draws only the rows that can be seen of a list of up to millions, all equally high. */
export function useLongRows({
  count,
  rowPx,
}: {
  readonly count: number;
  readonly rowPx: number;
}): LongRows {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 640 });
  const totalPx = count * rowPx;
  const sheetPx = Math.min(totalPx, highestPx);
  const ways = Math.max(1, sheetPx - view.height);
  /** Pixels of the list behind one pixel of the scroll bar. */
  const scale = sheetPx === totalPx ? 1 : (totalPx - view.height) / ways;
  const listTop = view.top * scale;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const read = () =>
      setView((before) => {
        const now = { top: element.scrollTop, height: element.clientHeight };
        return before.top === now.top && before.height === now.height ? before : now;
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
      const now = element.scrollTop * scale;
      const highest = index * rowPx;
      const lowest = highest + rowPx - element.clientHeight;
      if (now > highest) element.scrollTop = highest / scale;
      else if (now < lowest) element.scrollTop = lowest / scale;
    },
    [rowPx, scale],
  );
  const firstSeen = Math.floor(listTop / rowPx);
  return {
    scroller,
    sheetPx,
    start: Math.max(0, Math.min(firstSeen, count - 1) - overscan),
    end: Math.min(count, Math.ceil((listTop + view.height) / rowPx) + overscan),
    rowsOnPage: Math.max(1, Math.floor(view.height / rowPx)),
    topOf: (index) => view.top + index * rowPx - listTop,
    reveal,
  };
}
