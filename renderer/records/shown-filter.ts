import { useCallback, useSyncExternalStore } from 'react';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import type { NotebookSession } from '../data/notebook-session.ts';
import { useSession } from '../data/session-context.tsx';

/** Asks nothing: everything is shown. */
export const noFilter: EntryFilter = {};

type Shown = { filter: EntryFilter; readonly listeners: Set<() => void> };

/** Filters outlive the view: going to another and back must not change what is shown. */
const shownFilters = new WeakMap<NotebookSession, Shown>();

function shownIn(session: NotebookSession): Shown {
  const known = shownFilters.get(session);
  if (known !== undefined) return known;
  const shown = { filter: noFilter, listeners: new Set<() => void>() };
  shownFilters.set(session, shown);
  return shown;
}

/** Shows other entries of a notebook, whatever asks for it. */
export function showFilter(session: NotebookSession, filter: EntryFilter): void {
  const shown = shownIn(session);
  shown.filter = filter;
  for (const listener of shown.listeners) listener();
}

/** The filter that the timeline shows, and a way to change it. */
export function useShownFilter() {
  const session = useSession();
  const subscribe = useCallback(
    (listener: () => void) => {
      const { listeners } = shownIn(session);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [session],
  );
  const read = useCallback(() => shownIn(session).filter, [session]);
  const filter = useSyncExternalStore(subscribe, read);
  const change = useCallback(
    (next: EntryFilter | ((filter: EntryFilter) => EntryFilter)) =>
      showFilter(session, typeof next === 'function' ? next(shownIn(session).filter) : next),
    [session],
  );
  return [filter, change] as const;
}
