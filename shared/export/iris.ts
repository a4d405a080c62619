import { findTactic, findTechnique } from '../catalogue/attack-catalogue.ts';
import type { DecisionFields } from '../domain/decision.ts';
import { foldName } from '../domain/fold-name.ts';
import type { IndicatorFields } from '../domain/indicator.ts';
import { programCsv } from './csv-text.ts';
import type { ExportCase, ExportEntry, ExportRecord } from './export-case.ts';
import type { Cell, ExportFile } from './export-file.ts';

/** Types of indicator as DFIR-IRIS names them, which are MISP's. */
const indicatorTypes: Readonly<Record<NonNullable<IndicatorFields['type']>, string>> = {
  ipv4: 'ip-any',
  ipv6: 'ip-any',
  'ip-range': 'ip-any',
  domain: 'domain',
  url: 'url',
  email: 'email',
  md5: 'md5',
  sha1: 'sha1',
  sha256: 'sha256',
  sha512: 'sha512',
  cve: 'vulnerability',
  'file-name': 'filename',
  'file-path': 'file-path',
  'registry-key': 'regkey',
  mutex: 'mutex',
  'user-agent': 'user-agent',
  mac: 'mac-address',
  asn: 'AS',
  bitcoin: 'btc',
  technique: 'other',
  behaviour: 'other',
  other: 'other',
};

/** Categories of events in DFIR-IRIS that are names of tactics. */
const tacticCategories: ReadonlySet<string> = new Set([
  'Initial Access',
  'Execution',
  'Persistence',
  'Privilege Escalation',
  'Defense Evasion',
  'Credential Access',
  'Discovery',
  'Lateral Movement',
  'Collection',
  'Command and Control',
  'Exfiltration',
  'Impact',
]);

/** Names that tactics had before ATT&CK v19 split them. */
const olderTactics: Readonly<Record<string, string>> = {
  Stealth: 'Defense Evasion',
  'Defense Impairment': 'Defense Evasion',
};

const longestTitle = 200;

/**
 * The three CSV files that a case of DFIR-IRIS takes in: assets, indicators, events.
 *
 * IRIS compares the first line with its own, takes a line end for the end of a record even between quotes, refuses
 * an event without a title, and splits lists at `|` (tags, indicators) and `;` (assets): such signs give way within
 * a name (case_timeline_routes.py and its kin in dfir-iris/iris-web).
 */
export function writeIris(content: ExportCase): readonly ExportFile[] {
  const assets = assetsOf(content);
  return [
    csvFile('iris-assets.csv', assetColumns, [...assets.rows.values()]),
    csvFile(
      'iris-iocs.csv',
      ['ioc_value', 'ioc_type', 'ioc_description', 'ioc_tags', 'ioc_tlp'],
      content.indicators.flatMap(indicatorRow),
    ),
    csvFile('iris-events.csv', eventColumns, [
      ...content.entries.flatMap((entry) => eventRow(entry, content, assets.nameOf)),
      ...content.decisions.flatMap((decision) => decisionRow(decision, content)),
    ]),
  ];
}

function csvFile(
  name: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): ExportFile {
  return { name, text: programCsv({ columns, rows: rows.map((row) => row.map(oneLine)) }) };
}

// oxlint-disable-next-line no-control-regex -- these end a line in Python
const lineEnds = /\s*(?:\r\n|[\n\r\v\f\u001C-\u001E\u0085\u2028\u2029])+\s*/g;

/** In one line, as Python's `splitlines` sees lines. */
function oneLine(text: string): Cell {
  return text.replaceAll(lineEnds, ' / ').trim();
}

function listItem(text: string): string {
  return text.replaceAll(/[|;,]/g, ' ').trim();
}

function tagList(tags: readonly string[]): string {
  return tags
    .map(listItem)
    .filter((tag) => tag !== '')
    .join('|');
}

const assetColumns = [
  'asset_name',
  'asset_type_name',
  'asset_description',
  'asset_ip',
  'asset_domain',
  'asset_tags',
];

/** What the words of the register say of the kind of machine, the first that fits. */
const assetTypes: readonly (readonly [RegExp, string])[] = [
  [/fire\s?wall|ファイアウォール|utm/i, 'Firewall'],
  [/\bwaf\b/i, 'WAF'],
  [/\bvpn\b/i, 'VPN'],
  [/router|ルーター/i, 'Router'],
  [/switch|スイッチ/i, 'Switch'],
  [/android/i, 'Phone - Android'],
  [/ios\b|iphone|ipad/i, 'Phone - IOS'],
  [/mac\s?os|macbook/i, 'Mac - Computer'],
  [/(?:linux|unix|ubuntu|debian|red ?hat|centos)[^]*(?:server|サーバ)/i, 'Linux - Server'],
  [/linux|unix|ubuntu|debian|red ?hat|centos/i, 'Linux - Computer'],
  [/server|サーバ/i, 'Windows - Server'],
];

/** IRIS has no type "unknown": what the register does not say becomes a Windows computer, and a tag says so. */
const guessedType = 'Windows - Computer';

/** The assets of a case, and the name under which one is found: IRIS knows it by just that spelling. */
function assetsOf({ systems, accounts, entries }: ExportCase): {
  readonly rows: ReadonlyMap<string, readonly string[]>;
  readonly nameOf: (written: string) => string;
} {
  const rows = new Map<string, readonly string[]>();
  const aliasOf = new Map<string, string>();
  const add = (name: string, row: readonly string[]): void => {
    const key = foldName(listItem(name));
    if (key !== '' && !rows.has(key) && !aliasOf.has(key)) rows.set(key, [listItem(name), ...row]);
  };
  for (const {
    name = '',
    aliases = [],
    type = '',
    role = '',
    os = '',
    state,
    note = '',
  } of systems) {
    const about = [os, type, role, name].join(' ');
    const known = assetTypes.find(([pattern]) => pattern.test(about))?.[1];
    const isWindows = /windows/i.test(about);
    const description = [role, note].filter((text) => text !== '').join(' / ');
    const tags = [
      ...(state === undefined ? [] : [state.value]),
      ...(known === undefined && !isWindows ? ['type-guessed'] : []),
    ];
    const addresses = aliases.filter((alias) => /^[\da-f.:]+$/i.test(alias)).join(' ');
    add(name, [known ?? guessedType, description, addresses, '', tagList(tags)]);
    for (const alias of aliases) aliasOf.set(foldName(listItem(alias)), listItem(name));
  }
  for (const { name = '', domain = '', type = '', note = '' } of accounts)
    add(name, ['Account', [type, note].filter((text) => text !== '').join(' / '), '', domain, '']);
  // An event may only name what is an asset of the case.
  for (const { hosts, accounts: names } of entries) {
    for (const host of hosts) add(host, [guessedType, '', '', '', 'type-guessed']);
    for (const account of names) add(account, ['Account', '', '', '', '']);
  }
  const nameOf = (written: string): string => {
    const key = foldName(listItem(written));
    return rows.get(key)?.[0] ?? aliasOf.get(key) ?? '';
  };
  return { rows, nameOf };
}

function indicatorRow({
  type = 'other',
  value,
  note = '',
  origin = '',
  stages = [],
  state,
  label,
}: ExportRecord<IndicatorFields>): readonly (readonly string[])[] {
  if (value === undefined) return [];
  const description = [note, origin].filter((text) => text !== '').join(' / ');
  const tags = tagList([...stages, ...(state === undefined ? [] : [state])]);
  return [[value, indicatorTypes[type], description, tags, label.toLowerCase()]];
}

const eventColumns = [
  'event_date',
  'event_tz',
  'event_title',
  'event_category',
  'event_content',
  'event_raw',
  'event_source',
  'event_assets',
  'event_iocs',
  'event_tags',
];

function eventRow(
  entry: ExportEntry,
  content: ExportCase,
  assetOf: (written: string) => string,
): readonly (readonly string[])[] {
  const utc = entry.correctedUtc ?? entry.at.utc;
  if (utc === null) return [];
  const first = entry.text.split(/\r?\n/).find((line) => oneLine(line) !== '');
  const indicators = content.indicators.flatMap(({ entries, value }) =>
    value !== undefined && entries?.includes(entry.id) === true ? [value] : [],
  );
  const source =
    content.sources.find(({ id }) => id === entry.source)?.name ?? entry.logSource ?? '';
  return [
    [
      new Date(utc).toISOString().slice(0, 23),
      '+00:00',
      [...(first ?? `entry ${entry.seq}`)].slice(0, longestTitle).join(''),
      categoryOf(entry),
      entry.text,
      entry.rows.map(({ text }) => text).join(' / '),
      source,
      [...new Set([...entry.hosts, ...entry.accounts].map(assetOf))].filter(Boolean).join(';'),
      indicators.filter((value) => !value.includes('|')).join('|'),
      tagList([...entry.techniques, ...entry.stages, ...entry.tags, `entry ${entry.seq}`]),
    ],
  ];
}

/** A decision as an event at the time when it was approved; one that an entry tells of is an event already. */
function decisionRow(
  {
    id,
    entry,
    question = '',
    chosen,
    approvedBy = '',
    approved,
    executed,
    asked,
  }: ExportRecord<DecisionFields>,
  { entries }: ExportCase,
): readonly (readonly string[])[] {
  const utc = (approved ?? executed ?? asked)?.utc;
  if (utc == null || entries.some((each) => each.id === entry)) return [];
  const title = chosen == null ? question : `${question} ${chosen.text}`;
  const content = [question, chosen?.text ?? '', chosen?.because ?? '', approvedBy];
  return [
    [
      new Date(utc).toISOString().slice(0, 23),
      '+00:00',
      [...title].slice(0, longestTitle).join(''),
      chosen == null ? 'Unspecified' : 'Remediation',
      content.filter((text) => text !== '').join(' / '),
      '',
      '',
      '',
      '',
      tagList(['decision', `decision ${id.slice(0, 8)}`]),
    ],
  ];
}

function categoryOf({ kind, techniques, stages }: ExportEntry): string {
  if (kind === 'response') return 'Remediation';
  for (const id of techniques) {
    const technique = findTechnique(id);
    for (const short of technique?.tactics ?? []) {
      const name = findTactic(short, technique?.domain ?? 'enterprise-attack')?.name.en ?? '';
      const category = olderTactics[name] ?? name;
      if (tacticCategories.has(category)) return category;
    }
  }
  return stages.includes('command-and-control') ? 'Command and Control' : 'Unspecified';
}
