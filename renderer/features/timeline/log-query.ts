import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { askedFields, type FilterField } from '#shared/domain/entry-match.ts';
import type { RowQuery } from '#shared/ipc/log-contract.ts';
import { rowSpan } from '../../records/row-query.ts';

/** Conditions that a row of a log can meet. */
const metByRows = new Set<FilterField>(['text', 'from', 'until', 'hosts', 'sources']);
/** What no row of a log is or has: who asks for that hides them, who asks for the opposite does not. */
const neverOfRows = new Set<FilterField>([
  'starred',
  'hasEvidence',
  'corrected',
  'withdrawn',
  'openQuestion',
]);

/** The conditions of a filter that hide every row of a log, because rows have nothing that could meet them. */
export function hidingRows(filter: EntryFilter): readonly FilterField[] {
  return askedFields(filter).filter(
    (field) => !metByRows.has(field) && !(neverOfRows.has(field) && filter[field] === false),
  );
}

/** Which rows of logs a filter lets through. */
export function logQuery(filter: EntryFilter, aheadMs: RowQuery['aheadMs']): RowQuery {
  return {
    words: rowWords(filter.text ?? ''),
    sources: [...(filter.sources ?? [])],
    hosts: [...(filter.hosts ?? [])],
    ...rowSpan(filter),
    aheadMs,
  };
}

/** Words as they stand in rows: `@pacs01` asks an entry for a system, and rows write it without the sign. */
export function rowWords(text: string): string {
  return text.replaceAll(/(^|\s)[@＠](?=\S)/g, '$1').slice(0, 1_000);
}
