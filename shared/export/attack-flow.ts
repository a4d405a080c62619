import { findTactic, findTechnique } from '../catalogue/attack-catalogue.ts';
import { stageById } from '../catalogue/kill-chain.ts';
import { isStageId } from '../domain/kill-chain.ts';
import type { ExportCase, ExportEntry } from './export-case.ts';
import type { ExportFile, ExportPorts } from './export-file.ts';
import { stableJson } from './stable-json.ts';
import type { StixObject } from './stix/stix-object.ts';
import {
  confidenceNumber,
  ifAny,
  stixScope,
  type StixScope,
  tlpMarkings,
} from './stix/stix-scope.ts';
import { attackPattern } from './stix/stix-techniques.ts';
import { entrySpan } from './stix/stix-times.ts';

/** The extension definition of Attack Flow 2.0 and its author (Center for Threat-Informed Defense). */
const flowExtension = 'extension-definition--fb9c968a-745b-4ade-9b25-c324172197f4';
const flowAuthor = 'identity--d673f8cb-c168-42da-8ed4-0cb26725f86c';
const flowCreated = '2022-08-02T19:34:35.143Z';
const extensions = { [flowExtension]: { extension_type: 'new-sdo' } };

const definitions: readonly StixObject[] = [
  {
    type: 'extension-definition',
    spec_version: '2.1',
    id: flowExtension,
    created_by_ref: flowAuthor,
    created: flowCreated,
    modified: flowCreated,
    name: 'Attack Flow',
    description: 'Extends STIX 2.1 with features to create Attack Flows.',
    schema:
      'https://center-for-threat-informed-defense.github.io/attack-flow/stix/attack-flow-schema-2.0.0.json',
    version: '2.0.0',
    extension_types: ['new-sdo'],
  },
  {
    type: 'identity',
    spec_version: '2.1',
    id: flowAuthor,
    created_by_ref: flowAuthor,
    created: flowCreated,
    modified: flowCreated,
    name: 'MITRE Center for Threat-Informed Defense',
    identity_class: 'organization',
  },
];

/** What an entry did, technique by technique. */
type Step = { readonly entry: ExportEntry; readonly actions: readonly Action[] };
type Action = {
  readonly id: string;
  readonly technique: string | undefined;
  readonly stage?: string;
};

/**
 * What the attacker did as an Attack Flow 2.0: one action for each technique of an entry.
 *
 * Where entries are linked as cause and effect the flow follows the links; the rest is drawn in the order of
 * time, which shows what came next and not what it came from.
 */
export function writeAttackFlow(content: ExportCase, ports: ExportPorts): readonly ExportFile[] {
  const scope = stixScope(content, ports);
  const steps = content.entries.filter(isOfAttacker).map((entry) => stepOf(entry, scope));
  const objects = [...definitions, ...flowObjects(steps, scope)];
  const labels = [content.label, ...steps.map(({ entry }) => entry.label)];
  const bundle = {
    type: 'bundle',
    id: scope.idOf('bundle', 'attack-flow'),
    objects: [...tlpMarkings(labels), ...objects],
  };
  return [{ name: 'attack-flow.json', text: stableJson(bundle) }];
}

function isOfAttacker({ kind, techniques, stages }: ExportEntry): boolean {
  return kind === 'adversary' || techniques.length > 0 || stages.length > 0;
}

function stepOf(entry: ExportEntry, { idOf }: StixScope): Step {
  const named: readonly (string | undefined)[] =
    entry.techniques.length > 0 ? [...new Set(entry.techniques)] : [undefined];
  const [stage] = entry.stages;
  const actions = named.map((technique) => ({
    id: idOf('attack-action', entry.id, technique ?? ''),
    technique,
    ...(stage !== undefined && { stage }),
  }));
  return { entry, actions };
}

function* flowObjects(steps: readonly Step[], scope: StixScope): Generator<StixObject> {
  const { content } = scope;
  const effects = effectsOf(steps);
  const reached = new Set([...effects.values()].flat());
  const starts = steps.flatMap(({ actions }) => actions).filter(({ id }) => !reached.has(id));
  const title = content.incident.title ?? `Incident ${content.notebook.slice(0, 8)}`;
  // The schema wants a start: a case in which the attacker has done nothing yet starts with a condition.
  const nothing = scope.idOf('attack-condition', 'nothing');
  yield scope.object('attack-flow', [], content, {
    name: title,
    ...(content.incident.summary ? { description: content.incident.summary } : {}),
    scope: 'incident',
    start_refs: starts.length > 0 ? starts.map(({ id }) => id) : [nothing],
    extensions,
  });
  if (starts.length === 0)
    yield scope.object('attack-condition', ['nothing'], content, {
      description: 'No action of the attacker is recorded.',
      extensions,
    });
  const seen = new Set<string>();
  for (const { entry, actions } of steps) {
    const assets = entry.hosts.map((host) => ({ host, id: scope.idOf('attack-asset', host) }));
    for (const { host, id } of assets) {
      if (seen.has(id)) continue;
      seen.add(id);
      const system = content.systems.find(({ name }) => name === host);
      const description = [system?.role, system?.os].filter(Boolean).join(', ');
      yield scope.object('attack-asset', [host], entry, {
        name: host,
        ...(description !== '' && { description }),
        extensions,
      });
    }
    for (const action of actions) {
      const pattern =
        action.technique === undefined ? undefined : attackPattern(action.technique, scope);
      if (pattern !== undefined && !seen.has(pattern.id)) {
        seen.add(pattern.id);
        yield pattern;
      }
      yield scope.object('attack-action', [entry.id, action.technique ?? ''], entry, {
        ...actionWords(entry, action, pattern),
        ...confidenceNumber(entry.confidence),
        ...ifAny(
          'asset_refs',
          assets.map(({ id }) => id),
        ),
        ...ifAny('effect_refs', effects.get(action.id) ?? []),
        extensions,
      });
    }
  }
}

function actionWords(
  entry: ExportEntry,
  { technique, stage }: Action,
  pattern: StixObject | undefined,
): Readonly<Record<string, unknown>> {
  const span = entrySpan(entry);
  const known = technique === undefined ? undefined : findTechnique(technique);
  const tactic = known === undefined ? undefined : findTactic(known.tactics[0] ?? '', known.domain);
  const stageName = stage !== undefined && isStageId(stage) ? stageById(stage).name.en : stage;
  const [first = ''] = entry.text.split(/\r?\n/);
  return {
    name: known?.name ?? technique ?? stageName ?? [...first].slice(0, 80).join(''),
    description: entry.text,
    ...(technique !== undefined && { technique_id: technique }),
    ...(pattern !== undefined && { technique_ref: pattern.id }),
    ...(tactic !== undefined && { tactic_id: tactic.id }),
    ...(span !== undefined && { execution_start: span.first, execution_end: span.last }),
  };
}

/** Which actions each action leads to: by the links where there are some, else by time. */
function effectsOf(steps: readonly Step[]): ReadonlyMap<string, readonly string[]> {
  const byEntry = new Map(steps.map((step) => [step.entry.id, step]));
  const effects = new Map<string, string[]>();
  const lead = (from: Step, to: Step): void => {
    for (const { id } of from.actions)
      effects.set(id, [
        ...new Set([...(effects.get(id) ?? []), ...to.actions.map((one) => one.id)]),
      ]);
  };
  const linked = new Set<string>();
  for (const step of steps)
    for (const { type, entry } of step.entry.links) {
      const effect = byEntry.get(entry);
      if (type !== 'caused' || effect === undefined || effect === step) continue;
      lead(step, effect);
      linked.add(step.entry.id).add(entry);
    }
  const rest = steps.filter(({ entry }) => !linked.has(entry.id));
  for (const [at, step] of rest.entries()) {
    const next = rest[at + 1];
    if (next !== undefined) lead(step, next);
  }
  return effects;
}
