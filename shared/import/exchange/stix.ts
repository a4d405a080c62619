import { tlpOf } from '../../indicators/type-words.ts';
import { CaseBuilder, type CaseRow, type NamedField } from '../rescue/case-builder.ts';
import { type FileRecord, isRecord, listOf, recordOf, textOfValue } from '../rescue/field-value.ts';
import type { RescueChoices, RescuedCase, RescueFormat } from '../rescue/rescued-case.ts';
import { stageOfKillChainWord, stageOfTactic, techniquesIn } from '../rescue/stage-words.ts';
import type { StageId } from '../../domain/kill-chain.ts';
import type { Tlp } from '../../domain/incident.ts';
import { readStixPattern, typeWordOf } from './stix-pattern.ts';

/** The marking definitions of TLP 1.0 (STIX 2.1, 7.2.1.4) and of TLP 2.0 (OASIS, 2022) by their ids. */
const markings: Readonly<Record<string, Tlp>> = {
  'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9': 'CLEAR',
  'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da': 'GREEN',
  'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82': 'AMBER',
  'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed': 'RED',
  'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487': 'CLEAR',
  'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb': 'GREEN',
  'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421': 'AMBER',
  'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003': 'AMBER+STRICT',
  'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1': 'RED',
};

/** Objects by which a bundle marks and explains itself. */
const ofTheFormat: ReadonlySet<string> = new Set([
  'marking-definition',
  'extension-definition',
  'language-content',
  'x-mitre-matrix',
  'x-mitre-tactic',
]);

/** True for a STIX 2 bundle, or a single object of one. */
export function isStix(file: unknown): boolean {
  if (!isRecord(file)) return false;
  if (file['type'] === 'bundle') return true;
  return (
    typeof file['spec_version'] === 'string' &&
    /^[a-z0-9-]+--[0-9a-f-]{36}$/.test(textOfValue(file['id']))
  );
}

/** True for a bundle that draws an attack flow. */
export function isAttackFlowBundle(file: unknown): boolean {
  return isStix(file) && objectsOf(file).some((one) => recordOf(one)['type'] === 'attack-flow');
}

/** The objects of a bundle; a bundle may be in a bundle, as feeds have it. */
export function objectsOf(file: unknown): readonly unknown[] {
  const objects = recordOf(file)['objects'];
  if (objects === undefined) return isRecord(file) && file['type'] !== 'bundle' ? [file] : [];
  return listOf(objects);
}

/** Reads a STIX bundle: indicators and observables as indicators, everything else as notes with its relations. */
export function readStix(file: unknown, choices: RescueChoices): RescuedCase {
  return readObjects('stix', file, objectsOf(file), choices);
}

/** What the reader of one object may ask about the others. */
type Bundle = {
  readonly nameOf: (id: unknown) => string;
  readonly relationsOf: (id: unknown) => readonly NamedField[];
  readonly has: (id: unknown) => boolean;
  readonly tlpOf: (object: FileRecord) => Tlp | undefined;
};

/** Reads objects in the form of STIX, whichever file they come from. */
export function readObjects(
  format: RescueFormat,
  file: unknown,
  objects: readonly unknown[],
  choices: RescueChoices,
): RescuedCase {
  const builder = new CaseBuilder(format, file, choices);
  const bundle = bundleOf(objects);
  const counts = new Map<string, number>();
  for (const object of objects) {
    const fields = recordOf(object);
    const type = typeof fields['type'] === 'string' ? fields['type'] : 'object';
    const number = (counts.get(type) ?? 0) + 1;
    counts.set(type, number);
    const row = builder.row(type, number);
    if (isRecord(object)) readObject(row, type, fields, bundle);
    else row.leave('not-a-row');
  }
  const titles = objects
    .map(recordOf)
    .filter(({ type }) => type === 'report' || type === 'attack-flow' || type === 'incident')
    .map(({ name }) => textOfValue(name));
  const version = textOfValue(recordOf(file)['spec_version']);
  return builder.finish({ version, title: titles.length === 1 ? (titles[0] ?? '') : '' });
}

function readObject(row: CaseRow, type: string, fields: FileRecord, bundle: Bundle): void {
  if (ofTheFormat.has(type)) row.leave('of-the-format');
  else if (type === 'indicator') readIndicator(row, fields, bundle);
  else if (type === 'relationship') readRelationship(row, fields, bundle);
  else if (type === 'observed-data' && isRecord(fields['objects'])) {
    for (const observed of Object.values(fields['objects']))
      readObservable(row, recordOf(observed), { ...common(fields, bundle), ...seen(row, fields) });
    row.note('', restOf(fields, bundle));
  } else if (type === 'vulnerability' && /^CVE-\d{4}-\d{4,}$/i.test(textOfValue(fields['name'])))
    row.indicator({
      value: textOfValue(fields['name']),
      typeWord: 'cve',
      ...common(fields, bundle),
      note: row.lines(restOf(fields, bundle)),
    });
  else if (!readObservable(row, fields, common(fields, bundle)))
    readNote(row, type, fields, bundle);
}

function readIndicator(row: CaseRow, fields: FileRecord, bundle: Bundle): void {
  const pattern = textOfValue(fields['pattern']);
  const { terms, whole } = readStixPattern(pattern);
  const validUntil = row.instant(fields['valid_until'], { asks: false });
  const said: NamedField[] = [
    ['name', fields['name']],
    ['description', fields['description']],
    ['confidence', fields['confidence']],
    ['revoked', fields['revoked']],
    ['labels', fields['labels'] ?? fields['indicator_types']],
    ...(whole ? [] : [['pattern', pattern] as const]),
    ...bundle.relationsOf(fields['id']),
  ];
  if (terms.length === 0) {
    readNote(row, 'indicator', fields, bundle);
    return;
  }
  for (const { typeWord, value } of terms)
    row.indicator({
      value,
      typeWord,
      ...common(fields, bundle),
      ...(validUntil !== undefined && { validUntil }),
      stages: stagesOf(fields),
      techniques: techniquesIn(textOfValue(fields['external_references'])),
      note: row.lines(said),
    });
}

function readRelationship(row: CaseRow, fields: FileRecord, bundle: Bundle): void {
  // It stands in the note of the object that it begins at.
  if (bundle.has(fields['source_ref']) && bundle.has(fields['target_ref'])) row.use();
  else row.note(relationText(fields, bundle), Object.entries(fields));
}

type Shared = {
  readonly tlp?: Tlp;
  readonly origin: string;
  readonly firstSeen?: string;
  readonly lastSeen?: string;
};

/** True when the object is an observable with a value that an indicator can have. */
function readObservable(row: CaseRow, fields: FileRecord, shared: Shared): boolean {
  const type = textOfValue(fields['type']);
  const found: (readonly [string, string])[] = [];
  for (const name of ['value', 'name', 'key', 'path', 'number']) {
    const word = typeWordOf(`${type}:${name}`);
    const value = textOfValue(fields[name]);
    if (word !== undefined && value !== '')
      found.push([word, word === 'asn' ? `AS${value}` : value]);
  }
  for (const [name, value] of Object.entries(recordOf(fields['hashes']))) {
    const word = typeWordOf(`file:hashes.${name}`);
    if (type === 'file' && word !== undefined) found.push([word, textOfValue(value)]);
  }
  for (const [typeWord, value] of found) row.indicator({ value, typeWord, ...shared });
  return found.length > 0;
}

function readNote(row: CaseRow, type: string, fields: FileRecord, bundle: Bundle): void {
  const name = textOfValue(fields['name'] ?? fields['opinion'] ?? fields['abstract']);
  const ids = `${textOfValue(fields['technique_id'])} ${externalIds(fields)}`;
  const isAction = type === 'attack-action';
  if (type === 'attack-asset' && name !== '')
    row.system(row.name(name), { type: 'asset', note: row.text(fields['description'], 2_000) });
  const added = row.entry({
    head: name === '' ? type : `${type}: ${name}`,
    fields: restOf(fields, bundle),
    kind: isAction ? 'adversary' : 'note',
    techniques: type === 'attack-pattern' || isAction ? techniquesIn(ids) : [],
    stages: isAction ? stagesOfTactics(row, fields) : stagesOf(fields),
    ...(isAction && fields['execution_start'] !== undefined && fields['execution_start'] !== null
      ? { at: row.time(fields['execution_start'], { asks: false }) }
      : {}),
  });
  if (added !== undefined && !isAction) row.remark('kept-as-note');
}

function stagesOfTactics(row: CaseRow, fields: FileRecord): readonly StageId[] {
  const stage = stageOfTactic(textOfValue(fields['tactic_id']));
  if (stage === undefined) return [];
  row.remark('stage-from-tactic', textOfValue(fields['tactic_id']));
  return [stage];
}

/** Stages of the one kill chain whose phases are ours. */
function stagesOf(fields: FileRecord): readonly StageId[] {
  return listOf(fields['kill_chain_phases']).flatMap((phase) => {
    const { kill_chain_name: chain, phase_name: name } = recordOf(phase);
    const isOurs = textOfValue(chain) === 'lockheed-martin-cyber-kill-chain';
    return isOurs ? (stageOfKillChainWord(textOfValue(name)) ?? []) : [];
  });
}

function externalIds(fields: FileRecord): string {
  return listOf(fields['external_references'])
    .map((reference) => textOfValue(recordOf(reference)['external_id']))
    .join(' ');
}

function seen(row: CaseRow, fields: FileRecord): Pick<Shared, 'firstSeen' | 'lastSeen'> {
  const firstSeen = row.instant(fields['first_observed'], { asks: false });
  const lastSeen = row.instant(fields['last_observed'], { asks: false });
  return {
    ...(firstSeen !== undefined && { firstSeen }),
    ...(lastSeen !== undefined && { lastSeen }),
  };
}

function common(fields: FileRecord, bundle: Bundle): Shared {
  const tlp = bundle.tlpOf(fields);
  const author = bundle.nameOf(fields['created_by_ref']);
  const origin = `STIX ${textOfValue(fields['id'])}${author === '' ? '' : `, ${author}`}`.trim();
  return { origin, ...(tlp !== undefined && { tlp }) };
}

/** Names of fields that say nothing about the incident. */
const technical: ReadonlySet<string> = new Set(
  'type id spec_version name created_by_ref object_marking_refs granular_markings extensions technique_ref tactic_ref pattern_type lang objects'.split(
    ' ',
  ),
);

/** What else an object says, references by the names of what they mean, and its relations. */
function restOf(fields: FileRecord, bundle: Bundle): readonly NamedField[] {
  const own = Object.entries(fields).filter(([name]) => !technical.has(name));
  const worded = own.map(([name, value]): NamedField => {
    if (!/_refs?$/.test(name)) return [name, value];
    const names = (Array.isArray(value) ? value : [value]).map(
      (id) => bundle.nameOf(id) || textOfValue(id),
    );
    return [name.replace(/_refs?$/, ''), names.slice(0, 100)];
  });
  return [...worded, ...bundle.relationsOf(fields['id'])];
}

function relationText(fields: FileRecord, bundle: Bundle): string {
  const source = bundle.nameOf(fields['source_ref']) || textOfValue(fields['source_ref']);
  const target = bundle.nameOf(fields['target_ref']) || textOfValue(fields['target_ref']);
  return `${source} ${textOfValue(fields['relationship_type'])} ${target}`;
}

/** Relations of one object that are told; a hub of thousands is not one note. */
const mostRelations = 100;

function bundleOf(objects: readonly unknown[]): Bundle {
  const byId = new Map<string, FileRecord>();
  const relations = new Map<string, NamedField[]>();
  for (const object of objects) {
    const fields = recordOf(object);
    if (typeof fields['id'] === 'string') byId.set(fields['id'], fields);
  }
  const nameOf = (id: unknown): string => {
    const fields = typeof id === 'string' ? byId.get(id) : undefined;
    return fields === undefined
      ? ''
      : textOfValue(fields['name'] ?? fields['value'] ?? fields['id']);
  };
  for (const object of objects) {
    const fields = recordOf(object);
    const source = fields['source_ref'];
    if (fields['type'] !== 'relationship' || typeof source !== 'string') continue;
    const list = relations.get(source) ?? [];
    if (list.length < mostRelations)
      list.push([textOfValue(fields['relationship_type']), nameOf(fields['target_ref'])]);
    relations.set(source, list);
  }
  return {
    nameOf,
    relationsOf: (id) => (typeof id === 'string' ? (relations.get(id) ?? []) : []),
    has: (id) => typeof id === 'string' && byId.has(id),
    tlpOf: (object) =>
      strictest(listOf(object['object_marking_refs']).flatMap((id) => markingOf(byId, id))),
  };
}

function markingOf(byId: ReadonlyMap<string, FileRecord>, id: unknown): readonly Tlp[] {
  if (typeof id !== 'string') return [];
  if (Object.hasOwn(markings, id)) return [markings[id] ?? 'RED'];
  const definition = byId.get(id) ?? {};
  const named =
    textOfValue(recordOf(definition['definition'])['tlp']) || textOfValue(definition['name']);
  const tlp = tlpOf(named);
  return tlp === undefined ? [] : [tlp];
}

const fromOpen: readonly Tlp[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'];

function strictest(labels: readonly Tlp[]): Tlp | undefined {
  return labels.toSorted((a, b) => fromOpen.indexOf(b) - fromOpen.indexOf(a))[0];
}
