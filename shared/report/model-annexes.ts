import { untouchedItem } from '../domain/checklist.ts';
import { incidentFieldNames, phaseIds, type IncidentField } from '../domain/incident.ts';
import type { NotebookState } from '../journal/fold.ts';
import { currentFields, isContested } from '../journal/records.ts';
import type {
  Conflict,
  Damage,
  EntryRef,
  EvidenceRef,
  ReportChecklist,
  ReportChecklistItem,
  ReportEntry,
  ReportEvidence,
  Signed,
  WrittenFields,
} from './report-model.ts';

/** The incident's fields with who set them; a field with several values is contested. */
export function readFields(state: NotebookState): WrittenFields {
  const fields = state.incident.get('incident')?.fields ?? {};
  const read = (name: IncidentField) =>
    (fields[name] ?? []).map(({ value, by, wall }) => ({ value, by, wall }));
  // Every name of the schema is there, so the record is whole.
  return Object.fromEntries(
    incidentFieldNames.map((name) => [name, read(name)]),
  ) as unknown as WrittenFields;
}

/** Evidence by item number, each with the entries that cite it; entries are in time order. */
export function readEvidence(
  state: NotebookState,
  entries: readonly ReportEntry[],
): readonly ReportEvidence[] {
  const citing = new Map<string, EntryRef[]>();
  for (const { id, label, content } of entries) {
    for (const evidence of new Set(content.evidence)) {
      const found = citing.get(evidence);
      if (found === undefined) citing.set(evidence, [{ id, label }]);
      else found.push({ id, label });
    }
  }
  return [...state.evidence.values()]
    .map((record) => ({
      id: record.id,
      no: record.item?.no ?? `?${record.id.slice(0, 8)}`,
      item: record.item,
      fields: currentFields(record.fields),
      photographs: (currentFields(record.fields).photographs ?? []).map((id) =>
        evidenceRef(state, id),
      ),
      taken: record.origin && { by: record.origin.by, wall: record.origin.wall },
      citing: citing.get(record.id) ?? [],
      custody: record.custody.map(({ by, wall, event }) => ({ by, wall, event })),
    }))
    .toSorted((a, b) => numberOf(a.no) - numberOf(b.no) || (a.id < b.id ? -1 : 1));
}

function numberOf(no: string): number {
  return no.startsWith('E-') ? Number(no.slice(2)) : Number.MAX_SAFE_INTEGER;
}

/** Adopted checklists with their items by phase, in the order of the lifecycle. */
export function readChecklists(
  state: NotebookState,
  entries: readonly ReportEntry[],
): readonly ReportChecklist[] {
  const refs = new Map<string, EntryRef>(entries.map(({ id, label }) => [id, { id, label }]));
  const checklists: ReportChecklist[] = [];
  for (const record of state.checklists.values()) {
    const { checklist, origin } = record;
    if (checklist === undefined) continue;
    const items = checklist.items.map((item): ReportChecklistItem => {
      const register = record.items[item.id];
      const last = register?.at(-1);
      const setting = last?.value ?? untouchedItem;
      return {
        item,
        setting,
        signature: last && { by: last.by, wall: last.wall },
        contested: isContested(register),
        sources: {
          entries: setting.entries.map((id) => refs.get(id) ?? { id, label: `?${id.slice(0, 8)}` }),
          evidence: setting.evidence.map((id) => evidenceRef(state, id)),
        },
      };
    });
    const order = [...new Set<string>([...phaseIds, ...checklist.items.map(({ phase }) => phase)])];
    checklists.push({
      id: record.id,
      title: checklist.title,
      template: checklist.template,
      version: checklist.version,
      adopted: origin && { by: origin.by, wall: origin.wall },
      phases: order
        .map((id) => ({ id, items: items.filter(({ item }) => item.phase === id) }))
        .filter((phase) => phase.items.length > 0),
    });
  }
  return checklists;
}

function evidenceRef(state: NotebookState, id: string): EvidenceRef {
  return { id, no: state.evidence.get(id)?.item?.no ?? `?${id.slice(0, 8)}` };
}

/** Everything on which people disagree and nobody has decided. */
export function readConflicts(
  state: NotebookState,
  fields: WrittenFields,
  entries: readonly ReportEntry[],
): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  for (const field of incidentFieldNames) {
    const values: readonly Signed<unknown>[] = fields[field];
    if (values.length > 1)
      conflicts.push({
        about: 'field',
        field,
        values: values.map((written) => ({ ...written, value: String(written.value) })),
      });
  }
  for (const { id, label, contested } of entries) {
    const record = contested ? state.entries.get(id) : undefined;
    if (record === undefined) continue;
    const entry = { id, label };
    if (isContested(record.heads)) {
      const heads = new Set(record.heads.map((head) => head.value));
      const values = record.versions
        .filter(({ hash }) => heads.has(hash))
        .map(({ by, wall, content }) => ({ by, wall, value: content.text }));
      conflicts.push({ about: 'entry', entry, values });
    }
    if (isContested(record.withdrawal))
      conflicts.push({
        about: 'withdrawal',
        entry,
        values: record.withdrawal.map(({ by, wall, value }) => ({ by, wall, value })),
      });
  }
  for (const { checklist, items } of state.checklists.values()) {
    for (const item of checklist?.items ?? []) {
      const register = items[item.id];
      if (checklist !== undefined && register !== undefined && isContested(register))
        conflicts.push({
          about: 'item',
          checklist: checklist.title,
          item: item.text,
          values: register.map(({ by, wall, value }) => ({ by, wall, value })),
        });
    }
  }
  return conflicts;
}

/** What of the notebook is missing, or was written by a newer version. */
export function readDamage(
  state: NotebookState,
  entries: readonly ReportEntry[],
  findings: readonly string[],
): Damage {
  const known = new Set(entries.map(({ id }) => id));
  return {
    lostEntries: [...state.entries.keys()].filter((id) => !known.has(id)),
    lostEvidence: [...state.evidence.values()].filter(({ item }) => !item).map(({ id }) => id),
    lostChecklists: [...state.checklists.values()]
      .filter(({ checklist }) => !checklist)
      .map(({ id }) => id),
    withoutOriginal: entries
      .filter(({ id }) => state.entries.get(id)?.origin === undefined)
      .map(({ id, label }) => ({ id, label })),
    unknown: [...state.unknown.values()].map(({ id, count }) => ({ type: id, count })),
    findings,
  };
}
