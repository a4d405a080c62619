import { createHash } from 'node:crypto';
import path from 'node:path';
import type { ListRecord, TextFile } from '#shared/import/lists/find-list.ts';
import { type DetectedCase, detectRescue } from '#shared/import/rescue/detect-rescue.ts';
import { systemCode } from '../notebook/system-error.ts';
import { parseJson } from './json-layout.ts';
import { cutCells } from './cut-cells.ts';
import { newlineOf } from './cut-records.ts';
import { decodeText } from './decode-text.ts';
import { openReadableFile } from './readable-file.ts';
import { readWorkbook, type WorkbookError } from './read-workbook.ts';

/** What a file is, as far as cases are concerned. */
export type OpenedCaseFile =
  /** Surely no case, or none that can be opened here: whoever reads logs may look at it. */
  | { readonly kind: 'no-case' }
  /** A workbook that was not opened, or not to its end. */
  | { readonly kind: 'refused'; readonly because: WorkbookError }
  | {
      readonly kind: 'found';
      readonly detected: DetectedCase;
      /** Of the bytes that were read. */
      readonly sha256: string;
    };

/** Larger than any case that a person kept, and still fits into memory several times. */
const largestBytes = 200 * 1024 * 1024;
const headBytes = 64 * 1024;
/** JSON of this size is read whole to see what it is; more only when its beginning looks like a case. */
const cheapBytes = 8 * 1024 * 1024;
const caseFields =
  /"(?:storage_format_version|soc_id|case_id|event_title|asset_name|ioc_value|dataType|patternId|pap|severity|enc|spec_version|Event|Attribute|techniqueID|attack_flow_v2|incident_id)"\s*:/;

/**
 * Looks whether a file holds the case of another tool; it is only read.
 *
 * With `takesLists` any table and any text is one: somebody said that this file is.
 */
export async function openCaseFile(
  file: string,
  { takesLists = false }: { readonly takesLists?: boolean } = {},
): Promise<OpenedCaseFile> {
  const bytes = await readIfPossible(file, takesLists);
  if (bytes === undefined) return { kind: 'no-case' };
  const sha256 = () => createHash('sha256').update(bytes).digest('hex');
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) {
    const workbook = readWorkbook(bytes);
    if (!workbook.ok)
      return workbook.error.kind === 'not-a-workbook' || workbook.error.kind === 'not-a-zip'
        ? { kind: 'no-case' }
        : { kind: 'refused', because: workbook.error };
    const listName = takesLists ? path.basename(file) : undefined;
    const detected = detectRescue({ kind: 'workbook', sheets: workbook.value, listName });
    return detected === undefined
      ? { kind: 'no-case' }
      : { kind: 'found', detected, sha256: sha256() };
  }
  // A decoder takes the byte order mark away.
  const json = mayBeJson(bytes)
    ? parseJson(new TextDecoder().decode(bytes))
    : { isJson: false as const };
  const found = json.isJson ? detectRescue({ kind: 'json', value: json.value }) : undefined;
  const text = found === undefined && takesLists ? textFile(file, bytes) : undefined;
  if (text === 'too-large') return { kind: 'refused', because: { kind: 'too-many-cells' } };
  const detected = found ?? (text && detectRescue({ kind: 'text', ...text }));
  return detected === undefined
    ? { kind: 'no-case' }
    : { kind: 'found', detected, sha256: sha256() };
}

/** The bytes of a file that may be a case; undefined for any other, and for one that cannot be read. */
async function readIfPossible(file: string, takesLists: boolean): Promise<Buffer | undefined> {
  try {
    const opened = await openReadableFile(file);
    try {
      if (!opened.isOrdinary || opened.size > largestBytes) return undefined;
      const head = Buffer.alloc(Math.min(headBytes, opened.size));
      await opened.read(head, 0);
      if (!takesLists && !mayBeCase(head, opened.size)) return undefined;
      const bytes = Buffer.alloc(opened.size);
      const got = await opened.read(bytes, 0);
      return bytes.subarray(0, got);
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}

function mayBeJson(bytes: Uint8Array): boolean {
  return /^(?:ï»¿)?\s*[[{]/.test(Buffer.from(bytes.subarray(0, 1024)).toString('latin1'));
}

/** A list that somebody keeps is smaller; a log is larger. */
const mostRows = 200_000;

function textFile(file: string, bytes: Uint8Array): TextFile | 'too-large' | undefined {
  const text = decodeText(bytes);
  if (text === undefined || text.trim() === '') return undefined;
  const newline = newlineOf(text);
  let lines = 0;
  for (
    let at = text.indexOf(newline);
    at >= 0 && lines <= mostRows;
    at = text.indexOf(newline, at + 1)
  )
    lines += 1;
  if (lines > mostRows) return 'too-large';
  const cut = new Map<string, readonly ListRecord[]>();
  return {
    name: path.basename(file),
    text,
    records: (delimiter) => {
      const before = cut.get(delimiter);
      if (before !== undefined) return before;
      const records: ListRecord[] = [];
      const sink = {
        record: (cells: string | readonly string[], _start: number, _end: number, line: number) =>
          void records.push({ line, cells: typeof cells === 'string' ? [cells] : cells }),
        // Nothing that somebody wrote is passed over in silence: it is a row without a cell.
        broken: (_reason: unknown, line: number) => void records.push({ line, cells: [] }),
      };
      cutCells({ sink, newline }, delimiter).cut(text, true);
      cut.set(delimiter, records);
      return records;
    },
  };
}

function mayBeCase(head: Buffer, size: number): boolean {
  const text = head.toString('latin1');
  if (text.startsWith('PK\u0003\u0004')) return true;
  const first = /^(?:ï»¿)?\s*([[{])/.exec(text)?.[1];
  return first !== undefined && (size <= cheapBytes || caseFields.test(text));
}
