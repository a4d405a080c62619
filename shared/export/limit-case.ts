import { showNotebook } from '../application/show-notebook.ts';
import { tlpOrder } from '../catalogue/tlp.ts';
import type { IncidentFields } from '../domain/incident.ts';
import { earliestMs, latestMs } from '../domain/time/entry-time.ts';
import type { NotebookState } from '../journal/fold.ts';
import { currentFields } from '../journal/records.ts';
import { type CaseRecords, caseRecords, utcText } from './case-records.ts';
import type {
  ExportCase,
  ExportEntry,
  ExportLists,
  ExportRecords,
  LeftOut,
  LeftOutReason,
  LimitedCase,
  Written,
} from './export-case.ts';
import {
  type ExportFormat,
  forEachKind,
  formatFacts,
  listNames,
  type RecordKind,
  recordKinds,
} from './export-formats.ts';
import { choosesEntries, type ExportLimits } from './export-limits.ts';
import { heldBackNames } from './held-back-names.ts';
import { mentionedBy } from './mentioned-records.ts';
import { incidentLabel, narrowest } from './record-label.ts';
import { incidentRules, type Role } from './record-fields.ts';
import { namesOf, textsOf, wordsOf } from './record-words.ts';
import { withoutLooseEnds } from './loose-ends.ts';

/** Why each record that stays behind does so, by id. */
type Reasons = { readonly [K in RecordKind]: Map<string, LeftOutReason> };

/**
 * Takes out of a notebook what may go out in a format under some limits.
 *
 * The one place that decides it: writers see nothing else of the notebook, so that nothing above the limit can
 * leave by a reference, a name in a relationship or the incident's own text. Names of systems, accounts and
 * people have the incident's label, whatever the label of the entry that mentions them.
 */
export function limitCase(
  state: NotebookState,
  notebook: string,
  format: ExportFormat,
  limits: ExportLimits,
): LimitedCase {
  const shown = showNotebook(state);
  const records = caseRecords(state, shown);
  const reasons = forEachKind<Reasons>(() => new Map());
  const isAbove = (label: Parameters<typeof tlpOrder>[0]): boolean =>
    limits.tlp !== undefined && tlpOrder(label) > tlpOrder(limits.tlp);
  const ofIncident = incidentLabel(state);
  const isHeldBack = isAbove(ofIncident);

  for (const kind of recordKinds)
    for (const record of records[kind]) {
      const reason = isAbove(record.label) ? 'label' : ownReason(kind, record, format, limits);
      if (reason !== undefined) reasons[kind].set(record.id, reason);
    }
  const fields = currentFields<IncidentFields>(state.incident.get('incident')?.fields ?? {});
  const namesAny = holdBackNamed(records, reasons, isHeldBack ? fields : undefined);
  if (choosesEntries(limits)) leaveUnmentioned(records, reasons);
  leaveQuestionsOfOthers(records, reasons);

  const goes = <K extends RecordKind>(kind: K): readonly ExportRecords[K][] => {
    const all: readonly ExportRecords[K][] = records[kind];
    return all.filter(({ id }) => !reasons[kind].has(id));
  };
  const incident = isHeldBack ? onlyExercise(fields) : saidFreely(fields, namesAny);
  const content = withoutLooseEnds(forEachKind<CaseRecords>(goes), {
    isHeldBack,
    isLimited: limits.tlp !== undefined,
  });
  const going: readonly Written[] = Object.values<readonly Written[]>(content).flat();
  const labels = going.map(({ label }) => label);
  const created = [...state.feeds.values()].map(({ openedWall }) => openedWall);
  const label = narrowest(isHeldBack ? labels : [...labels, ofIncident]) ?? limits.tlp;
  return {
    content: {
      notebook,
      label: label ?? ofIncident,
      ...momentsOf(
        utcText(Math.min(...created, Number.MAX_SAFE_INTEGER)),
        going,
        state,
        isHeldBack,
      ),
      incident,
      ...listsOf(content),
      ...(limits.tlp === undefined &&
        !choosesEntries(limits) && {
          journal: {
            filters: shown.filters,
            clocks: shown.clocks,
            devices: shown.devices,
            seals: shown.seals,
            unknown: shown.unknown,
            conflicts: shown.conflicts,
          },
        }),
    },
    leftOut: [
      ...incidentLeftOut(fields, incident, isHeldBack),
      ...recordKinds.flatMap((kind) => countedReasons(kind, records, reasons[kind])),
    ],
  };
}

function ownReason(
  kind: RecordKind,
  record: CaseRecords[RecordKind][number],
  format: ExportFormat,
  limits: ExportLimits,
): LeftOutReason | undefined {
  const { carries, keepsRetracted, needsTime } = formatFacts[format];
  if (!carries.includes(kind)) return 'format';
  if (needsTime === true && kind === 'entry' && 'seq' in record && record.at.utc === null)
    return 'format';
  if (!keepsRetracted) {
    if ('withdrawn' in record && record.withdrawn) return 'withdrawn';
    if ('removal' in record && record.removal?.removed === true) return 'removed';
    const isFalse = 'state' in record && record.state === 'false-positive';
    if (isFalse || ('confidence' in record && record.confidence === 'rejected'))
      return 'proved-wrong';
  }
  return kind === 'entry' ? choiceReason(record as ExportEntry, limits) : undefined;
}

function choiceReason(
  { id, at, correctedUtc }: ExportEntry,
  { entries, from, until }: ExportLimits,
): LeftOutReason | undefined {
  if (entries?.has(id) === false) return 'not-chosen';
  if (from === undefined && until === undefined) return undefined;
  const time = correctedUtc === null ? at : { ...at, utc: correctedUtc };
  const isIn =
    time.utc !== null &&
    latestMs(time) >= (from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from)) &&
    earliestMs(time) <= (until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until));
  return isIn ? undefined : 'out-of-time';
}

/**
 * Holds back what names something held back, until nothing that goes does: what is held back for that has
 * names of its own.
 */
function holdBackNamed(
  records: CaseRecords,
  reasons: Reasons,
  heldIncident: IncidentFields | undefined,
): (texts: readonly string[]) => boolean {
  const names: (string | undefined)[] = [];
  if (heldIncident !== undefined) {
    names.push(heldIncident.title);
    for (const { hosts, accounts } of records.entry) names.push(...hosts, ...accounts);
  }
  const nameHeldBack = (kind: RecordKind, id: string): void => {
    const record = records[kind].find((candidate) => candidate.id === id);
    if (record !== undefined) names.push(...namesOf(kind, record));
  };
  const isHeld = (reason: LeftOutReason | undefined): boolean =>
    reason === 'label' || reason === 'names-held-back';
  for (const kind of recordKinds)
    for (const [id, reason] of reasons[kind]) if (isHeld(reason)) nameHeldBack(kind, id);
  for (;;) {
    const namesAny = heldBackNames(names.filter((name) => name !== undefined));
    const found = recordKinds.flatMap((kind) =>
      records[kind].flatMap((record) =>
        !reasons[kind].has(record.id) &&
        namesAny(textsOf(kind, record, { isHeldBack: heldIncident !== undefined }))
          ? [{ kind, id: record.id }]
          : [],
      ),
    );
    if (found.length === 0) return namesAny;
    for (const { kind, id } of found) {
      reasons[kind].set(id, 'names-held-back');
      nameHeldBack(kind, id);
    }
  }
}

/** The lists follow the chosen entries: what none of them mentions stays behind. */
function leaveUnmentioned(records: CaseRecords, reasons: Reasons): void {
  const entries = records.entry.filter(({ id }) => !reasons.entry.has(id));
  const isMentioned = mentionedBy(entries, records);
  for (const kind of recordKinds) {
    if (kind === 'entry') continue;
    for (const record of records[kind])
      if (!reasons[kind].has(record.id) && !isMentioned[kind].has(record.id))
        reasons[kind].set(record.id, 'not-mentioned');
  }
}

/** A question that is about one entry says its id: it stays behind for the reason for which the entry does. */
function leaveQuestionsOfOthers(records: CaseRecords, reasons: Reasons): void {
  for (const { id } of records.question) {
    const reason = reasons.entry.get(/[0-9a-f]{32}/.exec(id)?.[0] ?? '');
    if (reason !== undefined && !reasons.question.has(id)) reasons.question.set(id, reason);
  }
}

function listsOf(records: CaseRecords): ExportLists {
  const lists = recordKinds.map((kind) => [listNames[kind], records[kind]]);
  return Object.fromEntries(lists) as ExportLists;
}

function onlyExercise({ exercise }: IncidentFields): IncidentFields {
  return exercise === true ? { exercise } : {};
}

const incidentWords: ReadonlySet<Role> = new Set(['name', 'text', 'named', 'person']);

/** The incident's fields without those that name something held back. */
function saidFreely(
  fields: IncidentFields,
  namesAny: (texts: readonly string[]) => boolean,
): IncidentFields {
  const said = Object.entries(incidentRules).flatMap(([name, rule]) => {
    const value = fields[name as keyof IncidentFields];
    const isFree = value !== undefined && !namesAny(wordsOf(value, rule, incidentWords));
    return isFree ? [[name, value]] : [];
  });
  return Object.fromEntries(said) as IncidentFields;
}

function incidentLeftOut(
  fields: IncidentFields,
  kept: IncidentFields,
  isHeldBack: boolean,
): readonly LeftOut[] {
  const ids = Object.keys(fields).filter((name) => !Object.hasOwn(kept, name));
  const reason = isHeldBack ? 'label' : 'names-held-back';
  return ids.length === 0 ? [] : [{ kind: 'incident', reason, ids }];
}

function countedReasons(
  kind: RecordKind,
  records: CaseRecords,
  reasons: ReadonlyMap<string, LeftOutReason>,
): readonly LeftOut[] {
  const byReason = new Map<LeftOutReason, string[]>();
  for (const { id } of records[kind]) {
    const reason = reasons.get(id);
    if (reason !== undefined) byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  }
  return [...byReason].map(([reason, ids]) => ({ kind, reason, ids }));
}

function momentsOf(
  created: string,
  going: readonly { readonly modified: string }[],
  state: NotebookState,
  isHeldBack: boolean,
): Pick<ExportCase, 'created' | 'modified'> {
  const registers = Object.values(state.incident.get('incident')?.fields ?? {}).flat();
  const moments = [
    ...going.map(({ modified }) => modified),
    ...(isHeldBack ? [] : registers.map(({ wall }) => utcText(wall))),
  ];
  return { created, modified: moments.reduce((a, b) => (a > b ? a : b), created) };
}
