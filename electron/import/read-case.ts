import type {
  RescueChoices,
  RescuedCase,
  RescueFormat,
} from '#shared/import/rescue/rescued-case.ts';
import { openCaseFile } from './open-case-file.ts';
import type { WorkbookError } from './read-workbook.ts';

/** A file read as the case of another tool, or why it is none. */
export type ReadCase =
  | { readonly kind: 'no-case' }
  /** A workbook that was not opened, or not to its end. */
  | { readonly kind: 'refused'; readonly because: WorkbookError }
  /** Only its password opens it. */
  | { readonly kind: 'encrypted'; readonly format: RescueFormat }
  /** Of a known family, without anything that a notebook could take; `object` is what it holds. */
  | { readonly kind: 'nothing-to-take'; readonly format: RescueFormat; readonly object: string }
  | {
      readonly kind: 'found';
      readonly rescued: RescuedCase;
      /** Of the bytes that were read. */
      readonly sha256: string;
    };

/** Reads a file as a case; it is only read, and nothing is written. */
export async function readCase(file: string, choices: RescueChoices): Promise<ReadCase> {
  const opened = await openCaseFile(file, { takesLists: choices.list !== undefined });
  if (opened.kind !== 'found') return opened;
  const { detected, sha256 } = opened;
  if (detected.kind === 'encrypted') return { kind: 'encrypted', format: detected.format };
  if (detected.kind === 'refused')
    return { kind: 'nothing-to-take', format: detected.format, object: detected.object };
  return { kind: 'found', rescued: detected.read(choices), sha256 };
}
