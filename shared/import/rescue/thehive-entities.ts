import type { EntryTime } from '../../domain/time/entry-time.ts';
import { type CaseRow, longest, type NamedField } from './case-builder.ts';
import { type FileRecord, listOf, recordOf, textOfValue } from './field-value.ts';
import { splitIndicator, tlpOf } from '../../indicators/type-words.ts';
import type { Tlp } from '../../domain/incident.ts';
import { addTask } from './rescued-task.ts';
import { stageOfTactic, techniquesIn } from './stage-words.ts';

export type TheHiveKind =
  'case' | 'task' | 'observable' | 'log' | 'procedure' | 'event' | 'comment';

/** Fields of the database, and numbers that TheHive works out itself. */
const ownField =
  /^(?:_.*|id|relatedId|caseId|number|order|extraData|reports|stats|permissions|owningOrganisation|handlingDuration|timeTo\w+|computed\w*)$/;

/** Lists of other objects in an object are read by themselves. */
const nested: ReadonlySet<string> = new Set([
  'tasks',
  'observables',
  'artifacts',
  'logs',
  'taskLogs',
  'procedures',
  'ttps',
  'events',
  'timeline',
  'comments',
  'pages',
  'cases',
]);

function rest(fields: FileRecord, ...taken: readonly string[]): readonly NamedField[] {
  return Object.entries(fields).filter(
    ([name]) => !ownField.test(name) && !taken.includes(name) && !nested.has(name),
  );
}

/** A time and, where there is one, the end of the interval. */
function interval(row: CaseRow, from: unknown, to: unknown): EntryTime {
  const at = row.time(from);
  const until = textOfValue(to) === '' ? null : row.time(to).utc;
  if (at.utc === null || until === null || Date.parse(until) < Date.parse(at.utc)) return at;
  const isFine = at.precision === 'millisecond' || until.includes('.');
  return { ...at, untilUtc: until, precision: isFine ? 'millisecond' : at.precision };
}

function readCase(row: CaseRow, fields: FileRecord): void {
  const { title, description, summary } = fields;
  row.entry({
    head: [title, description, summary]
      .map((part) => textOfValue(part))
      .filter((part) => part !== '')
      .join('\n\n'),
    kind: 'note',
    at: interval(row, fields['startDate'], fields['endDate']),
    fields: [
      ['number', fields['number'] ?? fields['caseId']],
      ...rest(fields, 'title', 'description', 'summary', 'startDate', 'endDate'),
    ],
  });
}

function readTask(row: CaseRow, fields: FileRecord): void {
  const { title, description, status, group, dueDate } = fields;
  addTask(row, {
    head: title,
    description,
    status: ['status', status],
    type: group,
    owner: fields['assignee'] ?? fields['owner'],
    ...(textOfValue(dueDate) !== '' && { due: ['dueDate', dueDate] }),
    fields: timesAsText(
      row,
      rest(fields, 'title', 'description', 'status', 'group', 'dueDate', 'assignee', 'owner'),
    ),
  });
}

/** Times beside the matter, written out: 13 digits say nothing to anybody. */
function timesAsText(row: CaseRow, fields: readonly NamedField[]): readonly NamedField[] {
  return fields.map(([name, value]) => {
    const isTime = /(?:Date|At)$/.test(name) && textOfValue(value) !== '';
    return [name, isTime ? (row.instant(value, { asks: false }) ?? value) : value];
  });
}

/** Version 4 counts red as 3, version 5 as 4 with AMBER+STRICT before it: 3 is read as the stricter one. */
const tlpByNumber: readonly Tlp[] = ['CLEAR', 'GREEN', 'AMBER', 'RED', 'RED'];

function readTlp(row: CaseRow, value: unknown): Tlp | undefined {
  if (typeof value !== 'number') return tlpOf(textOfValue(value));
  if (value === 3) row.remark('stricter-tlp', '3');
  return tlpByNumber[value];
}

function readObservable(row: CaseRow, fields: FileRecord): void {
  const { dataType, attachment } = fields;
  const file = recordOf(attachment);
  const data = row.text(fields['data'], longest.value);
  const hashes = listOf(file['hashes']).map((hash) => row.text(hash, longest.name));
  const name = row.text(file['name'], longest.value);
  const tlp = readTlp(row, fields['tlp']);
  const named = timesAsText(row, rest(fields, 'data', 'attachment', 'tlp', 'message', 'sightedAt'));
  const sighted = fields['sightedAt'];
  const lastSeen = textOfValue(sighted) === '' ? undefined : row.instant(sighted, { asks: false });
  const note = row.lines([['message', fields['message']], ...named, ['size', file['size']]]);
  const word = textOfValue(dataType);
  const shared = { tlp, lastSeen };
  for (const part of splitIndicator(word === 'other' ? '' : row.text(word, 100), data)) {
    const about = [part.note, note].filter((line) => line !== '').join('\n');
    row.indicator({ ...shared, value: part.value, typeWord: part.word, note: about });
  }
  if (name !== '') row.remark('file-not-in-file', name.slice(0, 80));
  row.indicator({
    ...shared,
    value: name,
    typeWord: 'filename',
    note: row.lines([
      ['hashes', hashes],
      ['note', note],
    ]),
  });
  for (const hash of hashes)
    row.indicator({
      ...shared,
      value: hash,
      typeWord: 'hash',
      note: row.lines([
        ['file', name],
        ['note', note],
      ]),
    });
  // A file whose name and hashes the export leaves out: its description is all there is.
  if (data === '' && name === '' && hashes.length === 0) row.note(fields['message'], named);
}

function readLog(row: CaseRow, fields: FileRecord): void {
  const when = fields['date'] ?? fields['createdAt'] ?? fields['_createdAt'];
  if (textOfValue(recordOf(fields['attachment'])['name']) !== '') row.remark('file-not-in-file');
  row.entry({
    head: fields['message'] ?? fields['content'] ?? fields['title'],
    kind: 'note',
    at: row.time(when),
    fields: rest(fields, 'message', 'date', 'createdAt', 'content'),
  });
}

function readProcedure(row: CaseRow, fields: FileRecord): void {
  const { patternId, patternName, tactic, occurDate, description } = fields;
  const stage = stageOfTactic(textOfValue(tactic).replaceAll('-', ' '));
  if (stage !== undefined) row.remark('stage-from-tactic', row.text(tactic, 50));
  row.entry({
    head: textOfValue(description) || patternName || patternId,
    kind: 'adversary',
    at: row.time(occurDate),
    stages: stage === undefined ? [] : [stage],
    techniques: techniquesIn(textOfValue(patternId)),
    tags: stage === undefined ? [] : ['guessed-stage'],
    fields: rest(fields, 'description', 'occurDate'),
  });
}

function readEvent(row: CaseRow, fields: FileRecord): void {
  const details = recordOf(fields['details']);
  const title = textOfValue(fields['title']) || textOfValue(details['title']);
  const description = textOfValue(fields['description']) || textOfValue(details['description']);
  row.entry({
    head: [title, description].filter((part) => part !== '').join('\n\n'),
    at: interval(row, fields['date'], fields['endDate']),
    fields: rest(fields, 'date', 'endDate', 'title', 'description', 'entityId'),
  });
}

/** How each kind of object becomes part of a case. */
export const theHiveReaders: Readonly<
  Record<TheHiveKind, (row: CaseRow, fields: FileRecord) => void>
> = {
  case: readCase,
  task: readTask,
  observable: readObservable,
  log: readLog,
  procedure: readProcedure,
  event: readEvent,
  comment: readLog,
};
