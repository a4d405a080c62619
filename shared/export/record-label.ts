import { tlpOrder } from '../catalogue/tlp.ts';
import { type Tlp, tlpLabels } from '../domain/incident.ts';
import type { Register } from '../journal/causality.ts';
import type { NotebookState } from '../journal/fold.ts';
import {
  currentVersion,
  type EntryRecord,
  type EvidenceRecord,
  type FieldsRecord,
} from '../journal/records.ts';
import type { IndicatorFields } from '../domain/indicator.ts';

/** The label of an incident to which nobody has given one: what a new notebook suggests. */
const unspoken: Tlp = 'AMBER';

/** The narrowest of some labels; undefined when there are none. */
export function narrowest(labels: readonly Tlp[]): Tlp | undefined {
  return labels.toSorted((a, b) => tlpOrder(b) - tlpOrder(a))[0];
}

/** While people disagree on a label the narrowest one holds: what went out cannot be called back. */
function agreed(register: Register<Tlp> | undefined): Tlp | undefined {
  return narrowest((register ?? []).map(({ value }) => value));
}

/** The label of the incident, and of everything that has none of its own. */
export function incidentLabel(state: NotebookState): Tlp {
  return agreed(state.incident.get('incident')?.fields.tlp) ?? unspoken;
}

/** The label of an indicator: its own, or the incident's. */
export function indicatorLabel({ fields }: FieldsRecord<IndicatorFields>, incident: Tlp): Tlp {
  return agreed(fields.tlp) ?? incident;
}

/** The label of an item of evidence: its own, or the incident's. */
export function evidenceLabel({ tlp = [] }: EvidenceRecord['fields'], incident: Tlp): Tlp {
  // A label that was taken off again leaves the incident's.
  return narrowest(tlp.map(({ value }) => value ?? incident)) ?? incident;
}

const labelOfTag: ReadonlyMap<string, Tlp> = new Map(
  tlpLabels.map((label) => [`tlp:${label.toLowerCase()}`, label]),
);

/**
 * The label of an entry: what its tags say (`tlp:green`, the tag of MISP's taxonomy), or the incident's.
 *
 * Of several tags, and of writings that nobody has chosen between, the narrowest holds.
 */
export function entryLabel(entry: EntryRecord, incident: Tlp): Tlp {
  const heads = new Set(entry.heads.map(({ value }) => value));
  const current = currentVersion(entry);
  const shown = entry.versions.filter(({ hash }) => heads.has(hash));
  const labels = (current === undefined ? [] : [current, ...shown]).map(
    ({ content }) =>
      narrowest(
        content.tags.flatMap((tag) => {
          const label = labelOfTag.get(tag.normalize('NFKC').toLowerCase());
          return label === undefined ? [] : [label];
        }),
      ) ?? incident,
  );
  return narrowest(labels) ?? incident;
}
