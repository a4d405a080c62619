import { findTechnique } from '../catalogue/attack-catalogue.ts';
import { stageById } from '../catalogue/kill-chain.ts';
import type { Tlp } from '../domain/incident.ts';
import type { IndicatorFields } from '../domain/indicator.ts';
import { isStageId } from '../domain/kill-chain.ts';
import { escapeMarkdown } from '../report/markdown-text.ts';
import type { ExportCase, ExportRecord } from './export-case.ts';
import type { ExportFile, ExportPorts } from './export-file.ts';
import { recordUuid } from './name-uuid.ts';
import { stableJson } from './stable-json.ts';
import { utcMs } from './stix/stix-times.ts';

type Indicator = ExportRecord<IndicatorFields>;
type AttributeType = {
  readonly type: string;
  readonly category: string;
  readonly detects: boolean;
};

const network = 'Network activity';
const payload = 'Payload delivery';

/** Types and categories as MISP's describeTypes lists them; `detects` is its own default for `to_ids`. */
const attributeTypes: Readonly<Record<NonNullable<Indicator['type']>, AttributeType>> = {
  ipv4: { type: 'ip-dst', category: network, detects: true },
  ipv6: { type: 'ip-dst', category: network, detects: true },
  'ip-range': { type: 'ip-dst', category: network, detects: true },
  domain: { type: 'domain', category: network, detects: true },
  url: { type: 'url', category: network, detects: true },
  email: { type: 'email-src', category: payload, detects: true },
  md5: { type: 'md5', category: payload, detects: true },
  sha1: { type: 'sha1', category: payload, detects: true },
  sha256: { type: 'sha256', category: payload, detects: true },
  sha512: { type: 'sha512', category: payload, detects: true },
  cve: { type: 'vulnerability', category: 'External analysis', detects: false },
  'file-name': { type: 'filename', category: payload, detects: true },
  'file-path': { type: 'filename', category: payload, detects: true },
  'registry-key': { type: 'regkey', category: 'Persistence mechanism', detects: true },
  mutex: { type: 'mutex', category: 'Artifacts dropped', detects: true },
  'user-agent': { type: 'user-agent', category: network, detects: false },
  mac: { type: 'mac-address', category: network, detects: false },
  asn: { type: 'AS', category: network, detects: false },
  bitcoin: { type: 'btc', category: 'Financial fraud', detects: true },
  technique: { type: 'text', category: 'External analysis', detects: false },
  behaviour: { type: 'text', category: 'Other', detects: false },
  other: { type: 'text', category: 'Other', detects: false },
};

/** Stages in which the attacker comes to us; in all others our machines go to the attacker's. */
const incomingStages: ReadonlySet<string> = new Set(['reconnaissance', 'delivery', 'exploitation']);

/** How far MISP may pass an event on: our organisation, this community, everyone. */
const distributions: Readonly<Record<Tlp, string>> = {
  CLEAR: '3',
  GREEN: '1',
  AMBER: '0',
  'AMBER+STRICT': '0',
  RED: '0',
};

/** Longest `info` of an event, which is one line (MISP core format, 2.2.1.3). */
const longestInfo = 256;

/**
 * A case as a MISP event (MISP core format, RFC draft "misp-core-format"): indicators as attributes, the
 * timeline as an event report, stages and techniques as tags.
 */
export function writeMisp(content: ExportCase, { sha1Hex }: ExportPorts): readonly ExportFile[] {
  const uuid = (...words: readonly string[]): string =>
    recordUuid(content.notebook, words, sha1Hex);
  const { title, status, exercise } = content.incident;
  const info = (title ?? `Incident ${content.notebook.slice(0, 8)}`).replaceAll(/\s+/g, ' ');
  const event = {
    uuid: uuid('misp-event'),
    info: info.slice(0, longestInfo),
    date: (firstTime(content) ?? content.created).slice(0, 10),
    timestamp: seconds(content.modified),
    publish_timestamp: '0',
    published: false,
    analysis: status === 'closed' ? '2' : status === 'contained' ? '1' : '0',
    // 4 is "undefined": how bad it is for the reader, the writer cannot know.
    threat_level_id: '4',
    distribution: distributions[content.label],
    sharing_group_id: '0',
    Attribute: attributesOf(content.indicators, uuid),
    EventReport: reportsOf(content, uuid),
    Tag: tags([
      tlpTag(content.label),
      ...content.entries.flatMap(({ stages }) => stages.flatMap(stageTag)),
      ...content.entries.flatMap(({ techniques }) => techniques.map(techniqueTag)),
      ...(exercise === true ? ['exercise'] : []),
    ]),
  };
  return [{ name: 'misp-event.json', text: stableJson({ Event: event }) }];
}

function seconds(utc: string): string {
  return String(Math.floor(Date.parse(utc) / 1000));
}

function firstTime({ entries }: ExportCase): string | undefined {
  return entries.map(({ at }) => at.utc).filter((utc) => utc !== null)[0];
}

function tlpTag(label: Tlp): string {
  return `tlp:${label.toLowerCase()}`;
}

function stageTag(stage: string): readonly string[] {
  return isStageId(stage) ? [stageById(stage).mispTag] : [];
}

function techniqueTag(id: string): string {
  const technique = findTechnique(id);
  const galaxy =
    technique?.domain === 'ics-attack' ? 'mitre-ics-techniques' : 'mitre-attack-pattern';
  const name = technique === undefined ? id : `${technique.name} - ${technique.id}`;
  return `misp-galaxy:${galaxy}="${name}"`;
}

function tags(names: readonly string[]): readonly { readonly name: string }[] {
  return [...new Set(names)].map((name) => ({ name }));
}

/** MISP refuses the same value twice in one event: the first stands, with the sum of what is said of it. */
function attributesOf(
  indicators: readonly Indicator[],
  uuid: (...words: readonly string[]) => string,
): readonly object[] {
  const byValue = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    if (indicator.value === undefined) continue;
    const { type } = typeOf(indicator);
    const key = `${type} ${indicator.value}`;
    byValue.set(key, [...(byValue.get(key) ?? []), indicator]);
  }
  return [...byValue.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [attribute(first, same, uuid)];
  });
}

function typeOf({ type = 'other', value = '', stages = [] }: Indicator): AttributeType {
  const named = attributeTypes[type];
  // A range by its two ends is no address in MISP.
  if (type === 'ip-range' && !value.includes('/')) return attributeTypes.other;
  const isIncoming = stages.some((stage) => incomingStages.has(stage));
  return named.type === 'ip-dst' && isIncoming ? { ...named, type: 'ip-src' } : named;
}

function attribute(
  first: Indicator,
  same: readonly Indicator[],
  uuid: (...words: readonly string[]) => string,
): object {
  const { type, category, detects } = typeOf(first);
  const isSure = same.some(
    ({ state, confidence }) =>
      state === 'confirmed' ||
      state === 'shared' ||
      state === 'blocked' ||
      confidence === 'confirmed' ||
      confidence === 'probable',
  );
  const comments = same.flatMap(({ note, origin }) => [note, origin]);
  const labels = same.map(({ label }) => tlpTag(label));
  return {
    uuid: uuid('misp-attribute', first.id),
    type,
    category,
    value: first.value,
    to_ids: detects && isSure,
    comment: [...new Set(comments.filter((text) => text !== undefined && text !== ''))].join('\n'),
    // 5 is "as the event".
    distribution: '5',
    disable_correlation: false,
    timestamp: seconds(
      same
        .map(({ modified }) => modified)
        .toSorted()
        .at(-1) ?? first.modified,
    ),
    ...(first.firstSeen != null && { first_seen: utcMs(first.firstSeen) }),
    ...(first.lastSeen != null && { last_seen: utcMs(first.lastSeen) }),
    Tag: tags([
      ...labels,
      ...same.flatMap(({ stages = [] }) => stages.flatMap(stageTag)),
      ...same.flatMap(({ techniques = [] }) => techniques.map(techniqueTag)),
    ]),
  };
}

function reportsOf(
  { entries, modified }: ExportCase,
  uuid: (...words: readonly string[]) => string,
): readonly object[] {
  if (entries.length === 0) return [];
  const lines = entries.map(({ seq, at, correctedUtc, kind, text, techniques }) => {
    const words = escapeMarkdown(text.replaceAll(/\s+/g, ' ').trim());
    const time = correctedUtc ?? at.utc ?? '-';
    const more = techniques.length === 0 ? '' : ` (${techniques.join(', ')})`;
    return `- **${time}** [${seq}] ${kind}: ${words}${more}`;
  });
  return [
    {
      uuid: uuid('misp-event-report'),
      name: 'Timeline (UTC)',
      content: `${lines.join('\n')}\n`,
      distribution: '5',
      sharing_group_id: '0',
      timestamp: seconds(modified),
      deleted: false,
    },
  ];
}
