import { auroraTables, readAuroraNote } from './aurora-tables.ts';
import { CaseBuilder, longest, type NamedField } from './case-builder.ts';
import {
  type FileRecord,
  isRecord,
  isSecretName,
  listOf,
  nameKey,
  recordOf,
  textOfValue,
  ownValue,
} from './field-value.ts';
import { isHeaderRow } from './header-row.ts';
import type { RescueChoices, RescuedCase } from './rescued-case.ts';
import { stageOfKillChainWord, techniquesIn } from './stage-words.ts';

/** Fields of the file that say nothing about the case. */
const frameFields: ReadonlySet<string> = new Set(['storage_format_version', 'locked']);
/** With the keys go the addresses of what they open. */
const withheld: ReadonlySet<string> = new Set(['mispserver', 'mispeventid']);
const lookUpLists: ReadonlySet<string> = new Set([
  'event_types',
  'system_types',
  'verdicts',
  'status',
  'task_types',
  'direction',
  'killchain',
  'evidence_types',
  'pyramid_levels',
  'attack_techniques',
]);
/** Read first, so that a system has the fields of its own table before others mention it. */
const firstTables: readonly string[] = ['systems', 'investigated_systems'];
/** The number of a case that nobody gave one. */
const emptyCase = 'XXX';
const arraysOfEveryVersion = ['timeline', 'compromised_accounts', 'network_indicators'];

/** True for the content of a `.fox` file of any version, as far as two of its three oldest lists are there. */
export function isAurora(file: unknown): boolean {
  if (!isRecord(file) || !/^\d+$/.test(textOfValue(file['storage_format_version']))) return false;
  return arraysOfEveryVersion.filter((name) => Array.isArray(file[name])).length >= 2;
}

/**
 * Reads the case of an Aurora `.fox` file, versions 2 to 7, and of the fork that writes version 10.
 *
 * Its typed times have no zone. It links by names that people typed, and a row may be anything.
 */
export function readAurora(file: unknown, choices: RescueChoices): RescuedCase {
  const fields = recordOf(file);
  const builder = new CaseBuilder('aurora', file, choices);
  const title = readCase(builder, fields);
  const systems = listOf(fields['systems']);
  const names: ReadonlySet<string> = new Set(
    systems.map((system) => nameKey(textOfValue(recordOf(system)['text']))),
  );
  const isPoisoned = systems.length > 0 && holdTheSame(listOf(fields['osint']), systems);
  const tables = Object.keys(fields).filter((name) => Array.isArray(fields[name]));
  for (const table of tables.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    const rows = listOf(fields[table]);
    if (lookUpLists.has(table)) {
      builder.row(table, 0).leave('look-up-list', String(rows.length));
      continue;
    }
    for (const [at, value] of rows.entries()) {
      const row = builder.row(table, at + 1);
      if (!isRecord(value)) row.leave('not-a-row');
      else if (isHeaderRow(value)) row.leave('header-row');
      else if (table === 'osint' && isPoisoned) row.leave('copied-from-systems');
      else (ownValue(auroraTables, table) ?? readAuroraNote)(row, value, names);
    }
  }
  readKillChain(builder, fields['kill_chain']);
  return builder.finish({
    version: textOfValue(fields['storage_format_version']).slice(0, 20),
    title,
  });
}

/** The case itself is a note: a notebook has a title and summary of its own, and keeps them. */
function readCase(builder: CaseBuilder, fields: FileRecord): string {
  const about: NamedField[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (Array.isArray(value) || frameFields.has(name) || name === 'kill_chain') continue;
    if (withheld.has(name) || isSecretName(name)) {
      if (textOfValue(value) !== '') builder.leaveSecret(name);
    } else if (!isRecord(value) || saysSomething(value)) about.push([name, value]);
  }
  const row = builder.row('case', 1);
  const { case_id: id, client, summary, start_date: start } = fields;
  const title = [id, client]
    .map((part) => row.text(part, 140))
    .filter((part) => part !== '' && part !== emptyCase);
  const isEmpty = about.every(
    ([name, value]) => textOfValue(value) === (name === 'case_id' ? emptyCase : ''),
  );
  if (isEmpty) {
    row.leave('template-values');
    return '';
  }
  const first = ['case_id', 'client', 'start_date'];
  row.entry({
    head: summary,
    kind: 'note',
    at: row.time(start, { asks: false }),
    fields: [
      ...first.map((name): NamedField => [name, fields[name]]),
      ...about.filter(([name]) => !first.includes(name) && name !== 'summary'),
    ],
  });
  return title.join(' ');
}

/** What the fork's analysts wrote to a stage; its seven stages are there from the start, empty. */
function readKillChain(builder: CaseBuilder, killChain: unknown): void {
  for (const [at, value] of listOf(recordOf(killChain)['stages']).entries()) {
    const row = builder.row('kill_chain.stages', at + 1);
    if (!isRecord(value)) {
      row.leave('not-a-row');
      continue;
    }
    const { name, techniques, indicators, notes, timeline_refs: refs, confidence } = value;
    if ([techniques, indicators, notes, refs].every((part) => textOfValue(part) === '')) {
      row.leave('template-values', row.text(name, 50));
      continue;
    }
    const stage = stageOfKillChainWord(textOfValue(name));
    row.entry({
      head: notes,
      kind: 'note',
      stages: stage === undefined ? [] : [stage],
      techniques: techniquesIn(textOfValue(techniques)),
      fields: [
        ['name', name],
        ['techniques', techniques],
        ['indicators', indicators],
        ['timeline_refs', refs],
        ['confidence', confidence],
      ],
    });
  }
}

/** The fork writes its models into every file; an empty one holds nothing but these words. */
const emptyWords: ReadonlySet<string> = new Set(['', 'Unknown', 'linked']);

function saysSomething(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !emptyWords.has(value.trim());
  if (typeof value === 'number') return value !== 0;
  if (typeof value !== 'object' || value === null || depth > 6) return false;
  return Object.values(value).some((part) => saysSomething(part, depth + 1));
}

function placeOf(table: string): number {
  const at = firstTables.indexOf(table);
  return at < 0 ? firstTables.length : at;
}

/** Saving copies the systems into the OSINT list: all rows then say the same. */
function holdTheSame(osint: readonly unknown[], systems: readonly unknown[]): boolean {
  if (osint.length !== systems.length) return false;
  return osint.every((row, at) => {
    const [left, right] = [recordOf(row), recordOf(systems[at])];
    return ['text', 'ip', 'system_type', 'os', 'url', 'desc'].every(
      (name) =>
        textOfValue(left[name]).slice(0, longest.field) ===
        textOfValue(right[name]).slice(0, longest.field),
    );
  });
}
