import { createHash } from 'node:crypto';
import { type DetectedCase, detectRescue } from '#shared/import/rescue/detect-rescue.ts';
import { systemCode } from '../notebook/system-error.ts';
import { parseJson } from './json-layout.ts';
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

/** Looks whether a file holds the case of another tool; it is only read. */
export async function openCaseFile(file: string): Promise<OpenedCaseFile> {
  const bytes = await readIfPossible(file);
  if (bytes === undefined) return { kind: 'no-case' };
  const sha256 = () => createHash('sha256').update(bytes).digest('hex');
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) {
    const workbook = readWorkbook(bytes);
    if (!workbook.ok)
      return workbook.error.kind === 'not-a-workbook' || workbook.error.kind === 'not-a-zip'
        ? { kind: 'no-case' }
        : { kind: 'refused', because: workbook.error };
    const detected = detectRescue({ kind: 'workbook', sheets: workbook.value });
    return detected === undefined
      ? { kind: 'no-case' }
      : { kind: 'found', detected, sha256: sha256() };
  }
  // A decoder takes the byte order mark away.
  const json = parseJson(new TextDecoder().decode(bytes));
  const detected = json.isJson ? detectRescue({ kind: 'json', value: json.value }) : undefined;
  return detected === undefined
    ? { kind: 'no-case' }
    : { kind: 'found', detected, sha256: sha256() };
}

/** The bytes of a file that may be a case; undefined for any other, and for one that cannot be read. */
async function readIfPossible(file: string): Promise<Buffer | undefined> {
  try {
    const opened = await openReadableFile(file);
    try {
      if (!opened.isOrdinary || opened.size > largestBytes) return undefined;
      const head = Buffer.alloc(Math.min(headBytes, opened.size));
      await opened.read(head, 0);
      if (!mayBeCase(head, opened.size)) return undefined;
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

function mayBeCase(head: Buffer, size: number): boolean {
  const text = head.toString('latin1');
  if (text.startsWith('PK\u0003\u0004')) return true;
  const first = /^(?:ï»¿)?\s*([[{])/.exec(text)?.[1];
  return first !== undefined && (size <= cheapBytes || caseFields.test(text));
}
