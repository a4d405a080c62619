import type { ShownNotebook } from '../application/show-notebook.ts';
import { toRfc3339 } from '../application/show-origin.ts';
import type { DeadlineFields } from '../domain/deadline.ts';
import type { Tlp } from '../domain/incident.ts';
import type { Register } from '../journal/causality.ts';
import type { NotebookState } from '../journal/fold.ts';
import { currentFields, type FieldsRecord, type Origin } from '../journal/records.ts';
import type { ExportDeadline, ExportRecord, ExportRecords, Written } from './export-case.ts';
import { reckonedDates } from './reckoned-dates.ts';
import type { RecordKind } from './export-formats.ts';
import { entryLabel, evidenceLabel, incidentLabel, indicatorLabel } from './record-label.ts';

/** Everything that a notebook holds, by kind, in the order of its lists. */
export type CaseRecords = { readonly [K in RecordKind]: readonly ExportRecords[K][] };

/** An instant in ms as RFC 3339 in UTC; a clock that no calendar can show says the beginning of 1970. */
export function utcText(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) || ms < 0 || date.getUTCFullYear() > 9999
    ? '1970-01-01T00:00:00.000Z'
    : date.toISOString();
}

type Moment = Pick<Origin, 'wall'>;

function written(
  id: string,
  origin: Moment & { readonly by: string },
  later: readonly Moment[],
  label: Tlp,
): Written {
  const created = utcText(origin.wall);
  // Clocks differ between devices: what is written later never counts as older.
  const modified = later
    .map(({ wall }) => utcText(wall))
    .reduce((a, b) => (a > b ? a : b), created);
  return { id, by: origin.by, created, modified, label };
}

function fieldsOf<F extends object>(
  records: ReadonlyMap<string, FieldsRecord<F>>,
  labelOf: (record: FieldsRecord<F>) => Tlp,
): readonly ExportRecord<F>[] {
  return [...records.values()].map((record) => {
    const later = Object.values<Register<unknown> | undefined>(record.fields).flatMap(
      (register) => register ?? [],
    );
    const about = written(record.id, record.origin, later, labelOf(record));
    return { ...currentFields(record.fields), ...about };
  });
}

/** The states that were written of each record; both lists stand in the order of the notebook. */
function withStates<R extends object, S>(
  records: readonly R[],
  shown: readonly { readonly states: readonly S[] }[],
): readonly (R & { readonly states: readonly S[] })[] {
  return records.map((record, at) => ({ ...record, states: shown[at]?.states ?? [] }));
}

function withDates(
  deadlines: readonly ExportRecord<DeadlineFields>[],
  state: NotebookState,
): readonly ExportDeadline[] {
  // Milestones are looked for in all entries: only where something is counted from them.
  const datesOf = deadlines.length === 0 ? () => [] : reckonedDates(state);
  return deadlines.map((deadline) => ({ ...deadline, reckoned: datesOf(deadline) }));
}

/** Reads the records of a notebook with their labels and times. */
export function caseRecords(state: NotebookState, shown: ShownNotebook): CaseRecords {
  const incident = incidentLabel(state);
  const ofIncident = () => incident;
  return {
    entry: shown.entries.flatMap(({ feed: _feed, hash: _hash, recordedAt: _at, ...entry }) => {
      const record = state.entries.get(entry.id);
      const origin = record?.origin ?? record?.versions[0];
      if (record === undefined || origin === undefined) return [];
      const later = [...record.versions, ...record.withdrawal];
      return [{ ...entry, ...written(entry.id, origin, later, entryLabel(record, incident)) }];
    }),
    system: withStates(fieldsOf(state.assets, ofIncident), shown.systems),
    account: withStates(fieldsOf(state.accounts, ofIncident), shown.accounts),
    service: withStates(fieldsOf(state.services, ofIncident), shown.services),
    contact: fieldsOf(state.contacts, ofIncident),
    movement: fieldsOf(state.movements, ofIncident),
    indicator: fieldsOf(state.indicators, (record) => indicatorLabel(record, incident)),
    path: fieldsOf(state.paths, ofIncident),
    question: fieldsOf(state.questions, ofIncident),
    coverage: fieldsOf(state.coverage, ofIncident),
    course: fieldsOf(state.courses, ofIncident),
    decision: fieldsOf(state.decisions, ofIncident),
    authority: fieldsOf(state.authorities, ofIncident),
    deadline: withDates(fieldsOf(state.deadlines, ofIncident), state),
    action: fieldsOf(state.actions, ofIncident),
    evidence: [...state.evidence.values()].flatMap(({ id, item, origin, fields, custody }) =>
      item === undefined || origin === undefined
        ? []
        : [
            {
              ...item,
              ...written(
                id,
                origin,
                [...custody, ...Object.values(fields).flat()],
                evidenceLabel(fields, incident),
              ),
              fields: currentFields(fields),
              custody: custody.map(({ op, event: { at: happened, ...event }, by, wall, tz }) => ({
                ...event,
                id: op,
                by,
                at: toRfc3339(wall, tz),
                ...(happened && { happened }),
              })),
            },
          ],
    ),
    checklist: shown.checklists.flatMap((checklist) => {
      const record = state.checklists.get(checklist.id);
      if (record?.origin === undefined) return [];
      const later = Object.values(record.items).flat();
      return [{ ...checklist, ...written(checklist.id, record.origin, later, incident) }];
    }),
    source: shown.sources.flatMap(({ recordedAt: _at, ...source }) => {
      const record = state.sources.get(source.id);
      if (record?.origin === undefined) return [];
      return [{ ...source, ...written(source.id, record.origin, record.clock, incident) }];
    }),
  };
}
