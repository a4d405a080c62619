import type { Written } from './export-case.ts';
import type { Cell, Table } from './export-file.ts';

/** The columns of a list, each with the cell that it takes from a record. */
export type Columns<R> = Readonly<Record<string, (record: R) => Cell | undefined>>;

/** A list as a table. */
export function tableOf<R>(name: string, columns: Columns<R>, records: readonly R[]): Table {
  const cells = Object.values(columns);
  return {
    name,
    columns: Object.keys(columns),
    rows: records.map((record) => cells.map((cell) => cell(record) ?? null)),
  };
}

/** Several values in one cell. */
export function list(values: readonly string[] | undefined): string {
  return (values ?? []).join('; ');
}

/** Label, writer and times of a record: the last columns of every table. */
export const whenWritten: Columns<Written> = {
  label: ({ label }) => `TLP:${label}`,
  by: ({ by }) => by,
  written_utc: ({ created }) => created,
  changed_utc: ({ modified }) => modified,
  id: ({ id }) => id,
};

type Removable = {
  readonly removal?: { readonly removed: boolean; readonly reason: string } | undefined;
};
/** Whether a record was taken off its list, and why. */
export const removal: Columns<Removable> = {
  removed: (record) => record.removal?.removed ?? false,
  removal_reason: (record) => record.removal?.reason,
};
