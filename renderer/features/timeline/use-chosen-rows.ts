import { useMemo, useState } from 'react';
import type { TimelineRow } from '../../data/timeline-row.ts';

/** Entries that were chosen to do something with all of them. */
export type ChosenRows = {
  readonly ids: ReadonlySet<string>;
  /** The chosen ones that are shown, in order: nothing is done to what is not in sight. */
  readonly rows: readonly TimelineRow[];
  readonly toggle: (id: string) => void;
  /** Chooses everything between the row where choosing began, or else `from`, and another one. */
  readonly extend: (from: string, to: string) => void;
  readonly all: () => void;
  readonly clear: () => void;
};

type Chosen = { readonly ids: ReadonlySet<string>; readonly anchor: string | undefined };

const nothing: Chosen = { ids: new Set(), anchor: undefined };

/** Which of the shown rows are chosen. */
export function useChosenRows(shown: readonly TimelineRow[]): ChosenRows {
  const [{ ids, anchor }, setChosen] = useState(nothing);
  return useMemo(
    () => ({
      ids,
      rows: ids.size === 0 ? [] : shown.filter(({ id }) => ids.has(id)),
      toggle: (id) =>
        setChosen((before) => {
          const next = new Set(before.ids);
          if (!next.delete(id)) next.add(id);
          return { ids: next, anchor: id };
        }),
      extend: (from, to) => {
        const begin = anchor ?? from;
        const places = [begin, to].map((id) => shown.findIndex((row) => row.id === id));
        // Where choosing began may have been filtered out since.
        const [first, last] = places.includes(-1)
          ? [Math.max(...places), Math.max(...places)]
          : [Math.min(...places), Math.max(...places)];
        const range = shown.slice(Math.max(first, 0), last + 1);
        setChosen({ ids: new Set(range.map(({ id }) => id)), anchor: begin });
      },
      all: () => setChosen({ ids: new Set(shown.map(({ id }) => id)), anchor: shown[0]?.id }),
      clear: () => setChosen(nothing),
    }),
    [ids, anchor, shown],
  );
}
