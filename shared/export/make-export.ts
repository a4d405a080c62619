import type { Tlp } from '../domain/incident.ts';
import type { NotebookState } from '../journal/fold.ts';
import type { ExportCase, LeftOut } from './export-case.ts';
import type { ExportFile, ExportPorts } from './export-file.ts';
import { type ExportFormat, listNames, type RecordKind, recordKinds } from './export-formats.ts';
import type { ExportLimits } from './export-limits.ts';
import { limitCase } from './limit-case.ts';
import { writeExport } from './write-export.ts';

/** What a person wants to export. */
export type WantedExport = {
  readonly notebook: string;
  readonly format: ExportFormat;
  readonly limits: ExportLimits;
};

/** What an export holds and what it does not, for the person who has to decide whether it may go. */
export type ExportPreview = {
  /** The narrowest label in it. */
  readonly label: Tlp;
  readonly included: readonly { readonly kind: RecordKind; readonly count: number }[];
  readonly leftOut: readonly LeftOut[];
};

/** Says what an export would hold; nothing is written for it. */
export function previewExport(state: NotebookState, wanted: WantedExport): ExportPreview {
  const { content, leftOut } = limitCase(state, wanted.notebook, wanted.format, wanted.limits);
  return previewOf(content, leftOut);
}

/** Makes the files of an export, and says what they hold. */
export function makeExport(
  state: NotebookState,
  { notebook, format, limits }: WantedExport,
  ports: ExportPorts,
): { readonly files: readonly ExportFile[]; readonly preview: ExportPreview } {
  const { content, leftOut } = limitCase(state, notebook, format, limits);
  return { files: writeExport(format, content, ports), preview: previewOf(content, leftOut) };
}

function previewOf(content: ExportCase, leftOut: readonly LeftOut[]): ExportPreview {
  const included = recordKinds.map((kind) => ({ kind, count: content[listNames[kind]].length }));
  return { label: content.label, included: included.filter(({ count }) => count > 0), leftOut };
}
