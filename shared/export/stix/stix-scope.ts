import { tlpMarking } from '../../catalogue/tlp.ts';
import { type Tlp, tlpLabels } from '../../domain/incident.ts';
import { stageById } from '../../catalogue/kill-chain.ts';
import { isStageId } from '../../domain/kill-chain.ts';
import type { ExportCase, Written } from '../export-case.ts';
import type { ExportPorts } from '../export-file.ts';
import { recordUuid } from '../name-uuid.ts';
import type { StixObject } from './stix-object.ts';

/** The extension that carries TLP 2.0 in STIX 2.1, and when its markings were made (OASIS CTI TC). */
const tlpExtension = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';
const tlpCreated = '2022-10-01T00:00:00.000Z';

/** Names and marks the objects of one case. */
export type StixScope = {
  readonly content: ExportCase;
  readonly ports: ExportPorts;
  /** The id of an object: the same in every export of this notebook. */
  readonly idOf: (type: string, ...words: readonly string[]) => string;
  /** The properties that every object of a record has. */
  readonly about: (
    record: Pick<Written, 'created' | 'modified' | 'label'>,
  ) => Readonly<Record<string, unknown>>;
  readonly object: (
    type: string,
    words: readonly string[],
    record: Pick<Written, 'created' | 'modified' | 'label'>,
    properties: Readonly<Record<string, unknown>>,
  ) => StixObject;
  readonly relationship: (
    source: string,
    type: string,
    target: string,
    record: Pick<Written, 'created' | 'modified' | 'label'>,
  ) => StixObject;
};

export function stixScope(content: ExportCase, ports: ExportPorts): StixScope {
  const idOf: StixScope['idOf'] = (type, ...words) =>
    `${type}--${recordUuid(content.notebook, [type, ...words], ports.sha1Hex)}`;
  const about: StixScope['about'] = ({ created, modified, label }) => ({
    created,
    modified,
    object_marking_refs: [tlpMarking(label).stixId],
  });
  const object: StixScope['object'] = (type, words, record, properties) => ({
    type,
    spec_version: '2.1',
    id: idOf(type, ...words),
    ...about(record),
    ...properties,
  });
  return {
    content,
    ports,
    idOf,
    about,
    object,
    relationship: (source, type, target, record) =>
      object('relationship', [source, type, target], record, {
        relationship_type: type,
        source_ref: source,
        target_ref: target,
      }),
  };
}

/** The marking definitions of the labels that some objects carry, from the widest to the narrowest. */
export function tlpMarkings(labels: Iterable<Tlp>): readonly StixObject[] {
  const used = new Set(labels);
  return tlpLabels
    .filter((label) => used.has(label))
    .map((label) => {
      const { stixId, stixValue } = tlpMarking(label);
      return {
        type: 'marking-definition',
        spec_version: '2.1',
        id: stixId,
        created: tlpCreated,
        name: `TLP:${label}`,
        extensions: {
          [tlpExtension]: { extension_type: 'property-extension', tlp_2_0: stixValue },
        },
      };
    });
}

/** Stages as phases of the Lockheed Martin kill chain; stages of a newer catalogue have none. */
export function killChainPhases(stages: readonly string[] = []): readonly {
  readonly kill_chain_name: string;
  readonly phase_name: string;
}[] {
  return stages.filter(isStageId).map((stage) => ({
    kill_chain_name: 'lockheed-martin-cyber-kill-chain',
    phase_name: stageById(stage).stixPhase,
  }));
}

/** A property that is only there when its list holds something: STIX has no empty lists. */
export function ifAny<T>(name: string, list: readonly T[]): Readonly<Record<string, readonly T[]>> {
  return list.length === 0 ? {} : { [name]: list };
}

/** Our words for certainty on the scale of 0 to 100 (STIX 2.1, Appendix A, DNI scale, middles). */
export function confidenceNumber(
  confidence: string | null | undefined,
): Readonly<Record<string, number>> {
  const numbers: Readonly<Record<string, number>> = {
    confirmed: 95,
    probable: 70,
    possible: 40,
    rejected: 2,
  };
  const number = numbers[confidence ?? ''];
  return number === undefined ? {} : { confidence: number };
}
