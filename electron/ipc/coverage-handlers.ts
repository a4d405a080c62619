import { coverageFromList } from '#shared/application/compare-coverage.ts';
import { coverageTable } from '#shared/export/coverage-table.ts';
import { spreadsheetCsv } from '#shared/export/csv-text.ts';
import type { IpcHandlers } from '#shared/ipc/contract.ts';
import type { ListedCoverage } from '#shared/ipc/coverage-contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Dialogs } from '../dialogs.ts';
import { replaceFile } from '../notebook/durable-file.ts';
import { sha256Hex } from '../notebook/node-crypto.ts';
import { listCoverage } from '../notebook/read-coverage.ts';
import { readState } from '../notebook/read-state.ts';
import { isOutOfSpace, systemCode, systemDetail } from '../notebook/system-error.ts';
import type { WindowNotebook } from './window-notebook.ts';

/** The coverage grid as a file, and those of other notebooks to hold beside it. */
export function coverageHandlers(options: {
  readonly notebook: WindowNotebook;
  readonly dialogs: Dialogs;
  readonly listOthers: () => Promise<ListedCoverage[]>;
}): Pick<IpcHandlers, 'coverage:export' | 'coverage:list'> {
  const { notebook, dialogs } = options;
  return {
    'coverage:list': async () => ok(await options.listOthers()),
    'coverage:export': async ({ format, language }) => {
      const current = notebook.current();
      if (current === undefined) return err({ kind: 'no-notebook' });
      const wanted = { format: 'coverage', ending: format };
      const place = await dialogs.chooseExportFile(current.describe().name, wanted);
      if (place === undefined) return err({ kind: 'cancelled' });
      const state = await readState(current, ({ p }) => p.op.t === 'coverage.set');
      const table = coverageTable(coverageFromList(listCoverage(state)), language);
      const { packFiles } = await import('../export/pack-files.ts');
      const name = `coverage.${format}`;
      const file =
        format === 'csv' ? { name, text: spreadsheetCsv(table) } : { name, tables: [table] };
      const [packed] = await packFiles([file]);
      if (packed === undefined) throw new Error('one file gives one file');
      const { bytes } = packed;
      try {
        await replaceFile(place, bytes);
      } catch (error) {
        if (isOutOfSpace(error)) return err({ kind: 'disk-full' });
        if (systemCode(error) === undefined) throw error;
        return err({ kind: 'write-failed', detail: systemDetail(error) });
      }
      return ok({ place, bytes: bytes.byteLength, sha256: sha256Hex(bytes) });
    },
  };
}
