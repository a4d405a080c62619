import type { EntryFilter, FilterFields } from '../domain/entry-filter.ts';
import { currentFields, type FieldsRecord } from '../journal/records.ts';
import { err, type Result } from '../lib/result.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

/** A filter that somebody saved by name. */
export type SavedFilter = {
  readonly id: string;
  readonly name: string;
  readonly filter: EntryFilter;
};

export type NameMissing = { readonly kind: 'name-missing' };

/** The saved filters that stand, in the order in which they were first saved. */
export function savedFilters(
  records: Iterable<FieldsRecord<FilterFields>>,
): readonly SavedFilter[] {
  const standing: SavedFilter[] = [];
  for (const { id, fields } of records) {
    const { name, filter, removal } = currentFields<FilterFields>(fields);
    if (name !== undefined && filter !== undefined && removal?.removed !== true)
      standing.push({ id, name, filter });
  }
  return standing;
}

/** Saves a filter; one that stands under the same name is written anew. */
export async function saveFilter(
  writing: Writing,
  saved: readonly SavedFilter[],
  { name, filter }: Omit<SavedFilter, 'id'>,
): Promise<Result<Saved, AppendError | NameMissing>> {
  const given = name.trim();
  if (given === '') return err({ kind: 'name-missing' });
  const same = saved.find((other) => other.name === given);
  return setFilter(writing, same?.id ?? writing.newId(), { name: given, filter });
}

/** Gives a saved filter another name. */
export async function renameFilter(
  writing: Writing,
  filter: string,
  name: string,
): Promise<Result<Saved, AppendError | NameMissing>> {
  const given = name.trim();
  return given === '' ? err({ kind: 'name-missing' }) : setFilter(writing, filter, { name: given });
}

/** Takes a saved filter off the list, and says why; its lines stay in the notebook. */
export async function removeFilter(
  writing: Writing,
  filter: string,
  reason: string,
): Promise<Result<Saved, AppendError>> {
  return setFilter(writing, filter, { removal: { removed: true, reason } });
}

function setFilter(writing: Writing, filter: string, fields: FilterFields) {
  return saveOperation(writing, { t: 'filter.set', id: writing.newId(), filter, fields });
}
