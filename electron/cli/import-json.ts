import type { RowIndex } from '../import/row-index.ts';
import type { CliContext } from './command.ts';

/** What became of one file, and where its skipped lines are listed; nowhere when it has no rows. */
export type ImportedJson = {
  readonly value: Readonly<Record<string, unknown>>;
  readonly openRows: () => RowIndex | undefined;
};

/** Skipped lines printed at once. */
const bunch = 5_000;

/** Prints the outcomes of an import as one JSON object; its skipped lines, however many, never lie in the memory. */
export async function printImported(
  { io }: CliContext,
  files: readonly ImportedJson[],
): Promise<void> {
  await io.out('{"files":[');
  for (const [place, { value, openRows }] of files.entries()) {
    await io.out(`${place === 0 ? '' : ','}${JSON.stringify(value).slice(0, -1)},"skipped":[`);
    const index = openRows();
    try {
      const skipped = index?.meta.result.skipped ?? 0;
      for (let from = 0; from < skipped; from += bunch) {
        const records = index?.skipped(from, bunch) ?? [];
        const list = records.map((record) => JSON.stringify(record)).join(',');
        await io.out(from === 0 ? list : `,${list}`);
      }
    } finally {
      index?.close();
    }
    await io.out(']}');
  }
  await io.out(']}\n');
}
