import type { EntryKind } from '../../domain/entry-kind.ts';
import { type CaseRow, longest, type NamedField } from './case-builder.ts';
import { indicatorTypeOf, tlpOf } from '../../indicators/type-words.ts';
import { refangValue } from '../../indicators/value-form.ts';
import { addTask } from './rescued-task.ts';
import { stageOfTactic, techniquesIn } from './stage-words.ts';

/** A row's cells by their headings. */
type Cells = ReadonlyMap<string, string>;
type SheetReader = (row: CaseRow, cells: Cells) => void;

function cell(cells: Cells, name: string): string {
  return cells.get(name) ?? '';
}

/** All cells but those that stand elsewhere in what is made of the row. */
function rest(cells: Cells, ...taken: readonly string[]): readonly NamedField[] {
  return [...cells].filter(([name]) => !taken.includes(name));
}

/** The heading of a sheet's time says UTC. */
function utc(row: CaseRow, cells: Cells) {
  const name = [...cells.keys()].find((heading) => /timestamp.*utc/i.test(heading)) ?? '';
  return { name, at: row.time(cell(cells, name), { zone: 'UTC' }) };
}

const timeline: SheetReader = (row, cells) => {
  const { name, at } = utc(row, cells);
  const [system, remote] = [
    row.name(cell(cells, 'Event System')),
    row.name(cell(cells, 'Remote System')),
  ];
  const arrow = cell(cells, '<->');
  const tactics = cell(cells, 'MITRE Tactic')
    .split(/[,;\n]/)
    .map((tactic) => tactic.trim());
  const stages = tactics.flatMap((tactic) => stageOfTactic(tactic) ?? []);
  if (stages.length > 0) row.remark('stage-from-tactic', row.text(tactics.join(', '), 50));
  const isArrow = arrow !== '' && system !== '' && remote !== '';
  row.entry({
    head: cell(cells, 'Activity'),
    at,
    stages,
    techniques: techniquesIn(cell(cells, 'MITRE Techniques')),
    hosts: [system, remote],
    accounts: [cell(cells, 'Suspect Account')],
    tags: stages.length > 0 ? ['guessed-stage'] : [],
    fields: [
      ...(isArrow ? [['<->', `${system} ${arrow} ${remote}`] as const] : []),
      ...rest(
        cells,
        name,
        'Activity',
        'Event System',
        'Remote System',
        'Suspect Account',
        'Visualize',
        ...(isArrow ? ['<->'] : []),
      ),
    ],
  });
};

const systems: SheetReader = (row, cells) => {
  const aliases = cell(cells, 'IPAddress')
    .split(/[\s,;]+/)
    .map((alias) => row.name(alias))
    .filter((alias) => alias !== '');
  const own = row.name(cell(cells, 'HostName'));
  const name = own === '' ? (aliases[0] ?? '') : own;
  if (name === '') return readKanvasNote(row, cells);
  if (own === '') row.remark('name-from-address', name);
  const type = row.text(cell(cells, 'SystemType'), longest.field);
  row.system(name, {
    aliases,
    type,
    os: row.text(cell(cells, 'OS'), longest.field),
    place: row.text(cell(cells, 'Location'), longest.field),
    adversary: /^attacker/i.test(type),
    note: row.lines(rest(cells, 'HostName', 'IPAddress', 'SystemType', 'OS', 'Location')),
  });
};

const accounts: SheetReader = (row, cells) => {
  const names = [cell(cells, 'AccountName'), cell(cells, 'UserName'), cell(cells, 'SID')];
  const name = row.name(names.find((text) => text !== ''));
  if (name === '') return readKanvasNote(row, cells);
  const isUsed = [...cells].some(
    ([heading, text]) => /known compromised use/i.test(heading) && text !== '',
  );
  row.account(name, {
    sid: row.text(cell(cells, 'SID'), longest.field),
    type: row.text(cell(cells, 'AccountType'), longest.field),
    privileges: row.text(cell(cells, 'AccountPrivileges'), longest.field),
    ...(isUsed && { state: { value: 'compromised', because: '' } }),
    note: row.lines(rest(cells, 'AccountName', 'SID', 'AccountType', 'AccountPrivileges')),
  });
};

const hashColumns = ['SHA256', 'SHA1', 'MD5'] as const;

const indicators: SheetReader = (row, cells) => {
  const value = row.text(cell(cells, 'Indicator'), longest.value);
  const hashes = hashColumns.map((name) => row.text(cell(cells, name), longest.name));
  if ([value, ...hashes].every((text) => text === '')) return readKanvasNote(row, cells);
  const label = cell(cells, 'TLP');
  const shared = {
    tlp: tlpOf(label),
    origin: row.text(cell(cells, 'Source'), longest.because),
    note: row.lines([
      ...(tlpOf(label) === undefined ? [['TLP', label] as const] : []),
      ...rest(cells, 'Source', 'TLP', 'IndicatorType', 'Indicator', ...hashColumns),
    ]),
  };
  const typeWord = row.text(cell(cells, 'IndicatorType'), 100);
  row.indicator({ ...shared, value, typeWord });
  const { type } = indicatorTypeOf(typeWord, refangValue(value));
  for (const hash of hashes) {
    if (hash === value) continue;
    const about = value === '' ? '' : `${type}: ${value}`;
    const note = [about, shared.note].filter((line) => line !== '').join('\n');
    row.indicator({ ...shared, value: hash, typeWord: 'hash', note });
  }
};

/** A sheet of dated doings, or of things that are only listed: entries with all cells. */
function entries(kind: EntryKind, head: string, hosts: readonly string[]): SheetReader {
  return (row, cells) => {
    const { name, at } = utc(row, cells);
    row.entry({
      head: cell(cells, head),
      kind,
      at,
      hosts: hosts.map((heading) => cell(cells, heading)),
      fields: rest(cells, name, head),
    });
  };
}

const containment: SheetReader = (row, cells) => {
  const isSystem = /system|host|server|endpoint|machine|device/i.test(cell(cells, 'TargetType'));
  entries('response', 'IsolationMethod', isSystem ? ['TargetName'] : [])(row, cells);
};

const evidence: SheetReader = (row, cells) => {
  row.remark('file-not-in-file');
  row.entry({
    head: cell(cells, 'Evidence Description') || cell(cells, 'Evidence ID'),
    kind: 'note',
    tags: ['evidence'],
    fields: rest(cells, 'Evidence Description'),
  });
};

const recommendations: SheetReader = (row, cells) => {
  addTask(row, {
    head: cell(cells, 'Recommendations') || cell(cells, 'Finding/Issue'),
    status: ['Status', cell(cells, 'Status')],
    priority: ['Priority', cell(cells, 'Priority')],
    fields: rest(cells, 'Recommendations', 'Status', 'Priority'),
  });
};

const streams: SheetReader = (row, cells) => {
  addTask(row, {
    head: cell(cells, 'Request / Task'),
    status: ['CurrentStatus', cell(cells, 'CurrentStatus')],
    priority: ['Priority', cell(cells, 'Priority')],
    type: cell(cells, 'Work Stream'),
    owner: cell(cells, 'Assigned To'),
    fields: rest(
      cells,
      'Request / Task',
      'CurrentStatus',
      'Priority',
      'Work Stream',
      'Assigned To',
    ),
  });
};

/** A row of a sheet that has no reader, or without what its sheet is about: a note with all its cells. */
export function readKanvasNote(row: CaseRow, cells: Cells): void {
  row.note('', [...cells]);
}

/** Kanvas's sheets by the letters of their names. */
export const kanvasSheets: Readonly<Record<string, SheetReader>> = {
  timeline,
  systems,
  accounts,
  users: accounts,
  indicators,
  containmentisolation: containment,
  containment,
  recommendations,
  investigationstreams: streams,
  evidencetracker: evidence,
};
