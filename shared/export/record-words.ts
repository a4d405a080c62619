import type { ExportRecords } from './export-case.ts';
import type { RecordKind } from './export-formats.ts';
import { type AnyRule, recordFields, type Role } from './record-fields.ts';

/** Strings of a value that have one of some roles. */
export function wordsOf(value: unknown, rule: AnyRule, roles: ReadonlySet<Role>): string[] {
  if (rule === 'earlier' || value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => wordsOf(one, rule, roles));
  if (typeof rule === 'string') return roles.has(rule) && typeof value === 'string' ? [value] : [];
  const fields = new Map(Object.entries(value));
  return Object.entries(rule).flatMap(([field, own]) => wordsOf(fields.get(field), own, roles));
}

const names: ReadonlySet<Role> = new Set(['name']);
const written: ReadonlySet<Role> = new Set(['name', 'text']);
const writtenOrNamed: ReadonlySet<Role> = new Set([...written, 'named']);

/** What people know a record by: nothing else that goes out may say it while the record stays behind. */
export function namesOf<K extends RecordKind>(kind: K, record: ExportRecords[K]): string[] {
  return wordsOf(record, recordFields[kind], names);
}

/** Everything that a person wrote in a record, without the lists of names that are taken off it anyway. */
export function textsOf<K extends RecordKind>(
  kind: K,
  record: ExportRecords[K],
  { isHeldBack }: { readonly isHeldBack: boolean },
): string[] {
  return wordsOf(record, recordFields[kind], isHeldBack ? written : writtenOrNamed);
}
