import type { ExportCase, ExportEntry, ExportRecord } from '../export-case.ts';
import type { ExportFile, ExportPorts } from '../export-file.ts';
import type { IndicatorFields } from '../../domain/indicator.ts';
import type { AssetFields } from '../../domain/system.ts';
import { tlpOrder } from '../../catalogue/tlp.ts';
import { stableJson } from '../stable-json.ts';
import { indicatorObject, malwareObject } from './stix-indicators.ts';
import type { StixObject } from './stix-object.ts';
import { observable, observableOf } from './stix-observables.ts';
import {
  confidenceNumber,
  ifAny,
  killChainPhases,
  stixScope,
  type StixScope,
  tlpMarkings,
} from './stix-scope.ts';
import { attackPattern } from './stix-techniques.ts';
import { entrySpan, utcMs } from './stix-times.ts';

/**
 * A case as a STIX 2.1 bundle (OASIS, 10 June 2021).
 *
 * Ids depend on the notebook and the record alone, so that a later export updates what an earlier one brought.
 * Stages travel as kill-chain phases of indicators, malware and infrastructure, the only objects of ours that
 * may have them; of an entry they are labels.
 */
export function writeStix(content: ExportCase, ports: ExportPorts): readonly ExportFile[] {
  const scope = stixScope(content, ports);
  const objects = uniqueById([...stixObjects(scope)]);
  const marked = [content.label, ...recordsOf(content).map(({ label }) => label)];
  const bundle = {
    type: 'bundle',
    id: scope.idOf('bundle'),
    objects: [...tlpMarkings(marked), ...objects],
  };
  return [{ name: 'stix-bundle.json', text: stableJson(bundle) }];
}

function recordsOf({ entries, systems, accounts, indicators }: ExportCase) {
  return [...entries, ...systems, ...accounts, ...indicators];
}

/** Of two objects with one id the first stands: attack patterns and observables are named again and again. */
function uniqueById(objects: readonly StixObject[]): readonly StixObject[] {
  const byId = new Map<string, StixObject>();
  for (const object of objects) if (!byId.has(object.id)) byId.set(object.id, object);
  return [...byId.values()];
}

function* stixObjects(scope: StixScope): Generator<StixObject> {
  const { content } = scope;
  const incident = incidentObject(scope);
  yield incident;
  const systems = new Map<string, StixObject>();
  for (const system of content.systems) {
    const object = systemObject(system, scope);
    if (object === undefined) continue;
    for (const name of [system.name, ...(system.aliases ?? [])])
      systems.set(nameKey(name ?? ''), object);
    yield object;
    yield scope.relationship(object.id, 'related-to', incident.id, system);
  }
  const accounts = new Map<string, StixObject>();
  for (const { name, domain, sid } of content.accounts) {
    if (name === undefined) continue;
    const identifying = { account_login: name, ...(sid && { user_id: sid }) };
    const account = observable('user-account', identifying, scope.ports);
    accounts.set(nameKey(name), account);
    yield domain ? { ...account, display_name: `${domain}\\${name}` } : account;
  }
  yield* indicatorObjects(scope, incident, systems);
  for (const entry of content.entries)
    yield* entryObjects(entry, { scope, incident, systems, accounts });
}

function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function incidentObject(scope: StixScope): StixObject {
  const { content } = scope;
  const { title, summary, phase, status, exercise } = content.incident;
  const labels = [
    ...(status === undefined ? [] : [`status:${status}`]),
    ...(phase === undefined ? [] : [`phase:${phase}`]),
    ...(exercise === true ? ['exercise'] : []),
  ];
  return scope.object('incident', [], content, {
    // Where the title may not go out the notebook's id tells one incident from another.
    name: title ?? `Incident ${content.notebook.slice(0, 8)}`,
    ...(summary !== undefined && summary !== '' && { description: summary }),
    ...ifAny('labels', labels),
  });
}

/** A machine of the attacker is infrastructure; every other system is somebody's, and stands as an identity. */
function systemObject(system: ExportRecord<AssetFields>, scope: StixScope): StixObject | undefined {
  const { id, name, aliases = [], note, role, adversary, state } = system;
  if (name === undefined) return undefined;
  const description = [role, note].filter((text) => text !== undefined && text !== '').join('\n\n');
  const said = description === '' ? {} : { description };
  if (adversary === true) {
    const used = scope.content.entries.filter(({ hosts }) => hosts.includes(name));
    const stages = [...new Set(used.flatMap((entry) => entry.stages))];
    return scope.object('infrastructure', [id], system, {
      name,
      ...said,
      ...ifAny('aliases', aliases),
      ...ifAny('kill_chain_phases', killChainPhases(stages)),
    });
  }
  return scope.object('identity', [id], system, {
    name,
    ...said,
    identity_class: 'system',
    ...ifAny('labels', state === undefined ? [] : [`state:${state.value}`]),
  });
}

function* indicatorObjects(
  scope: StixScope,
  incident: StixObject,
  systems: ReadonlyMap<string, StixObject>,
): Generator<StixObject> {
  for (const indicator of scope.content.indicators) {
    const object = indicatorObject(indicator, incident.id, scope);
    if (object === undefined) continue;
    yield object;
    if (object.type === 'note') continue;
    yield scope.relationship(object.id, 'related-to', incident.id, indicator);
    const seen = observableOf(indicator, scope.ports);
    const malware = malwareObject(indicator, seen, scope);
    if (malware !== undefined && seen !== undefined) {
      yield seen;
      yield malware;
      yield scope.relationship(object.id, 'indicates', malware.id, indicator);
    }
    if (object.type !== 'indicator') continue;
    for (const id of indicator.techniques ?? []) {
      const technique = attackPattern(id, scope);
      yield technique;
      yield scope.relationship(object.id, 'indicates', technique.id, indicator);
    }
    const named = [indicator.value ?? '', ...(indicator.systems ?? [])].map(nameKey);
    for (const name of new Set(named)) {
      const system = systems.get(name);
      if (system?.type === 'infrastructure')
        yield scope.relationship(object.id, 'indicates', system.id, indicator);
    }
  }
}

type Around = {
  readonly scope: StixScope;
  readonly incident: StixObject;
  readonly systems: ReadonlyMap<string, StixObject>;
  readonly accounts: ReadonlyMap<string, StixObject>;
};

/** An entry is a note on everything that it names; with indicators in it also an observation and sightings. */
function* entryObjects(
  entry: ExportEntry,
  { scope, incident, systems, accounts }: Around,
): Generator<StixObject> {
  const techniques = entry.techniques.map((id) => attackPattern(id, scope));
  yield* techniques;
  const found = <T>(names: readonly string[], known: ReadonlyMap<string, T>): readonly T[] =>
    names.flatMap((name) => known.get(nameKey(name)) ?? []);
  const places = found(entry.hosts, systems);
  const people = found(entry.accounts, accounts);
  const named = [incident, ...techniques, ...places, ...people].map(({ id }) => id);
  const span = entrySpan(entry);
  yield scope.object('note', [entry.id], entry, {
    abstract: `Entry ${entry.seq}${span === undefined ? '' : `, ${span.first}`}`,
    content: entry.text,
    object_refs: [...new Set(named)],
    ...ifAny('authors', entry.by === '' ? [] : [entry.by]),
    labels: [
      `kind:${entry.kind}`,
      ...entry.stages.map((stage) => `kill-chain:${stage}`),
      ...entry.tags,
    ],
    ...confidenceNumber(entry.confidence),
  });
  const victims = places.filter(({ type }) => type === 'identity');
  for (const technique of techniques)
    for (const victim of victims)
      yield scope.relationship(technique.id, 'targets', victim.id, entry);
  for (const technique of techniques)
    yield scope.relationship(technique.id, 'related-to', incident.id, entry);
  if (span !== undefined) yield* sightings(entry, span, victims, { scope, people });
}

function* sightings(
  entry: ExportEntry,
  { first, last }: { readonly first: string; readonly last: string },
  places: readonly StixObject[],
  { scope, people }: { readonly scope: StixScope; readonly people: readonly StixObject[] },
): Generator<StixObject> {
  const seen = scope.content.indicators.filter(
    ({ entries, value }) => value !== undefined && entries?.includes(entry.id) === true,
  );
  const objects = seen.flatMap((indicator) => observableOf(indicator, scope.ports) ?? []);
  yield* objects;
  const refs = [...new Set([...objects, ...people].map(({ id }) => id))];
  const observation =
    refs.length === 0 || seen.length === 0
      ? undefined
      : scope.object('observed-data', [entry.id], entry, {
          first_observed: first,
          last_observed: last,
          number_observed: 1,
          object_refs: refs,
        });
  if (observation !== undefined) yield observation;
  for (const indicator of seen) {
    const object = indicatorObject(indicator, '', scope);
    if (object === undefined || object.type === 'note') continue;
    yield scope.object('sighting', [entry.id, indicator.id], narrower(entry, indicator), {
      sighting_of_ref: object.id,
      first_seen: first,
      last_seen: last,
      count: 1,
      ...ifAny('observed_data_refs', observation === undefined ? [] : [observation.id]),
      ...ifAny(
        'where_sighted_refs',
        places.map(({ id }) => id),
      ),
    });
  }
}

/** What ties two records together is as narrow as the narrower of them. */
function narrower(a: ExportEntry, b: ExportRecord<IndicatorFields>) {
  const label = tlpOrder(a.label) > tlpOrder(b.label) ? a.label : b.label;
  const later = (x: string, y: string): string => (x > y ? x : y);
  return {
    label,
    created: utcMs(later(a.created, b.created)),
    modified: later(a.modified, b.modified),
  };
}
