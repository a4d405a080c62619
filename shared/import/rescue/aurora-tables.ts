import type { AssetFields } from '../../domain/system.ts';
import { type CaseRow, longest, type NamedField } from './case-builder.ts';
import {
  type FileRecord,
  flagOf,
  nameKey,
  recordOf,
  textOfValue,
  ownValue,
} from './field-value.ts';
import { addTask } from './rescued-task.ts';
import { stageOfKillChainWord, techniquesIn } from './stage-words.ts';

/** Reads one row of a table; the names are those of Aurora's list of systems. */
type TableReader = (row: CaseRow, fields: FileRecord, systems: ReadonlySet<string>) => void;

const ownFields: ReadonlySet<string> = new Set(['recid', 'w2ui']);

function pick(fields: FileRecord, ...names: readonly string[]): readonly NamedField[] {
  return names.map((name) => [name, fields[name]]);
}

/** A tick box; a text in it says that the row came from a CSV file. */
function flag(row: CaseRow, fields: FileRecord, name: string): boolean {
  const value = flagOf(fields[name]);
  if (typeof fields[name] === 'string' && fields[name].trim() !== '') row.remark('text-flag', name);
  return value === true;
}

/** Names of systems in a row; one that is not on Aurora's list is taken all the same. */
function hostsOf(
  row: CaseRow,
  systems: ReadonlySet<string>,
  values: readonly unknown[],
): readonly string[] {
  const hosts = values.map((value) => row.name(value)).filter((name) => name !== '');
  for (const host of hosts) if (!systems.has(nameKey(host))) row.remark('name-not-listed', host);
  return hosts;
}

const timeline: TableReader = (row, fields, systems) => {
  const { event_host: host, event_source_host: remote, direction, killchain } = fields;
  const hosts = hostsOf(row, systems, [host, remote]);
  const arrow = textOfValue(direction);
  const word = textOfValue(killchain);
  const stage = stageOfKillChainWord(word);
  if (word !== '' && stage === undefined) row.remark('word-kept-in-note', row.text(word, 50));
  const isArrow = (arrow === '->' || arrow === '<-') && hosts.length === 2;
  const techniques = techniquesOf(fields['mitre_attack']);
  row.entry({
    head: fields['event_data'],
    at: row.time(fields['date_time']),
    stages: stage === undefined ? [] : [stage],
    techniques,
    hosts,
    tags: flag(row, fields, 'followup') ? ['followup'] : [],
    fields: [
      ...pick(fields, 'event_type'),
      ['direction', isArrow ? hosts.join(` ${arrow} `) : direction],
      ...(stage === undefined ? pick(fields, 'killchain') : []),
      ...(techniques.length === 0 ? pick(fields, 'mitre_attack') : []),
      ...pick(fields, 'notes', 'attribution', 'owner', 'pyramid_pain'),
    ],
  });
};

/** `"T1059"`, or as before version 8 of the fork `{id, text}`. */
function techniquesOf(value: unknown): readonly string[] {
  const parts = Array.isArray(value) ? value.slice(0, 100) : [value];
  return techniquesIn(
    parts.map((part) => `${textOfValue(recordOf(part)['id'])} ${textOfValue(part)}`).join(' '),
  );
}

const verdicts: Readonly<Record<string, NonNullable<AssetFields['state']>['value']>> = {
  infected: 'compromised',
  accessed: 'compromised',
  clean: 'cleared',
};

const investigated: TableReader = (row, fields, systems) => {
  const [name] = hostsOf(row, systems, [fields['hostname']]);
  const note = row.lines(
    pick(
      fields,
      'verdict',
      'summary',
      'first_compromise',
      'analysis_required',
      'analysis_status',
      'analyst',
      'report_status',
      'date_added',
      'date_updated',
    ),
  );
  if (name === undefined) return row.note('', [['investigated_systems', note]]);
  const word = textOfValue(fields['verdict']);
  const state = ownValue(verdicts, word.toLowerCase());
  if (state !== undefined && !/^[A-Z]/.test(word)) row.remark('word-reworded', word);
  if (word.toLowerCase() === 'accessed') row.remark('state-from-verdict', word);
  if (word !== '' && state === undefined) row.remark('word-kept-in-note', row.text(word, 50));
  flag(row, fields, 'analysis_required');
  const because = row.text(fields['summary'], longest.because);
  row.system(name, { note, ...(state !== undefined && { state: { value: state, because } }) });
};

const systems: TableReader = (row, fields) => {
  const aliases = row
    .text(fields['ip'], longest.note)
    .split(/[\s,;]+/)
    .map((alias) => row.name(alias))
    .filter((alias) => alias !== '');
  const own = row.name(fields['text']);
  const name = own === '' ? (aliases[0] ?? '') : own;
  if (own === '' && name !== '') row.remark('name-from-address', name);
  const type = row.text(fields['system_type'], longest.field);
  flag(row, fields, 'pin');
  if (name === '') return readAuroraNote(row, fields);
  row.system(name, {
    aliases,
    type,
    os: row.text(fields['os'], longest.field),
    owner: row.text(fields['owner'], longest.field),
    adversary: type.toLowerCase() === 'attacker infra',
    note: row.text(fields['description'], longest.note),
  });
};

const malware: TableReader = (row, fields, names) => {
  const note = row.lines(
    pick(fields, 'creation_date', 'modification_date', 'vt', 'attribution', 'notes', 'date_added'),
  );
  const hosts = hostsOf(row, names, [fields['hostname']]);
  const name = row.text(fields['text'], longest.value);
  const path = row.text(fields['path_on_disk'], longest.value);
  const hash = row.text(fields['md5'], longest.value);
  if (name === '' && path === '' && hash === '') return readAuroraNote(row, fields);
  const about = row.lines([
    ['file', name],
    ['path_on_disk', path],
    ['hash', hash],
  ]);
  const shared = { systems: hosts, note: [about, note].filter((part) => part !== '').join('\n') };
  row.indicator({ ...shared, value: name, typeWord: 'filename' });
  row.indicator({ ...shared, value: path, typeWord: 'filepath' });
  row.indicator({ ...shared, value: hash, typeWord: 'hash' });
};

const accounts: TableReader = (row, fields) => {
  const note = row.lines(pick(fields, 'context', 'last_activity', 'attribution', 'date_added'));
  const sid = row.text(fields['sid'], longest.field);
  const own = row.name(fields['account_name']);
  const name = own === '' ? row.name(sid) : own;
  if (name === '') return readAuroraNote(row, fields);
  row.account(name, {
    domain: row.text(fields['domain'], longest.field),
    sid,
    privileges: row.text(fields['privileges'], longest.field),
    // The table's name is the verdict: nobody is in it for another reason.
    state: { value: 'compromised', because: row.text(fields['context'], longest.because) },
    note,
  });
};

const network: TableReader = (row, fields) => {
  const note = row.lines(
    pick(
      fields,
      'port',
      'context',
      'last_activity',
      'malware',
      'whois',
      'attribution',
      'date_added',
    ),
  );
  const ip = row.text(fields['ip'], longest.value);
  const name = row.text(fields['domainname'], longest.value);
  if (ip === '' && name === '') return readAuroraNote(row, fields);
  const lastSeen =
    textOfValue(fields['last_activity']) === ''
      ? undefined
      : row.instant(fields['last_activity'], { asks: false });
  row.indicator({ value: ip, typeWord: 'ip', lastSeen, note });
  row.indicator({ value: name, typeWord: 'domain', lastSeen, note });
};

const exfiltration: TableReader = (row, fields, names) => {
  const { exfiltime, created, filename } = fields;
  const places = ['stagingsystem', 'original', 'exfil_to'] as const;
  const hosts = hostsOf(
    row,
    names,
    places.map((place) => fields[place]),
  );
  if (
    hosts.length === 0 &&
    [filename, fields['contents'], fields['notes'], fields['context']].every(
      (value) => textOfValue(value) === '',
    )
  )
    return row.leave('empty-row');
  row.remark('stage-from-tactic', 'Exfiltration');
  row.entry({
    head: filename,
    kind: 'adversary',
    at: row.time(exfiltime),
    stages: ['actions-on-objectives'],
    hosts,
    tags: ['guessed-stage'],
    fields: [
      ...pick(fields, ...places, 'size', 'contents', 'notes', 'context', 'attribution'),
      ['created', created],
    ],
  });
};

const osint: TableReader = (row, fields) => {
  const { text, url, desc } = fields;
  if (textOfValue(url) === '' && textOfValue(desc) === '')
    return row.leave(textOfValue(text) === '' ? 'empty-row' : 'copied-from-systems');
  row.entry({ head: text, kind: 'note', fields: pick(fields, 'url', 'desc') });
};

const evidence: TableReader = (row, fields) => {
  const names = ['type', 'description', 'size', 'hash', 'provider', 'location'] as const;
  if ([fields['name'], ...names.map((name) => fields[name])].every((v) => textOfValue(v) === ''))
    return row.leave('empty-row');
  row.remark('file-not-in-file');
  row.entry({
    head: fields['name'],
    kind: 'note',
    at: row.time(fields['date_acquired']),
    tags: ['evidence'],
    fields: pick(fields, ...names),
  });
};

const actions: TableReader = (row, fields) =>
  addTask(row, {
    head: fields['task'],
    status: ['status', fields['status']],
    type: fields['task_type'],
    owner: fields['owner'],
    ...(textOfValue(fields['date_due']) !== '' && { due: ['date_due', fields['date_due']] }),
    fields: pick(fields, 'date_added'),
  });

const casenotes: TableReader = (row, fields) => {
  if (textOfValue(fields['note']) === '') return row.leave('empty-row');
  row.entry({
    head: fields['note'],
    kind: 'note',
    at: row.time(fields['date_added']),
    fields: pick(fields, 'owner'),
  });
};

const investigators: TableReader = (row, fields) => {
  row.entry({
    head: fields['full_name'],
    kind: 'note',
    fields: pick(
      fields,
      'text',
      'affiliation',
      'role',
      'contact_email',
      'contact_phone',
      'contact_other',
    ),
  });
};

/** A row of a table that has no reader, or without what its table is about: a note with all its fields. */
export function readAuroraNote(row: CaseRow, fields: FileRecord): void {
  const named = Object.entries(fields).filter(([name]) => !ownFields.has(name));
  const time = ['date_time', 'timestamp', 'date', 'time'].find(
    (name) => textOfValue(fields[name]) !== '',
  );
  row.note('', named, time === undefined ? undefined : row.time(fields[time]));
}

/** Aurora's tables, by the names in its files. */
export const auroraTables: Readonly<Record<string, TableReader>> = {
  timeline,
  investigated_systems: investigated,
  systems,
  malware,
  compromised_accounts: accounts,
  network_indicators: network,
  exfiltration,
  osint,
  evidence,
  actions,
  casenotes,
  investigators,
};
