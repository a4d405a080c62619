import { type FileRecord, isRecord, listOf, recordOf, textOfValue } from '../rescue/field-value.ts';
import type { RescueChoices, RescuedCase } from '../rescue/rescued-case.ts';
import { objectsOf, readObjects } from './stix.ts';

/** True for a file of the Attack Flow Builder, `.afb`, of version 2 or 3. */
export function isAttackFlowDrawing(file: unknown): boolean {
  if (!isRecord(file) || !Array.isArray(file['objects'])) return false;
  const schema = file['schema'];
  if (typeof schema === 'string') return schema.startsWith('attack_flow');
  return (
    isRecord(schema) && textOfValue(recordOf(schema['page'])['id'] ?? schema['id']).includes('flow')
  );
}

/** What draws lines and boxes, and says nothing. */
const drawn =
  /anchor|latch|handle|^(?:dynamic_)?line|^dictionary_block$|text_block|camera|^flow_group$|^@__/;

/** Types of STIX by the names of the drawing. */
const types: Readonly<Record<string, string>> = {
  flow: 'attack-flow',
  action: 'attack-action',
  asset: 'attack-asset',
  condition: 'attack-condition',
  and_operator: 'attack-operator',
  or_operator: 'attack-operator',
};

/** Reads a drawing of the Attack Flow Builder: the same objects as in STIX, with their properties as pairs. */
export function readAttackFlowDrawing(file: unknown, choices: RescueChoices): RescuedCase {
  const said = objectsOf(file).filter((object) => !drawn.test(kindOf(recordOf(object))));
  return readObjects('attack-flow', file, said.map(toStix), choices);
}

/** Reads an attack flow as a STIX bundle. */
export function readAttackFlowBundle(file: unknown, choices: RescueChoices): RescuedCase {
  return readObjects('attack-flow', file, objectsOf(file), choices);
}

function kindOf(object: FileRecord): string {
  return textOfValue(object['template'] ?? object['id']).toLowerCase();
}

function toStix(object: unknown): unknown {
  if (!isRecord(object)) return object;
  const kind = kindOf(object);
  const type = Object.hasOwn(types, kind) ? types[kind] : kind.replaceAll('_', '-');
  const properties = pairsOf(object['properties']);
  const ttp = pairsOf(properties['ttp']);
  return {
    technique_id: ttp['technique'],
    tactic_id: ttp['tactic'],
    ...Object.fromEntries(
      Object.entries(properties).filter(([name, value]) => name !== 'ttp' && value !== null),
    ),
    type,
    id: textOfValue(object['instance'] ?? object['id']),
  };
}

/** Properties as `[[name, value]]` or as an object of values. */
function pairsOf(properties: unknown): FileRecord {
  if (isRecord(properties)) return properties;
  return Object.fromEntries(
    listOf(properties).flatMap((pair) =>
      Array.isArray(pair) && typeof pair[0] === 'string' ? [[pair[0], pair[1] as unknown]] : [],
    ),
  );
}
