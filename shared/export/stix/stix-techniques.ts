import { findTechnique } from '../../catalogue/attack-catalogue.ts';
import type { StixObject } from './stix-object.ts';
import type { StixScope } from './stix-scope.ts';

/**
 * Version of the objects that stand for MITRE's own: the oldest that can be, so that a tool which has MITRE's
 * keeps it.
 */
const beforeMitre = '2017-05-31T00:00:00.000Z';

/** An ATT&CK technique under MITRE's own id; one that the catalogue does not know has an id of ours. */
export function attackPattern(id: string, { idOf }: StixScope): StixObject {
  const named = findTechnique(id);
  const technique =
    named?.stixId === undefined && named?.replacedBy !== undefined
      ? (findTechnique(named.replacedBy) ?? named)
      : named;
  const shown = technique?.id ?? id;
  const isIcs = technique?.domain === 'ics-attack';
  const tactics = technique?.tactics ?? [];
  return {
    type: 'attack-pattern',
    spec_version: '2.1',
    id: technique?.stixId ?? idOf('attack-pattern', shown),
    created: beforeMitre,
    modified: beforeMitre,
    name: technique?.name ?? shown,
    external_references: [
      {
        source_name: 'mitre-attack',
        external_id: shown,
        ...(technique !== undefined && {
          url: `https://attack.mitre.org/techniques/${shown.replace('.', '/')}`,
        }),
      },
    ],
    ...(tactics.length > 0 && {
      kill_chain_phases: tactics.map((tactic) => ({
        kill_chain_name: isIcs ? 'mitre-ics-attack' : 'mitre-attack',
        phase_name: tactic,
      })),
    }),
  };
}
