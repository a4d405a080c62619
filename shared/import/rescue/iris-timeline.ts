import type { EntryKind } from '../../domain/entry-kind.ts';
import type { EntryTime } from '../../domain/time/entry-time.ts';
import type { CaseRow, NamedField } from './case-builder.ts';
import {
  type FileRecord,
  flagOf,
  listOf,
  nameKey,
  recordOf,
  textOfValue,
  ownValue,
} from './field-value.ts';
import { type IrisNames, readIrisIoc } from './iris-tables.ts';
import { stageOfTactic, techniquesIn } from './stage-words.ts';

const kindOfCategory: Readonly<Record<string, EntryKind>> = { remediation: 'response' };
/** Categories that are no tactic. */
const plainCategories: ReadonlySet<string> = new Set([
  '',
  'unspecified',
  'legitimate',
  'remediation',
]);

export function readIrisEvent(row: CaseRow, fields: FileRecord, names: IrisNames): void {
  const category =
    textOfValue(fields['category']) ||
    textOfValue(fields['category_name']) ||
    textOfValue(recordOf(fields['event_category'])['name']);
  const isPlain = plainCategories.has(category.toLowerCase());
  const stage = isPlain ? undefined : stageOfTactic(category);
  if (stage !== undefined) row.remark('stage-from-tactic', row.text(category, 50));
  else if (!isPlain) row.remark('word-kept-in-note', row.text(category, 50));
  const content = textOfValue(fields['event_content']);
  if (content.includes('/datastore/file/view/')) row.remark('picture-not-in-file');
  const mentioned = listOf(fields['assets']).map((asset) => assetName(row, asset, names));
  const accounts = mentioned.filter((name) => names.accounts.has(nameKey(name)));
  const hosts = mentioned.filter((name) => !accounts.includes(name));
  const tags = textOfValue(fields['event_tags'])
    .split(/[,;|]/)
    .map((tag) => tag.trim());
  const entry = row.entry({
    head: [textOfValue(fields['event_title']), content].filter((part) => part !== '').join('\n\n'),
    kind: ownValue(kindOfCategory, category.toLowerCase()) ?? 'observation',
    at: timeOf(row, fields),
    stages: stage === undefined ? [] : [stage],
    techniques: techniquesIn(textOfValue(fields['event_tags'])),
    hosts,
    accounts,
    tags: [...tags, ...(stage === undefined ? [] : ['guessed-stage'])],
    starred: flagOf(fields['event_is_flagged']) === true,
    fields: restOf(fields, category),
  });
  if (entry === undefined) return;
  for (const ioc of listOf(fields['iocs'])) {
    const named = typeof ioc === 'string' ? { ioc_value: ioc } : recordOf(ioc);
    readIrisIoc(row, named, { entries: [entry] });
  }
}

function restOf(fields: FileRecord, category: string): readonly NamedField[] {
  return [
    ['category', category],
    ...[
      'event_raw',
      'event_source',
      'last_edited_by',
      'user',
      'event_comments',
      'custom_attributes',
    ].map((name): NamedField => [name, fields[name]]),
  ];
}

/** `HOST (type)` in an export, an object in other answers. */
function assetName(row: CaseRow, asset: unknown, names: IrisNames): string {
  const fields = recordOf(asset);
  const shown = textOfValue(fields['asset_name'] ?? fields['name'] ?? asset);
  const known = names.assets.get(nameKey(shown));
  if (known !== undefined) return known;
  const name = shown.replace(/\s\([^()]*\)$/, '');
  row.remark('name-not-listed', row.text(name, 80));
  return name;
}

const offset = /^[+-]\d{2}:?\d{2}$/;

/**
 * The instant of an event, shown in the zone of the event.
 *
 * Where the two dates contradict each other the one in UTC holds, and the row says so. Without a zone
 * nobody knows whether the file was written by a version that means UTC: then it has to be asked.
 */
function timeOf(row: CaseRow, fields: FileRecord): EntryTime {
  const zone = textOfValue(fields['event_tz']);
  const date = textOfValue(fields['event_date']);
  if (!offset.test(zone) || date === '') return row.time(date || fields['event_date_wtz']);
  const utc = row.time(date, { zone: 'UTC' });
  const local = textOfValue(fields['event_date_wtz']);
  if (local === '' || utc.utc === null) return utc;
  const zoned = row.time(`${local}${zone}`);
  if (zoned.utc === null) return utc;
  if (zoned.utc === utc.utc) return { ...zoned, text: row.text(`${local} ${zone}`, 100) };
  row.remark('times-contradict', `${date} ${local} ${zone}`);
  return utc;
}
