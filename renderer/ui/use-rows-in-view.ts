import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** Rows drawn beyond both edges: what is scrolled is drawn in the same frame, but for a page that is busy. */
const overscanRows = 3;
/** Before the list has been measured. */
const firstHeightPx = 640;
/** Chromium lays out nothing beyond 2^25 px: a longer list is scrolled in proportion. */
const highestPx = 30_000_000;
/** Whoever has not scrolled for this long reads. */
const restMs = 150;

export type RowsInView = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Height of what is scrolled; that of all rows unless they are higher than a browser can lay out. */
  readonly sheetPx: number;
  /** False before the height of the list is known: nothing is drawn until then. */
  readonly isMeasured: boolean;
  /** How far the list was last scrolled; it may be shorter by now. */
  readonly scrolledTo: number;
  /** First and last (exclusive) row to draw. */
  readonly start: number;
  readonly end: number;
  /** The same rows, in the order of their elements. */
  readonly drawn: readonly number[];
  /** First row that is seen at least in part. */
  readonly firstSeen: number;
  /** How much of the first row seen is scrolled out. */
  readonly hiddenPx: number;
  readonly rowsOnPage: number;
  /** Where a row is drawn in the sheet. */
  readonly topOf: (index: number) => number;
  /** The same for rows that are never drawn together: what stood for one of them is used for the next. */
  readonly slotOf: (index: number) => number;
  /**
   * Scrolls as little as needed for a row to be seen whole; while rows are drawn, or after it. This and the next two
   * give how far the list is scrolled then.
   */
  readonly reveal: (index: number) => number;
  /** Scrolls so that a row is the first that is seen whole. */
  readonly showFirst: (index: number) => number;
  readonly scrollTo: (listPx: number) => number;
  /** What is seen of a list of so many rows that is scrolled as far: first and last (exclusive) row, and whether its end is. */
  readonly seenOf: (count: number) => {
    readonly first: number;
    readonly end: number;
    readonly isEnd: boolean;
  };
};

type RowsOptions = {
  readonly count: number;
  readonly rowPx: number;
  /** Height of what lies over the top of the list. */
  readonly coveredPx?: number;
};

type View = {
  /** How far the list is scrolled: in its own pixels, not in those of the scroll bar. */
  readonly top: number;
  readonly height: number;
  readonly isMeasured: boolean;
};

/**
 * Draws only the rows of a long list that can be seen.
 *
 * All rows are equally high, so nothing is measured or remembered for each of them: a list of ten million costs
 * as much as one of ten. Where the list stands is decided with the rows that are drawn there; the element follows
 * in the same frame. To scroll it first would lay the page out twice.
 */
export function useRowsInView({ count, rowPx, coveredPx = 0 }: RowsOptions): RowsInView {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>({ top: 0, height: firstHeightPx, isMeasured: false });
  const { height, isMeasured } = view;
  const totalPx = count * rowPx;
  const sheetPx = Math.min(totalPx, highestPx);
  /** Pixels of the list behind one pixel of the scroll bar. */
  const scale = sheetPx === totalPx ? 1 : (totalPx - height) / Math.max(1, sheetPx - height);
  const lowestTop = Math.max(0, totalPx - height);
  const listTop = Math.min(view.top, lowestTop);
  const scrollTop = listTop / scale;

  /** Where the element stands: asking it would lay the page out in the middle of a change. */
  const standsAt = useRef(0);
  /** True while the element is still to follow: where it stands meanwhile is nobody's wish. */
  const isFollowing = useRef(false);
  const latestScale = useRef(scale);
  useLayoutEffect(() => {
    latestScale.current = scale;
  });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const read = () => {
      const now = { scrollTop: element.scrollTop, height: element.clientHeight };
      const isMoved = !isFollowing.current && Math.abs(now.scrollTop - standsAt.current) >= 1;
      standsAt.current = now.scrollTop;
      setView((before) => {
        if (!isMoved && before.isMeasured && before.height === now.height) return before;
        const top = isMoved ? now.scrollTop * latestScale.current : before.top;
        return { top, height: now.height, isMeasured: true };
      });
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    // Drawn in the frame that scrolls: a frame later there would be empty ground.
    const readNow = () => flushSync(read);
    element.addEventListener('scroll', readNow, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', readNow);
    };
  }, []);
  useLayoutEffect(() => {
    isFollowing.current = isMeasured && Math.abs(standsAt.current - scrollTop) >= 1;
    if (!isFollowing.current) return undefined;
    const frame = requestAnimationFrame(() => {
      isFollowing.current = false;
      standsAt.current = scrollTop;
      scroller.current?.scrollTo({ top: scrollTop });
    });
    return () => cancelAnimationFrame(frame);
  }, [isMeasured, scrollTop, sheetPx]);

  const scrollTo = useCallback(
    (px: number): number => {
      const top = Math.max(0, Math.min(px, lowestTop));
      setView((before) => (before.top === top ? before : { ...before, top }));
      return top;
    },
    [lowestTop],
  );
  const reveal = useCallback(
    (index: number) => {
      const highest = index * rowPx - coveredPx;
      const lowest = (index + 1) * rowPx - height;
      return scrollTo(Math.max(lowest, Math.min(listTop, highest)));
    },
    [rowPx, coveredPx, height, listTop, scrollTo],
  );
  const showFirst = useCallback(
    (index: number) => scrollTo(index * rowPx - coveredPx),
    [rowPx, coveredPx, scrollTo],
  );
  const seenOf = (of: number) => ({
    first: Math.max(0, Math.min(Math.floor(view.top / rowPx), of - 1)),
    end: Math.min(of, Math.ceil((view.top + height) / rowPx)),
    // A position between two pixels of the screen is still the end.
    isEnd: isMeasured && of * rowPx <= view.top + height + 1,
  });
  const firstSeen = Math.max(0, Math.min(Math.floor(listTop / rowPx), count - 1));
  const slots = Math.ceil(height / rowPx) + 1 + 2 * overscanRows;
  const start = isMeasured ? Math.max(0, firstSeen - overscanRows) : 0;
  const end = isMeasured
    ? Math.min(count, Math.ceil((listTop + height) / rowPx) + overscanRows)
    : 0;
  // An element that is moved in the document is styled and laid out anew with all that is in it: while the list is
  // scrolled each stays where it is. At rest they stand in the order of the rows, as a screen reader goes through them.
  const [restedAt, setRestedAt] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setRestedAt(start), restMs);
    return () => clearTimeout(timer);
  }, [start]);
  const turned = (((start - restedAt) % slots) + slots) % slots;
  const placeOf = (at: number) => (turned + at) % slots;
  const drawn = Array.from({ length: Math.max(0, end - start) }, (_none, at) => at)
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((at) => start + at);
  return {
    scroller,
    sheetPx,
    isMeasured,
    scrolledTo: view.top,
    start,
    end,
    drawn,
    firstSeen,
    hiddenPx: listTop - firstSeen * rowPx,
    rowsOnPage: Math.max(1, Math.floor((height - coveredPx) / rowPx)),
    // To the pixel where nothing is scaled: a row that has not moved is not drawn again.
    topOf: (index) => (scale === 1 ? index * rowPx : scrollTop + index * rowPx - listTop),
    slotOf: (index) => index % slots,
    reveal,
    showFirst,
    scrollTo,
    seenOf,
  };
}
