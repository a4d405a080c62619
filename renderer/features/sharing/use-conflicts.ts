import { useEffect, useState } from 'react';
import { type ShownConflict, showConflicts } from '#shared/application/show-conflicts.ts';
import { emptyState, type NotebookState } from '#shared/journal/fold.ts';
import type { NotebookSession } from '../../data/notebook-session.ts';
import { smallCollections } from '../../data/record-tables.ts';
import { useSession } from '../../data/session-context.tsx';
import { useHeads } from '../../data/use-records.ts';

/** What people disagree about, kept up with every line. */
export function useConflicts(): readonly ShownConflict[] {
  const session = useSession();
  const heads = useHeads();
  const [conflicts, setConflicts] = useState<readonly ShownConflict[]>([]);
  useEffect(() => {
    let current = true;
    void readContested(session).then((state) => current && setConflicts(showConflicts(state)));
    return () => {
      current = false;
    };
  }, [session, heads]);
  return conflicts;
}

/** The records that can be disputed; of the entries only those that are, since there may be very many. */
export async function readContested(session: NotebookSession): Promise<NotebookState> {
  const state = emptyState();
  for (const collection of smallCollections)
    for (const record of session.list(collection))
      (state[collection] as Map<string, typeof record>).set(record.id, record);
  for (const { id, contested } of session.timeline.rows()) {
    const entry = contested ? await session.readEntry(id) : undefined;
    if (entry !== undefined) state.entries.set(id, entry);
  }
  return state;
}
