import { useCallback } from 'react';
import { searchMessages as m } from '#shared/i18n/search-messages.ts';
import { useRecords } from '../../data/use-records.ts';
import { useSay } from '../../records/language.tsx';

/** What people call a source; one that nobody named is known by the beginning of its id. */
export function useSourceName(): (source: string) => string {
  const say = useSay();
  const sources = useRecords('sources');
  return useCallback(
    (source) =>
      sources.find(({ id }) => id === source)?.source?.name ??
      say(m.unnamedSource, { id: source.slice(0, 4) }),
    [sources, say],
  );
}
