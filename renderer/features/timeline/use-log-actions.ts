import { useCallback, useEffect, useRef, useState } from 'react';
import type { RowSearch } from '../../data/row-search.ts';
import type { RowRecords } from '../../records/use-row-records.tsx';
import type { TaggedRows } from '../../records/use-tagged-rows.ts';
import { useWorkspace } from '../../records/workspace.tsx';

/** What can be done with the log rows of the timeline; a row is named by its place among them. */
export type LogActions = {
  /** The row that the keyboard is on; undefined while it is on an entry, or nowhere. */
  readonly active: number | undefined;
  readonly goTo: (place: number) => void;
  readonly open: (place: number) => void;
  /** True when a key did something with the row that the keyboard is on. */
  readonly press: (key: string) => boolean;
  /** Asks how to pin the tagged rows, or else the one that the keyboard is on. */
  readonly pin: (marks: string) => void;
};

type ActionsOf = {
  readonly search: RowSearch | undefined;
  readonly tagged: TaggedRows;
  readonly records: RowRecords;
};

export function useLogActions({ search, tagged, records }: ActionsOf): LogActions {
  const { selectedEntry, selectEntry, closeDetail } = useWorkspace();
  const [at, setAt] = useState<{ readonly search: number; readonly place: number }>();
  const number = search?.found.search;
  // A place means nothing in another search, and an entry that is selected has the keyboard.
  const active =
    selectedEntry === undefined && at !== undefined && at.search === number ? at.place : undefined;
  const rowAt = async (place: number | undefined) =>
    place === undefined ? undefined : search?.rowAt(place);
  const open = async (place: number) => {
    const row = await rowAt(place);
    if (row === undefined) return;
    closeDetail();
    await records.show(row.source, { row: row.row });
  };
  const goTo = (place: number) => {
    selectEntry(undefined);
    setAt({ search: number ?? 0, place });
    if (records.original !== undefined) void open(place);
  };
  const tag = async () => {
    const row = await rowAt(active);
    if (row !== undefined) tagged.toggle(row);
  };
  const pin = async (marks: string) => {
    if (tagged.rows.size > 0) return records.pin([...tagged.rows.values()], marks);
    const row = await rowAt(active);
    return row === undefined ? undefined : records.pin([row], marks);
  };
  const press = (key: string): boolean => {
    if (active === undefined) return false;
    if (key === 'Enter') void open(active);
    else if (key === ' ' || key === '!') void tag();
    else if (key === 'p' || key === 'P') void pin('');
    else if (/^[1-7]$/.test(key)) void pin(`${key} `);
    else if (key !== 'Escape') return false;
    else if (records.original !== undefined) records.close();
    else if (tagged.rows.size > 0) tagged.clear();
    else return false;
    return true;
  };
  // The same functions for every drawing of the list: only rows that changed are drawn again.
  const latest = useRef({ goTo, open });
  useEffect(() => {
    latest.current = { goTo, open };
  });
  return {
    active,
    goTo: useCallback((place: number) => latest.current.goTo(place), []),
    open: useCallback((place: number) => void latest.current.open(place), []),
    press,
    pin: (marks) => void pin(marks),
  };
}
