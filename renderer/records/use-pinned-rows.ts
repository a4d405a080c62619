import { useMemo } from 'react';
import { useTimeline } from '../data/use-records.ts';

type Pinned = {
  /** Ids of the entries that cite a record, by `source line`. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
  /** Their numbers, as people see them. */
  readonly numbers: ReadonlyMap<string, readonly string[]>;
};

const nothing: Pinned = { ids: new Map(), numbers: new Map() };

/**
 * Which records of logs entries cite; withdrawn entries cite nothing. Not looked for where none is shown: a key that
 * writes an entry would wait for it.
 */
export function usePinnedRows(areShown = true): Pinned {
  const rows = useTimeline();
  return useMemo(() => {
    if (!areShown) return nothing;
    const ids = new Map<string, string[]>();
    const numbers = new Map<string, string[]>();
    for (const { id, number, content, withdrawn } of rows) {
      if (withdrawn || content.rows === undefined) continue;
      for (const { source, line } of content.rows) {
        const key = `${source} ${line}`;
        ids.set(key, [...(ids.get(key) ?? []), id]);
        numbers.set(key, [...(numbers.get(key) ?? []), String(number ?? '–')]);
      }
    }
    return { ids, numbers };
  }, [rows, areShown]);
}
