import { useLayoutEffect, useRef, useState } from 'react';
import type { NotebookSession } from '../../data/notebook-session.ts';
import { useSession } from '../../data/session-context.tsx';
import type { RowsInView } from '../../ui/use-rows-in-view.ts';
import {
  dayOf,
  firstRowFrom,
  itemAt,
  placeOfRow,
  rowAt,
  type TimelineItems,
} from './timeline-items.ts';

/** What somebody reads: it is found again in another list, and exactly there in one of the same length. */
type Anchor = {
  /** The end, or what stands at an instant. */
  readonly at: 'end' | number | undefined;
  readonly scrolledTo: number;
  readonly length: number;
  /** True when the selection was in sight: then it says where to look. */
  readonly hasSelection: boolean;
};

type Drawn = {
  readonly items: TimelineItems;
  readonly of: object;
  readonly done: boolean;
  readonly selection: string | undefined;
  /** Place of the selection. */
  readonly selected: number | undefined;
  /** The selection that was brought into sight last. */
  readonly revealed: string | undefined;
  readonly anchor: Anchor;
  /** How far the list was scrolled for the anchor; undefined while that is still to be done. */
  readonly anchoredAt: number | undefined;
};

type ListPlace = {
  readonly rows: RowsInView;
  readonly items: TimelineItems;
  /** Another object for everything that changes what the list is about. */
  readonly of: object;
  /** False while a long search goes on. */
  readonly done: boolean;
  /** What is selected, and its place; undefined when it does not stand in the list. */
  readonly selection: string | undefined;
  readonly selected: number | undefined;
};

/** The list was not scrolled for its anchor. */
const nowhere = -1;

/** At first the latest stands beside the entry line. */
const theEnd: Anchor = { at: 'end', scrolledTo: nowhere, length: -1, hasSelection: true };

/** What was read outlives the list: an empty result, or another view, must not lose the place. */
const lastRead = new WeakMap<
  NotebookSession,
  Anchor & { readonly selection: string | undefined }
>();

/**
 * Decides where the list stands, together with the rows that are drawn there.
 *
 * Only a new selection, another filter or log rows that come or go scroll: new rows must not move what is being read.
 */
export function useListPlace(list: ListPlace): void {
  const { rows, items, of, done, selection, selected } = list;
  const session = useSession();
  const [drawn, setDrawn] = useState<Drawn>();
  const isNew = selected !== undefined && drawn?.revealed !== selection;
  const isSame =
    drawn?.items === items &&
    drawn.of === of &&
    drawn.done === done &&
    drawn.selection === selection;
  if (rows.isMeasured && (isNew || !isSame)) {
    const before = lastRead.get(session);
    const first = before?.selection === selection ? (before ?? theEnd) : theEnd;
    const place = placed(list, drawn, first);
    const revealed = selected === undefined ? drawn?.revealed : selection;
    setDrawn({ items, of, done, selection, selected, revealed, ...place });
  }
  const latest = useRef<Drawn>(undefined);
  const latestRows = useRef(rows);
  useLayoutEffect(() => {
    latest.current = drawn;
    latestRows.current = rows;
  });
  useLayoutEffect(
    () => () => {
      const left = latest.current;
      if (left === undefined) return;
      lastRead.set(session, { ...anchorOf(left, latestRows.current), selection: left.selection });
    },
    [session],
  );
}

/** Scrolls to where the list has to stand; gives what it stands there for. */
function placed(
  { rows, items, of, done, selection, selected }: ListPlace,
  drawn: Drawn | undefined,
  first: Anchor,
): Pick<Drawn, 'anchor' | 'anchoredAt'> {
  const anchor = drawn === undefined ? first : anchorOf(drawn, rows);
  if (drawn !== undefined && selected !== undefined && drawn.revealed !== selection) {
    rows.reveal(selected);
    return { anchor, anchoredAt: nowhere };
  }
  if (drawn?.of === of && drawn.anchoredAt !== undefined) {
    // Who reads the end goes on reading the end: what was written is seen with its first drawing.
    const grew = items.length > drawn.items.length && drawn.done;
    const isNewEnd = items.rows.at(-1)?.id !== drawn.items.rows.at(-1)?.id;
    if (grew && isNewEnd && rows.seenOf(drawn.items.length).isEnd) rows.reveal(items.length - 1);
    return { anchor: drawn.anchor, anchoredAt: drawn.anchoredAt };
  }
  // Another filter leaves what is read where it was in time.
  if (anchor.hasSelection && selected !== undefined)
    return { anchor, anchoredAt: rows.reveal(selected) };
  if (!done || items.length === 0) return { anchor, anchoredAt: undefined };
  const anchoredAt =
    anchor.length === items.length
      ? rows.scrollTo(anchor.scrolledTo)
      : rows.showFirst(placeOf(items, anchor.at));
  return { anchor, anchoredAt };
}

/** What is read now: that for which the list was scrolled, unless somebody has scrolled it since. */
function anchorOf({ items, anchor, anchoredAt, selected }: Drawn, rows: RowsInView): Anchor {
  const { scrolledTo } = rows;
  if (anchoredAt === undefined || anchoredAt === scrolledTo) return anchor;
  const { first, end, isEnd } = rows.seenOf(items.length);
  const hasSelection = selected !== undefined && selected >= first && selected < end;
  const at = isEnd ? 'end' : instantOf(items, first);
  return { at, scrolledTo, length: items.length, hasSelection };
}

/** The instant of what stands at a place, or near it: that of an entry, else the day's. */
function instantOf(items: TimelineItems, place: number): number | undefined {
  const item = itemAt(items, place);
  if (item?.kind === 'entry') return item.row.instant;
  if (items.logs === undefined) return items.rows[rowAt(items, place)]?.instant;
  return dayOf(items, place)?.instant;
}

/** Where it stands: the first entry from an instant on, or the heading of its day when that comes first. */
function placeOf(items: TimelineItems, at: Anchor['at']): number {
  if (at === 'end' || at === undefined) return items.length - 1;
  const row = Math.min(firstRowFrom(items.rows, at), items.rows.length - 1);
  const ofEntry = row < 0 ? items.length - 1 : placeOfRow(items, row);
  if (items.logs === undefined) return ofEntry;
  const day = items.days.findIndex((each) => (each.instant ?? Infinity) >= at);
  const heading = items.days[day];
  if (heading === undefined) return ofEntry;
  return Math.min(ofEntry, heading.first + heading.firstLog + day);
}
