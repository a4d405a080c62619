import { useMemo } from 'react';
import type { AppendError } from '#shared/application/ports.ts';
import {
  type NameMissing,
  removeFilter,
  renameFilter,
  saveFilter,
  type SavedFilter,
  savedFilters,
} from '#shared/application/saved-filters.ts';
import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { searchMessages as m } from '#shared/i18n/search-messages.ts';
import type { Result } from '#shared/lib/result.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { useRecords } from '../../data/use-records.ts';
import { appendErrorText } from '../../records/append-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';

/** The saved filters and what can be done to them; each answers what is wrong in words, or nothing. */
export function useSavedFilters() {
  const session = useSession();
  const say = useSay();
  const language = useLanguage();
  const { announce } = useWorkspace();
  const records = useRecords('filters');
  return useMemo(() => {
    const saved = savedFilters(records);
    const writing = { journal: session, newId: newOperationId };
    const settle = async (
      written: Promise<Result<unknown, AppendError | NameMissing>>,
      done: string,
    ): Promise<string | undefined> => {
      const result = await written;
      if (result.ok) {
        announce(done);
        return undefined;
      }
      if (result.error.kind === 'name-missing') return say(m.nameNeeded);
      const problem = appendErrorText(language, result.error);
      announce(problem, 'danger');
      return problem;
    };
    return {
      saved,
      save: (name: string, filter: EntryFilter) =>
        settle(
          saveFilter(writing, saved, { name, filter }),
          say(m.filterSaved, { name: name.trim() }),
        ),
      rename: ({ id }: SavedFilter, name: string) =>
        settle(renameFilter(writing, id, name), say(m.filterRenamed, { name: name.trim() })),
      remove: ({ id, name }: SavedFilter) =>
        void settle(
          removeFilter(writing, id, say(m.reasonRemoved)),
          say(m.filterRemoved, { name }),
        ),
    };
  }, [session, records, say, language, announce]);
}
