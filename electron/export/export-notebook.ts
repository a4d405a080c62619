import type { ExportLimits } from '#shared/export/export-limits.ts';
import { recordName } from '#shared/export/left-out-names.ts';
import { type ExportPreview, makeExport, previewExport } from '#shared/export/make-export.ts';
import type { IpcReply, IpcRequest } from '#shared/ipc/contract.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import type { NotebookPort } from '../ipc/notebook-port.ts';
import { readState } from '../notebook/read-state.ts';
import { type PackedFile, packFiles, sha1Hex } from './pack-files.ts';

type Wanted = IpcRequest<'case:export'>;
type ShownPreview = Extract<IpcReply<'case:preview'>, { ok: true }>['value'];

/** Names that a preview gives of each group; the rest is a number. */
const mostNames = 12;
const longestName = 80;

/** Says what an export of an open notebook would hold. */
export async function previewOpenNotebook(
  notebook: NotebookPort,
  wanted: Wanted,
): Promise<ShownPreview> {
  const state = await readState(notebook);
  return shown(previewExport(state, wantedOf(notebook, wanted)), state);
}

/** Makes the files of an export of an open notebook. */
export async function exportOpenNotebook(
  notebook: NotebookPort,
  wanted: Wanted,
  appVersion: string,
): Promise<{ readonly files: readonly PackedFile[]; readonly preview: ShownPreview }> {
  const state = await readState(notebook);
  const { files, preview } = makeExport(state, wantedOf(notebook, wanted), { sha1Hex, appVersion });
  return { files: await packFiles(files), preview: shown(preview, state) };
}

function wantedOf(notebook: NotebookPort, { format, tlp, from, until, entries }: Wanted) {
  const limits: ExportLimits = {
    ...(tlp !== null && { tlp }),
    ...(from !== null && { from }),
    ...(until !== null && { until }),
    ...(entries !== null && { entries: new Set(entries) }),
  };
  return { notebook: notebook.describe().notebook, format, limits };
}

function shown({ label, included, leftOut }: ExportPreview, state: NotebookState): ShownPreview {
  return {
    label,
    included: [...included],
    leftOut: leftOut.map(({ kind, reason, ids }) => ({
      kind,
      reason,
      count: ids.length,
      names: ids
        .slice(0, mostNames)
        .map((id) => [...recordName(state, kind, id)].slice(0, longestName).join('')),
    })),
  };
}
