import { CaseBuilder } from './case-builder.ts';
import { isRecord, listOf, nameKey, recordOf, textOfValue } from './field-value.ts';
import {
  readIrisAsset,
  readIrisCase,
  readIrisIoc,
  readIrisNote,
  readIrisTask,
  type IrisNames,
} from './iris-tables.ts';
import { readIrisEvent } from './iris-timeline.ts';
import type { RescueChoices, RescuedCase } from './rescued-case.ts';

/** The export lies in the `data` of an answer of the API, or alone. */
function bodyOf(file: unknown): Readonly<Record<string, unknown>> {
  const answer = recordOf(file);
  return isRecord(answer['data']) ? answer['data'] : answer;
}

/** True for a case export of DFIR-IRIS, or its answer to a question for the timeline. */
export function isIris(file: unknown): boolean {
  const body = bodyOf(file);
  const isEvent = (value: unknown) => {
    const event = recordOf(value);
    return 'event_title' in event && 'event_date' in event;
  };
  const lists = ['timeline', 'iocs', 'assets', 'tasks', 'notes', 'evidences'];
  const isExport =
    isRecord(body['case']) &&
    ('name' in body['case'] || 'case_name' in body['case'] || 'soc_id' in body['case']) &&
    lists.filter((name) => Array.isArray(body[name])).length >= 3;
  return isExport || (Array.isArray(body['timeline']) && listOf(body['timeline']).some(isEvent));
}

/** True for what iris-ng writes: the same, encrypted with a password. */
export function isEncryptedIris(file: unknown): boolean {
  const fields = recordOf(file);
  return textOfValue(fields['enc']).startsWith('aes') && 'ct' in fields && 'nonce' in fields;
}

/**
 * Reads a case export of DFIR-IRIS, of the versions whose fields differ in name only.
 *
 * `event_date` is in UTC and `event_date_wtz` the same instant by the clock of `event_tz`. Dates beside the
 * timeline have no zone and stay as text unless one is given. Its ids repeat: names link.
 */
export function readIris(file: unknown, choices: RescueChoices): RescuedCase {
  const body = bodyOf(file);
  const builder = new CaseBuilder('iris', file, choices);
  const about = recordOf(body['case']);
  const title = isRecord(body['case']) ? readIrisCase(builder, about) : '';
  const names: IrisNames = { assets: new Map(), accounts: new Set() };
  const each = (
    table: string,
    read: (row: ReturnType<CaseBuilder['row']>, fields: Readonly<Record<string, unknown>>) => void,
  ) => {
    for (const [at, value] of listOf(body[table]).entries()) {
      const row = builder.row(table, at + 1);
      if (isRecord(value)) read(row, value);
      else row.leave('not-a-row');
    }
  };
  for (const asset of listOf(body['assets'])) {
    const { asset_name: name, type, asset_type: other } = recordOf(asset);
    const kind =
      textOfValue(type) || textOfValue(recordOf(other)['asset_name']) || textOfValue(other);
    names.assets.set(nameKey(`${textOfValue(name)} (${kind})`), textOfValue(name));
    if (/account/i.test(kind)) names.accounts.add(nameKey(textOfValue(name)));
  }
  each('assets', (row, fields) => readIrisAsset(row, fields));
  each('timeline', (row, fields) => readIrisEvent(row, fields, names));
  each('iocs', (row, fields) => readIrisIoc(row, fields));
  each('evidences', (row, fields) => {
    row.remark('file-not-in-file');
    readIrisNote(row, fields, 'filename', ['evidence']);
  });
  each('tasks', readIrisTask);
  each('notes', (row, fields) => readIrisNote(row, fields, 'note_title'));
  each('comments', (row, fields) => readIrisNote(row, fields, 'comment_text'));
  const read = new Set(['assets', 'timeline', 'iocs', 'evidences', 'tasks', 'notes', 'comments']);
  for (const table of Object.keys(body))
    if (Array.isArray(body[table]) && !read.has(table))
      each(table, (row, fields) => row.note('', Object.entries(fields)));
  return builder.finish({ version: '', title });
}
