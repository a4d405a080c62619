import { guessColumns, type SampledColumn } from './column-guess.ts';
import { isJsonObject, jsonText } from './field-pairs.ts';
import type {
  Detection,
  FileHead,
  FileLayout,
  LogReader,
  ReadingChoices,
  RecordReader,
} from './log-reader.ts';
import { oneRow, skipped, type ReadOutcome } from './log-row.ts';
import { completeMapping, makeMappedRow } from './mapped-row.ts';
import { openQuestions } from './table-time.ts';

const deepestPath = 4;
const mostPaths = 400;
const mostSampled = 100;

/** Values by path (`event.created`): scalars and lists of them, objects walked into. */
function collect(
  value: Readonly<Record<string, unknown>>,
  prefix: string,
  depth: number,
  into: Map<string, string>,
): void {
  for (const [name, item] of Object.entries(value)) {
    if (into.size >= mostPaths) return;
    const path = `${prefix}${name}`;
    if (isJsonObject(item) && depth < deepestPath) collect(item, `${path}.`, depth + 1, into);
    else into.set(path, jsonText(item));
  }
}

/** The value at a path; names that hold dots themselves (`id.orig_h`) count too. */
function valueAt(value: unknown, path: string): unknown {
  let rest = path;
  let here = value;
  while (isJsonObject(here)) {
    if (Object.hasOwn(here, rest)) return here[rest];
    const names = rest.split('.');
    let end = names.length - 1;
    while (end > 0 && !Object.hasOwn(here, names.slice(0, end).join('.'))) end -= 1;
    if (end === 0) return undefined;
    here = here[names.slice(0, end).join('.')];
    rest = names.slice(end).join('.');
  }
  return undefined;
}

function sample(head: FileHead): readonly SampledColumn[] {
  const objects = (head.json?.values ?? []).filter(isJsonObject).slice(0, mostSampled);
  const records = objects.map((value) => {
    const fields = new Map<string, string>();
    collect(value, '', 1, fields);
    return fields;
  });
  const names = new Set(records.flatMap((fields) => [...fields.keys()].slice(0, mostPaths)));
  return [...names]
    .slice(0, mostPaths)
    .map((name) => ({ name, values: records.map((fields) => fields.get(name) ?? '') }));
}

function detect(head: FileHead): Detection | undefined {
  if (head.json === undefined) return undefined;
  const { layout, values } = head.json;
  if (values.filter(isJsonObject).length * 2 < values.length || values.length === 0) {
    return undefined;
  }
  const columns = sample(head);
  const guess = guessColumns(columns);
  if (guess === undefined) {
    if (values.length === 1) return undefined;
    const [time = { name: '' }, ...text] = columns;
    const mapping = { time: time.name, text: text.map(({ name }) => name) };
    return { score: 5, layout, questions: ['columns', 'zone'], columns: mapping, notes: [] };
  }
  return {
    // One object alone is seldom a log.
    score: guess.isSure && values.length > 1 ? 45 : 20,
    layout,
    questions: guess.questions,
    columns: guess.mapping,
    ...(guess.provenZone === undefined ? {} : { provenZone: guess.provenZone }),
    notes: guess.provenZone === undefined ? [] : ['zone-proven'],
  };
}

function start(head: FileHead, _layout: FileLayout, choices: ReadingChoices): RecordReader {
  const columns = sample(head);
  const mapping = choices.columns ?? guessColumns(columns)?.mapping ?? { time: '', text: [] };
  const clock = columns.find(({ name }) => name === mapping.timeOfDay);
  const dates = columns.find(({ name }) => name === mapping.time)?.values ?? [];
  const written = dates.map((value, at) => `${value} ${clock?.values[at] ?? ''}`.trim());
  const order = choices.order ?? openQuestions(written).order;
  const complete = completeMapping(mapping, written, choices);
  const toRow = makeMappedRow(complete.mapping, order, complete.choices);
  return (record): ReadOutcome => {
    if (record.shape !== 'json') return skipped('other-format');
    const { value } = record;
    if (!isJsonObject(value) || Object.keys(value).length === 0) return skipped('no-event');
    return oneRow(
      toRow(
        (name) => (name === '' ? '' : jsonText(valueAt(value, name))),
        () => jsonText(value),
      ),
    );
  };
}

/**
 * Any JSON objects with a time in them, mapped by path as `any-table` maps columns.
 *
 * Where no path is a message the text is every field as `name: value`.
 */
export const anyJsonReader: LogReader = {
  id: 'any-json',
  detect,
  start,
  columnNames: (head) => sample(head).map(({ name }) => name),
};
