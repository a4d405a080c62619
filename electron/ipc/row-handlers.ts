import type { IpcHandlers } from '#shared/ipc/contract.ts';
import type { PageError } from '#shared/ipc/log-contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { systemCode, systemDetail } from '../notebook/system-error.ts';
import type { LogRows } from './log-rows.ts';
import { toShown } from './shown-row.ts';
import type { WindowNotebook } from './window-notebook.ts';

type RowHandlers = Pick<
  IpcHandlers,
  | 'rows:open'
  | 'rows:skipped'
  | 'rows:search'
  | 'rows:page'
  | 'rows:ranks'
  | 'rows:days'
  | 'rows:original'
>;

const mostSkips = 1_000;
const longestText = 1_000_000;
const longestField = 100_000;

/** The rows of imported logs: opened, searched, shown page by page, and as they stand in their files. */
export function rowHandlers(notebook: WindowNotebook): RowHandlers {
  return {
    'rows:open': async ({ source }) => {
      const rows = notebook.rows();
      if (rows === undefined) return err({ kind: 'no-notebook' });
      const opened = await rows.open(source);
      if (!opened.ok) return opened;
      const { result } = opened.value.index.meta;
      const {
        rows: count,
        unusable,
        skipped,
        skippedFor,
        hosts,
        replaced,
        doubtful,
        notes,
        sheetsLeft,
      } = result;
      const account = { unusable, skipped, skippedFor, replaced, doubtful, notes, sheetsLeft };
      return ok({ ...account, rows: count, hosts: hosts.length });
    },
    'rows:skipped': async ({ source, from }) => {
      const rows = notebook.rows();
      if (rows === undefined) return err({ kind: 'no-notebook' });
      const opened = await rows.open(source);
      if (!opened.ok) return opened;
      const { index } = opened.value;
      const records = [...index.skipped(from, mostSkips)];
      return ok({ records, listed: index.meta.result.skipped });
    },
    'rows:search': async (query) => {
      const rows = notebook.rows();
      if (rows === undefined) return err({ kind: 'no-notebook' });
      return ok(await rows.search(query));
    },
    'rows:page': ({ search, place, limit }) =>
      ofSearch(notebook, async (rows) => {
        const page = rows.page(search, place, limit);
        const shown = page?.map(({ source, row, showed }) => {
          const { row: number, line } = row;
          return {
            source,
            row: number,
            line,
            ...toShown(row),
            ...(showed !== undefined && { showed }),
          };
        });
        return shown && { rows: shown };
      }),
    'rows:ranks': ({ search, times }) =>
      ofSearch(notebook, async (rows) => {
        const ranks = await rows.ranks(search, times);
        return ranks && { ranks };
      }),
    'rows:days': ({ search, zone }) =>
      ofSearch(notebook, async (rows) => {
        const found = await rows.days(search, zone);
        return found && { ...found, days: [...found.days] };
      }),
    'rows:original': async ({ source, at }) => {
      const rows = notebook.rows();
      if (rows === undefined) return err({ kind: 'no-notebook' });
      const opened = await rows.open(source);
      if (!opened.ok) return opened;
      const { index } = opened.value;
      const number = 'row' in at ? at.row : index.rowAtLine(at.line);
      if (number === undefined || number >= index.rows) return err({ kind: 'no-such-row' });
      // Brings every reader of logs with it: no window needs them to appear.
      const { readOriginal } = await import('../import/original-record.ts');
      const original = await readOriginal(opened.value.source, index, number);
      if (!original.ok) return original;
      const { row, sha256, text, fields } = original.value;
      return ok({
        source,
        row: number,
        line: row.line,
        offset: row.offset,
        bytes: row.length,
        sha256,
        text: text.slice(0, longestText),
        isCut: text.length > longestText,
        fields: fields.map(({ name, value }) => ({ name, value: value.slice(0, longestField) })),
        shown: toShown(row),
      });
    },
  };
}

/** What is asked of a search; not there when the search is over. A disk that fails is told, not thrown. */
async function ofSearch<T>(
  notebook: WindowNotebook,
  ask: (rows: LogRows) => Promise<T | undefined>,
): Promise<Result<T, PageError>> {
  const rows = notebook.rows();
  if (rows === undefined) return err({ kind: 'no-notebook' });
  try {
    const found = await ask(rows);
    return found === undefined ? err({ kind: 'ended' }) : ok(found);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return err({ kind: 'read-failed', detail: systemDetail(error) });
  }
}
