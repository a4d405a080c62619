import { type CaseBuilder, type CaseRow, longest, type NamedField } from './case-builder.ts';
import { type FileRecord, isRecord, listOf, recordOf, textOfValue } from './field-value.ts';
import { splitIndicator, tlpOf } from '../../indicators/type-words.ts';
import { addTask } from './rescued-task.ts';

/** What events call the assets of the case. */
export type IrisNames = {
  /** Name by what an event shows, `HOST (Windows - Server)`. */
  readonly assets: Map<string, string>;
  /** Names of assets that are accounts. */
  readonly accounts: Set<string>;
};

/** Numbers of the database and colours of the screen: nothing that a person wrote. */
const ownField = /(?:^|_)(?:id|uuid|color|in_graph|in_summary)$/;

/** All fields but those that stand elsewhere in what is made of the row. */
function rest(fields: FileRecord, ...taken: readonly string[]): readonly NamedField[] {
  return Object.entries(fields).filter(
    ([name]) => !taken.includes(name) && !ownField.test(name) && !name.startsWith('light_'),
  );
}

/** The case itself is a note: a notebook has a title and summary of its own, and keeps them. */
export function readIrisCase(builder: CaseBuilder, fields: FileRecord): string {
  const row = builder.row('case', 1);
  if ('modification_history' in fields && textOfValue(fields['modification_history']) !== '')
    builder.row('modification_history', 0).leave('history');
  const name = textOfValue(fields['name']) || textOfValue(fields['case_name']);
  row.entry({
    head: name,
    kind: 'note',
    at: row.time(fields['initial_date'] ?? fields['open_date'], { asks: false }),
    fields: rest(fields, 'name', 'case_name', 'modification_history'),
  });
  return row.text(name, 300);
}

/** Whether an asset is compromised, as the versions say it. */
function stateOf(row: CaseRow, fields: FileRecord): 'compromised' | 'cleared' | undefined {
  const word = textOfValue(fields['asset_compromise_status']).toLowerCase();
  if (word === 'compromised') return 'compromised';
  if (word === 'not compromised') {
    row.remark('state-from-verdict', word);
    return 'cleared';
  }
  const { compromised, asset_compromised: older } = fields;
  // False in an older version is a box that nobody ticked.
  return compromised === true || older === true ? 'compromised' : undefined;
}

export function readIrisAsset(row: CaseRow, fields: FileRecord): void {
  const name = row.name(fields['asset_name']);
  const other = fields['asset_type'];
  const type = row.text(
    textOfValue(fields['type']) || textOfValue(recordOf(other)['asset_name']) || textOfValue(other),
    longest.field,
  );
  const note = row.lines(rest(fields, 'asset_name', 'type', 'asset_type', 'asset_ip', 'asset_ioc'));
  const value = stateOf(row, fields);
  const domain = row.text(fields['asset_domain'], longest.field);
  const state = value !== undefined && { state: { value, because: '' } };
  if (name === '') return row.note('', rest(fields));
  if (/account/i.test(type)) return row.account(name, { type, domain, note, ...state });
  const aliases = textOfValue(fields['asset_ip'])
    .split(/[\s,;]+/)
    .map((alias) => row.name(alias));
  row.system(name, { aliases, type, note, ...state });
  for (const ioc of listOf(fields['asset_ioc']))
    readIrisIoc(row, recordOf(ioc), { systems: [name] });
}

/** An indicator, or the name of one in an event. */
export function readIrisIoc(
  row: CaseRow,
  fields: FileRecord,
  {
    entries = [],
    systems = [],
  }: {
    readonly entries?: readonly number[];
    readonly systems?: readonly string[];
  } = {},
): void {
  const value = row.text(fields['ioc_value'] ?? fields['name'], longest.value);
  if (value === '') {
    if (entries.length === 0 && systems.length === 0) row.note('', rest(fields));
    return;
  }
  const other = fields['ioc_type'];
  const word =
    textOfValue(fields['type_name']) ||
    textOfValue(fields['type']) ||
    textOfValue(recordOf(other)['type_name']);
  const label = textOfValue(fields['tlp_name']) || textOfValue(recordOf(fields['tlp'])['tlp_name']);
  const description = textOfValue(fields['ioc_description']) || textOfValue(fields['description']);
  const note = row.lines([
    ['ioc_tags', fields['ioc_tags']],
    // The API writes the word where there is no description.
    ['ioc_description', description === 'None' ? '' : description],
    ['added_by', fields['added_by']],
    ['custom_attributes', fields['custom_attributes']],
  ]);
  for (const part of splitIndicator(row.text(word, 100), value))
    row.indicator({
      value: part.value,
      typeWord: part.word,
      tlp: tlpOf(label),
      entries,
      systems,
      note: [part.note, note].filter((line) => line !== '').join('\n'),
    });
}

export function readIrisTask(row: CaseRow, fields: FileRecord): void {
  const { task_title: title, task_description: description, task_status: status } = fields;
  const assignees = fields['task_assignees'];
  const names = Array.isArray(assignees)
    ? assignees.map((one) => (isRecord(one) ? (one['name'] ?? one['user']) : one))
    : (fields['assigned_to'] ?? assignees);
  addTask(row, {
    head: title,
    description,
    status: ['task_status', recordOf(status)['status_name'] ?? status],
    owner: names,
    fields: rest(
      fields,
      'task_title',
      'task_description',
      'task_status',
      'task_assignees',
      'assigned_to',
    ),
  });
}

/** A note, a comment, an item of the evidence list: what it says first, the rest field by field. */
export function readIrisNote(
  row: CaseRow,
  fields: FileRecord,
  first: string,
  tags: readonly string[] = [],
): void {
  const written = fields['note_creationdate'] ?? fields['comment_date'] ?? fields['date_added'];
  const content = textOfValue(fields['note_content']);
  if (content.includes('/datastore/file/view/')) row.remark('picture-not-in-file');
  const named = rest(fields, first, 'note_content');
  if (textOfValue(fields[first]) === '' && content === '' && named.length === 0)
    return row.leave('empty-row');
  row.entry({
    head: [textOfValue(fields[first]), content].filter((part) => part !== '').join('\n\n'),
    kind: 'note',
    at: row.time(written, { asks: false }),
    tags,
    fields: named,
  });
}
