import type { EvidenceItem } from '#shared/domain/evidence.ts';
import { spreadsheetCsv } from '#shared/export/csv-text.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type AddFileError, type AddFileOptions, addDocument, addFile } from './add-evidence.ts';
import { inThisProcess } from './background.ts';
import { type FolderFile, type ListingError, listFolder, type Refusal } from './list-folder.ts';
import type { OpenNotebook } from './open-notebook.ts';

/** What came of a folder: every file is an item of its own, and a list of all of it is one more. */
export type TakenFolder = {
  readonly name: string;
  readonly taken: number;
  readonly bytes: number;
  /** What was not taken, by reason; the list names each. */
  readonly refused: Readonly<Partial<Record<Refusal | AddFileError['kind'], number>>>;
  readonly folders: number;
  readonly empty: number;
  /** Id and number of the item with the list. */
  readonly list: { readonly id: string; readonly no: string };
  /** True when somebody stopped it: what had been taken stays, and the list says what was not. */
  readonly cancelled: boolean;
};

type ListRow = readonly [
  path: string,
  result: string,
  no: string,
  size: string,
  sha256: string,
  changed: string,
];

/** Up to this a file is copied here: to start a worker would take longer. */
const smallBytes = 4 * 1_048_576;

/**
 * Takes in every file of a folder, one after the other, then writes down a list of all that was in it: what was
 * taken under which number, and what was not and why.
 */
export async function addFolder(
  notebook: OpenNotebook,
  folder: string,
  options: AddFileOptions,
): Promise<Result<TakenFolder, ListingError | AddFileError>> {
  const { signal, onProgress, background = inThisProcess, gate } = options;
  const listed = await listFolder(folder, { signal, notebook: notebook.folder });
  if (!listed.ok) return listed;
  const { name, files, refused, folders, empty } = listed.value;
  // Each is read twice, and a file without a byte is something to do as well.
  const weightOf = ({ size }: FolderFile) => 2 * size + 1;
  const total = files.reduce((sum, file) => sum + weightOf(file), 0);
  const counts: Partial<Record<Refusal | AddFileError['kind'], number>> = {};
  const count = (because: Refusal | AddFileError['kind']) => {
    counts[because] = (counts[because] ?? 0) + 1;
  };
  const rows: ListRow[] = refused.map(({ relative, because }) => [
    relative,
    because,
    '',
    '',
    '',
    '',
  ]);
  for (const { because } of refused) count(because);
  let done = 0;
  let bytes = 0;
  let taken = 0;
  let stopped: AddFileError | undefined;
  for (const file of files) {
    await gate?.waiting();
    const added =
      stopped === undefined
        ? await addFile(notebook, file.place, {
            ...options,
            background: file.size > smallBytes ? background : inThisProcess,
            folder: { name: name.slice(0, 1024), path: file.relative.slice(0, 8192) },
            onProgress: (read) => onProgress?.(done + Math.min(read, weightOf(file)), total),
          })
        : err(stopped);
    done += weightOf(file);
    onProgress?.(done, total);
    if (added.ok) {
      taken += 1;
      bytes += added.value.item.size;
      rows.push(takenRow(file, added.value.item));
      continue;
    }
    const { error } = added;
    count(error.kind);
    rows.push([file.relative, error.kind, '', String(file.size), '', '']);
    // The next one would meet the same; those that can go on do.
    if (endsAll(error)) stopped = error;
  }
  if (stopped !== undefined && taken === 0) return err(stopped);
  const list = await addDocument(notebook, {
    name: `${name.slice(0, 200)} - list.csv`,
    bytes: Buffer.from(listText(rows), 'utf8'),
    note: options.note,
  });
  if (!list.ok) return stopped === undefined ? list : err(stopped);
  return ok({
    name,
    taken,
    bytes,
    refused: counts,
    folders,
    empty,
    list: list.value,
    cancelled: stopped?.kind === 'cancelled',
  });
}

function endsAll({ kind }: AddFileError): boolean {
  return kind === 'cancelled' || kind === 'disk-full' || kind === 'append-failed';
}

function takenRow({ relative }: FolderFile, item: EvidenceItem): ListRow {
  const { no, size, sha256, changedWhileReading } = item;
  return [relative, 'taken', no, String(size), sha256, changedWhileReading ? 'yes' : 'no'];
}

function listText(rows: readonly ListRow[]): string {
  const inOrder = rows.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const columns = ['path', 'result', 'item', 'bytes', 'sha256', 'changed_while_reading'];
  return spreadsheetCsv({ name: 'list', columns, rows: inOrder });
}
