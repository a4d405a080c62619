import { CaseBuilder, type CaseRow } from './case-builder.ts';
import { type FileRecord, isRecord, textOfValue, ownValue } from './field-value.ts';
import type { RescueChoices, RescuedCase } from './rescued-case.ts';
import { theHiveReaders, type TheHiveKind } from './thehive-entities.ts';

/** What a list in an answer or an archive is called, by what it holds. */
const kindOfList: Readonly<Record<string, TheHiveKind>> = {
  case: 'case',
  cases: 'case',
  task: 'task',
  tasks: 'task',
  observable: 'observable',
  observables: 'observable',
  artifacts: 'observable',
  log: 'log',
  logs: 'log',
  tasklogs: 'log',
  procedure: 'procedure',
  procedures: 'procedure',
  ttps: 'procedure',
  events: 'event',
  timeline: 'event',
  comment: 'comment',
  comments: 'comment',
  pages: 'comment',
};

const kindOfType: Readonly<Record<string, TheHiveKind>> = {
  case: 'case',
  task: 'task',
  case_task: 'task',
  observable: 'observable',
  artifact: 'observable',
  case_artifact: 'observable',
  log: 'log',
  case_task_log: 'log',
  procedure: 'procedure',
  customevent: 'event',
  comment: 'comment',
};

const taskWords = new Set(['Waiting', 'InProgress', 'Completed', 'Cancel']);

/** What an object of the API is by its fields; undefined when that is not certain. */
function kindOf(fields: FileRecord): TheHiveKind | undefined {
  const type = ownValue(kindOfType, textOfValue(fields['_type']).toLowerCase());
  if (type !== undefined) return type;
  if ('dataType' in fields && ('data' in fields || 'attachment' in fields || 'ioc' in fields))
    return 'observable';
  if ('patternId' in fields) return 'procedure';
  if (!('title' in fields)) return undefined;
  const isTask = taskWords.has(textOfValue(fields['status'])) || 'dueDate' in fields;
  if (isTask && !('severity' in fields)) return 'task';
  const marks = ['severity', 'tlp', 'pap', 'startDate', 'number', 'caseId', 'flag'];
  return marks.filter((name) => name in fields).length >= 3 ? 'case' : undefined;
}

const looked = 20;

/** True for API JSON of TheHive 4 or 5: one object, a list, `{data: […]}`, or lists by name. */
export function isTheHive(file: unknown): boolean {
  if (Array.isArray(file)) {
    const head: readonly unknown[] = file.slice(0, looked);
    const known = head.filter((value) => isRecord(value) && kindOf(value) !== undefined);
    return head.length > 0 && known.length * 5 >= head.length * 4;
  }
  if (!isRecord(file)) return false;
  if (kindOf(file) !== undefined) return true;
  const lists = Object.entries(file).filter(
    ([name]) => name === 'data' || Object.hasOwn(kindOfList, name),
  );
  return lists.some(([, value]) =>
    isRecord(value) ? kindOf(value) !== undefined : Array.isArray(value) && isTheHive(value),
  );
}

/** A list in a list in a list: no answer of the API goes deeper. */
const deepest = 6;

/**
 * Reads cases, tasks, observables, procedures, task logs and timelines as TheHive's API gives them.
 *
 * Times are ms since 1970. Files of observables are not in it, only their names and hashes.
 */
export function readTheHive(file: unknown, choices: RescueChoices): RescuedCase {
  const builder = new CaseBuilder('thehive', file, choices);
  const counts = new Map<string, number>();
  const titles: string[] = [];
  const open = (table: string): CaseRow => {
    const row = (counts.get(table) ?? 0) + 1;
    counts.set(table, row);
    return builder.row(table, row);
  };
  const walk = (value: unknown, table: string, wanted: TheHiveKind | undefined, depth: number) => {
    if (Array.isArray(value)) {
      for (const part of value) walk(part, table, wanted, depth + 1);
      return;
    }
    if (!isRecord(value)) {
      if (value !== null && value !== undefined) open(table).leave('not-a-row');
      return;
    }
    const kind = kindOf(value) ?? (isWrapper(value) ? undefined : wanted);
    const inner = kind === undefined ? Object.keys(value) : nestedLists(value);
    if (kind !== undefined) {
      const row = open(table === '' ? kind : table);
      theHiveReaders[kind](row, value);
      if (kind === 'case') titles.push(row.text(value['title'], 300));
    }
    const lists = depth >= deepest ? [] : inner.filter((name) => holdsRows(value[name]));
    for (const name of lists)
      walk(
        value[name],
        name === 'data' ? table : name,
        ownValue(kindOfList, name.toLowerCase()) ?? wanted,
        depth + 1,
      );
    if (kind === undefined && lists.length === 0)
      open(table === '' ? 'file' : table).note('', Object.entries(value));
  };
  walk(file, '', undefined, 0);
  return builder.finish({ version: '', title: titles.length === 1 ? (titles[0] ?? '') : '' });
}

/** An object that is there for the lists in it: `{data: […]}`, a timeline's `{events: […]}`. */
function isWrapper(fields: FileRecord): boolean {
  return (
    nestedLists(fields).some((name) => holdsRows(fields[name])) &&
    !('title' in fields) &&
    !('message' in fields)
  );
}

function nestedLists(fields: FileRecord): readonly string[] {
  return Object.keys(fields).filter(
    (name) => name === 'data' || Object.hasOwn(kindOfList, name.toLowerCase()),
  );
}

/** Lists of objects, and one object: texts and numbers belong to the object that they stand in. */
function holdsRows(value: unknown): boolean {
  return (
    isRecord(value) || (Array.isArray(value) && value.some((part) => typeof part === 'object'))
  );
}
