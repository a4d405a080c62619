import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { ShownRow } from '#shared/ipc/log-contract.ts';
import type { NotebookSession } from '../data/notebook-session.ts';
import { useSession } from '../data/session-context.tsx';
import { rowKey } from './row-key.ts';

/** Which row of which log. */
export type RowPlace = Pick<ShownRow, 'source' | 'row'>;

/** Rows that were tagged to be pinned together, by `rowKey`. */
export type TaggedRows = {
  readonly rows: ReadonlyMap<string, RowPlace>;
  readonly toggle: (row: RowPlace) => void;
  readonly clear: () => void;
};

type Store = { rows: ReadonlyMap<string, RowPlace>; readonly listeners: Set<() => void> };

const none: ReadonlyMap<string, RowPlace> = new Map();

/** Tagged rows outlive the view: what was tagged among the logs is tagged in the timeline too. */
const stores = new WeakMap<NotebookSession, Store>();

function storeOf(session: NotebookSession): Store {
  const known = stores.get(session);
  if (known !== undefined) return known;
  const store: Store = { rows: none, listeners: new Set() };
  stores.set(session, store);
  return store;
}

export function useTaggedRows(): TaggedRows {
  const session = useSession();
  const store = storeOf(session);
  const subscribe = useCallback(
    (listener: () => void) => {
      store.listeners.add(listener);
      return () => store.listeners.delete(listener);
    },
    [store],
  );
  const rows = useSyncExternalStore(subscribe, () => store.rows);
  return useMemo(() => {
    const set = (next: Store['rows']) => {
      store.rows = next;
      for (const listener of store.listeners) listener();
    };
    return {
      rows,
      toggle: ({ source, row }) => {
        const next = new Map(store.rows);
        const key = rowKey({ source, row });
        if (!next.delete(key)) next.set(key, { source, row });
        set(next);
      },
      clear: () => set(none),
    };
  }, [rows, store]);
}
