import type { IncidentField } from '#shared/domain/incident.ts';
import { sectionAnchor } from '#shared/report/anchors.ts';
import type { SectionId } from '#shared/report/section-ids.ts';

/** Fields of the incident that are a section of the report, written by people. */
export type WrittenField = Extract<
  IncidentField,
  'summary' | 'impact' | 'rootCause' | 'recommendations' | 'sources'
>;

const fields: readonly (readonly [SectionId, WrittenField])[] = [
  ['summary', 'summary'],
  ['impact', 'impact'],
  ['root-cause', 'rootCause'],
  ['recommendations', 'recommendations'],
  ['sources', 'sources'],
];

/** The field that is written in a section, by the section's anchor. */
export const fieldOfSection: ReadonlyMap<string, WrittenField> = new Map(
  fields.map(([section, field]) => [sectionAnchor(section), field]),
);

/** Most characters that a written field holds (`incidentFieldsSchema`). */
export const longestText = 100_000;
