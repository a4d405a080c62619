import type { Tlp } from '../../domain/incident.ts';
import { CaseBuilder, type CaseRow, type NamedField } from '../rescue/case-builder.ts';
import { type FileRecord, isRecord, listOf, recordOf, textOfValue } from '../rescue/field-value.ts';
import { indicatorTypeOf, splitIndicator, tlpOf } from '../../indicators/type-words.ts';
import type { RescueChoices, RescuedCase } from '../rescue/rescued-case.ts';
import { techniquesIn } from '../rescue/stage-words.ts';

/** A list in an answer in a list: no server wraps more often. */
const deepest = 4;

/** The events of a file in whatever they are wrapped: `{Event}`, `{response: […]}`, lists, a bare event. */
export function mispEvents(file: unknown, depth = 0): readonly FileRecord[] {
  if (depth > deepest) return [];
  if (Array.isArray(file)) return file.flatMap((one: unknown) => mispEvents(one, depth + 1));
  if (!isRecord(file)) return [];
  if (isRecord(file['Event'])) return [file['Event']];
  if (Array.isArray(file['Event'])) return mispEvents(file['Event'], depth + 1);
  if (file['response'] !== undefined) return mispEvents(file['response'], depth + 1);
  const isEvent = Array.isArray(file['Attribute']) || Array.isArray(file['Object']);
  return isEvent ? [file] : [];
}

/** What a file of MISP's is that holds no event; undefined when it is none of them. */
export function mispWithoutEvents(file: unknown): string | undefined {
  if (!isRecord(file)) return undefined;
  if (isRecord(file['exercise']) && Array.isArray(file['injects'])) return 'exercise';
  const values = Object.values(file).slice(0, 20);
  const isManifest =
    values.length > 0 &&
    values.every(
      (one) => isRecord(one) && isRecord(one['Orgc']) && typeof one['info'] === 'string',
    );
  return isManifest ? 'manifest' : undefined;
}

/** True for events of MISP, or attributes as its search gives them. */
export function isMisp(file: unknown): boolean {
  const events = mispEvents(file);
  return events.length > 0 && events.every((event) => 'Attribute' in event || 'info' in event);
}

/** Reads MISP events: attributes that are indicators as such, everything else as notes. */
export function readMisp(file: unknown, choices: RescueChoices): RescuedCase {
  const builder = new CaseBuilder('misp', file, choices);
  const events = mispEvents(file);
  const counts = new Map<string, number>();
  const open = (table: string): CaseRow => {
    const number = (counts.get(table) ?? 0) + 1;
    counts.set(table, number);
    return builder.row(table, number);
  };
  for (const event of events) readEvent(event, open);
  const [only] = events;
  const title = events.length === 1 && only !== undefined ? textOfValue(only['info']) : '';
  return builder.finish({ version: '', title: title.slice(0, 300) });
}

type EventFacts = {
  readonly origin: string;
  readonly tlp: Tlp | undefined;
};

const eventFields = ['date', 'threat_level_id', 'analysis', 'distribution', 'uuid'];

function readEvent(event: FileRecord, open: (table: string) => CaseRow): void {
  const row = open('Event');
  const tags = tagsOf(event);
  const info = textOfValue(event['info']);
  const organisation = textOfValue(recordOf(event['Orgc'])['name']);
  const facts: EventFacts = {
    origin: ['MISP', organisation, info]
      .filter((part) => part !== '')
      .join(', ')
      .slice(0, 1_000),
    tlp: tags.map(tlpOf).find((label) => label !== undefined),
  };
  const added = row.entry({
    head: info === '' ? 'MISP event' : info,
    kind: 'note',
    techniques: techniquesIn(tags.filter((tag) => tag.includes('mitre')).join(' ')),
    fields: [
      ...eventFields.map((name): NamedField => [name, event[name]]),
      ['organisation', organisation],
      ['tags', tags],
    ],
  });
  if (added !== undefined) row.remark('kept-as-note');
  for (const attribute of listOf(event['Attribute']))
    readAttribute(open('Attribute'), attribute, facts);
  for (const object of listOf(event['Object'])) {
    const fields = recordOf(object);
    const table = `Object ${textOfValue(fields['name'])}`.trim();
    for (const attribute of listOf(fields['Attribute']))
      readAttribute(open(table), attribute, facts);
  }
  for (const report of listOf(event['EventReport'])) {
    const fields = recordOf(report);
    open('EventReport').note(fields['name'], [['content', fields['content']]]);
  }
  for (const proposal of listOf(event['ShadowAttribute']))
    open('ShadowAttribute').note('', Object.entries(recordOf(proposal)));
  for (const related of listOf(event['RelatedEvent'])) {
    const { info: about, uuid } = recordOf(recordOf(related)['Event']);
    open('RelatedEvent').leave('of-the-format', textOfValue(about ?? uuid));
  }
}

/** References and remarks: they look like indicators and are none. */
const references: ReadonlySet<string> = new Set([
  'link',
  'comment',
  'text',
  'other',
  'port',
  'hex',
]);

function readAttribute(row: CaseRow, attribute: unknown, facts: EventFacts): void {
  if (!isRecord(attribute)) {
    row.leave('not-a-row');
    return;
  }
  if (attribute['deleted'] === true) {
    row.leave('history');
    return;
  }
  const word = textOfValue(attribute['type']);
  const value = textOfValue(attribute['value']);
  const tags = tagsOf(attribute);
  const said: NamedField[] = [
    ['category', attribute['category']],
    ['comment', attribute['comment']],
    ['relation', attribute['object_relation']],
    ['tags', tags],
  ];
  const parts = partsOf(word, value);
  const [first] = parts;
  const isKnown = first !== undefined && indicatorTypeOf(first.word, first.value).isKnown;
  if (value === '' || references.has(word) || !(isKnown || attribute['to_ids'] === true)) {
    row.note(word === '' ? value : `${word}: ${value}`, said);
    return;
  }
  const firstSeen = row.instant(attribute['first_seen'], { asks: false });
  const lastSeen = row.instant(attribute['last_seen'], { asks: false });
  for (const part of parts) {
    const note = row.lines([...said, ['with', part.note]]);
    row.indicator({
      value: part.value,
      typeWord: part.word,
      tlp: tags.map(tlpOf).find((label) => label !== undefined) ?? facts.tlp,
      firstSeen,
      lastSeen,
      techniques: techniquesIn(tags.filter((tag) => tag.includes('mitre')).join(' ')),
      origin: facts.origin,
      note,
    });
  }
}

/** MISP's types of two values; what a registry key holds stays beside it. */
function partsOf(word: string, value: string): ReturnType<typeof splitIndicator> {
  if (word !== 'regkey|value') return splitIndicator(word, value);
  const at = value.indexOf('|');
  return at < 0
    ? [{ word: 'regkey', value, note: '' }]
    : [{ word: 'regkey', value: value.slice(0, at), note: value.slice(at + 1) }];
}

function tagsOf(fields: FileRecord): readonly string[] {
  return listOf(fields['Tag']).map((tag) => textOfValue(isRecord(tag) ? tag['name'] : tag));
}
