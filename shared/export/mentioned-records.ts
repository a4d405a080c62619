import type { CaseRecords } from './case-records.ts';
import type { ExportEntry } from './export-case.ts';
import type { RecordKind } from './export-formats.ts';

function nameKey(name: string | undefined): string {
  return (name ?? '').normalize('NFKC').toLowerCase();
}

/** Ids of what some entries mention: by name, by id, or because it cites them. */
export function mentionedBy(
  entries: readonly ExportEntry[],
  records: CaseRecords,
): { readonly [K in Exclude<RecordKind, 'entry'>]: ReadonlySet<string> } {
  const chosen = new Set(entries.map(({ id }) => id));
  const hosts = new Set(entries.flatMap((entry) => entry.hosts.map(nameKey)));
  const names = new Set(entries.flatMap((entry) => entry.accounts.map(nameKey)));
  const sources = new Set(
    entries.flatMap(({ source, rows }) => [
      ...(source === null ? [] : [source]),
      ...rows.map((row) => row.source),
    ]),
  );
  const files = new Set([
    ...entries.flatMap(({ evidence, rows }) => [...evidence, ...rows.map((row) => row.evidence)]),
    ...records.source.flatMap(({ id, evidence }) =>
      sources.has(id) && evidence !== undefined ? [evidence] : [],
    ),
  ]);
  const cites = (ids: readonly string[] | undefined): boolean =>
    ids?.some((id) => chosen.has(id)) === true;
  const idsOf = <R extends { readonly id: string }>(
    list: readonly R[],
    isMentioned: (record: R) => boolean,
  ): ReadonlySet<string> => new Set(list.filter(isMentioned).map(({ id }) => id));
  return {
    system: idsOf(
      records.system,
      ({ name, aliases = [], state }) =>
        [name, ...aliases].some((one) => hosts.has(nameKey(one))) || cites(state?.entries),
    ),
    account: idsOf(
      records.account,
      ({ name, state }) => names.has(nameKey(name)) || cites(state?.entries),
    ),
    service: idsOf(records.service, ({ state }) => cites(state?.entries)),
    contact: new Set(),
    movement: idsOf(records.movement, (movement) => cites(movement.entries)),
    indicator: idsOf(records.indicator, (indicator) => cites(indicator.entries)),
    evidence: idsOf(records.evidence, ({ id }) => files.has(id)),
    action: idsOf(records.action, (action) => cites(action.entries)),
    checklist: idsOf(records.checklist, ({ items }) => items.some((item) => cites(item.entries))),
    source: idsOf(records.source, ({ id }) => sources.has(id)),
    path: new Set(entries.flatMap(({ paths }) => paths)),
    question: idsOf(records.question, ({ answer }) => cites(answer?.entries)),
    coverage: new Set(),
    course: idsOf(records.course, (course) => cites(course.entries)),
    decision: idsOf(
      records.decision,
      ({ known, entry }) => cites(known) || cites(entry == null ? [] : [entry]),
    ),
    authority: new Set(),
    deadline: idsOf(records.deadline, ({ done }) => cites(done?.entries)),
  };
}
