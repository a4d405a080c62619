import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { currentValue } from '#shared/journal/causality.ts';
import type { IncidentField, IncidentFields } from '#shared/domain/incident.ts';
import type { EntryRecord, Records } from '#shared/journal/records.ts';
import type { Applied } from './record-storage.ts';
import type { SmallCollection } from './record-tables.ts';
import { useSession, useSessionIfOpen } from './session-context.tsx';
import type { TimelineRow } from './timeline-row.ts';

/** All rows of the timeline in order. */
export function useTimeline(): readonly TimelineRow[] {
  const { timeline } = useSession();
  return useSyncExternalStore(timeline.subscribe, timeline.rows);
}

const noRows: readonly TimelineRow[] = [];

/** All rows of the timeline in order; none where no notebook is open. */
export function useTimelineIfOpen(): readonly TimelineRow[] {
  const timeline = useSessionIfOpen()?.timeline;
  const subscribe = useCallback(
    (listener: () => void) => timeline?.subscribe(listener) ?? (() => {}),
    [timeline],
  );
  return useSyncExternalStore(subscribe, timeline?.rows ?? (() => noRows));
}

/** One row of the timeline: enough for a link; undefined when there is no such entry. */
export function useTimelineRow(id: string | undefined): TimelineRow | undefined {
  const { timeline } = useSession();
  const read = useCallback(() => (id === undefined ? undefined : timeline.row(id)), [timeline, id]);
  return useSyncExternalStore(timeline.subscribe, read);
}

/** Records of a small collection, oldest first. */
export function useRecords<C extends SmallCollection>(collection: C): readonly Records[C][] {
  const session = useSession();
  const subscribe = useCallback(
    (listener: () => void) => session.subscribe(collection, listener),
    [session, collection],
  );
  const read = useCallback(() => session.list(collection), [session, collection]);
  return useSyncExternalStore(subscribe, read);
}

/** One record of a small collection; undefined when there is none. */
export function useRecord<C extends SmallCollection>(
  collection: C,
  id: string,
): Records[C] | undefined {
  const session = useSession();
  const subscribe = useCallback(
    (listener: () => void) => session.subscribe(collection, listener),
    [session, collection],
  );
  const read = useCallback(() => session.get(collection, id), [session, collection, id]);
  return useSyncExternalStore(subscribe, read);
}

/** An entry with its whole history; undefined until it is read, and when there is none. */
export function useEntry(id: string | undefined): EntryRecord | undefined {
  const session = useSession();
  const row = useTimelineRow(id);
  const [entry, setEntry] = useState<EntryRecord>();
  useEffect(() => {
    let current = true;
    if (row === undefined) setEntry(undefined);
    else void session.readEntry(row.id).then((found) => current && setEntry(found));
    return () => {
      current = false;
    };
    // A new row object means that the record was written again.
  }, [session, row]);
  return entry?.id === id ? entry : undefined;
}

/** Heads of all feeds on the screen; changes with every line that is written. */
export function useHeads(): Applied['heads'] {
  const session = useSession();
  const subscribe = useCallback(
    (listener: () => void) => session.subscribe('feeds', listener),
    [session],
  );
  const read = useCallback(() => session.heads(), [session]);
  return useSyncExternalStore(subscribe, read);
}

/** The incident's fields as they stand. */
export function useIncident(): IncidentFields {
  const record = useRecord('incident', 'incident');
  const fields = Object.entries(record?.fields ?? {}).map(
    ([field, register]) => [field as IncidentField, currentValue<unknown>(register)] as const,
  );
  return Object.fromEntries(fields) as IncidentFields;
}
