import { type ReportGuidance, reportGuidance } from '../catalogue/report-guidance.ts';
import {
  byUrgency,
  type Deadline,
  type DeadlineFields,
  reckonDeadline,
  type ReckonedDeadline,
  standingDeadline,
} from '../domain/deadline.ts';
import type { EntryTime } from '../domain/time/entry-time.ts';
import type { Language } from '../i18n/messages.ts';
import { currentFields, type FieldsRecord } from '../journal/records.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { ReasonMissing } from './decisions.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

export type RegulatoryClock = ReportGuidance['regulatoryClocks'][number];
export type NameMissing = { readonly kind: 'name-missing' };
export type ProofMissing = { readonly kind: 'proof-missing' };

/** The deadlines that stand, in the order in which they were first written. */
export function standingDeadlines(
  records: Iterable<FieldsRecord<DeadlineFields>>,
): readonly Deadline[] {
  return [...records].flatMap(({ id, fields }) => {
    const deadline = standingDeadline(id, currentFields<DeadlineFields>(fields));
    return deadline === undefined ? [] : [deadline];
  });
}

/** The deadlines that stand as they are reckoned now, the most urgent first. */
export function reckonDeadlines(
  records: Iterable<FieldsRecord<DeadlineFields>>,
  milestoneAt: (milestone: string) => EntryTime | undefined,
  moment: { readonly zone: string; readonly nowMs: number },
): readonly ReckonedDeadline[] {
  return standingDeadlines(records)
    .map((deadline) => reckonDeadline(deadline, milestoneAt, moment))
    .toSorted(byUrgency);
}

/** A deadline of the catalogue by its id. */
export function regulatoryClock(id: string): RegulatoryClock | undefined {
  return reportGuidance.regulatoryClocks.find((clock) => clock.id === id);
}

/** A deadline of the catalogue as a notebook takes it over: a snapshot that later editions don't touch. */
export function fieldsOfClock(clock: RegulatoryClock, language: Language): DeadlineFields {
  const { id, name, rule, source, startsAt, limit } = clock;
  return {
    clock: id,
    name: name[language],
    rule: rule[language],
    source: source[language],
    ...('milestone' in startsAt
      ? { milestone: startsAt.milestone }
      : { milestone: null, event: startsAt.event[language] }),
    limit: limit === undefined ? null : { ...limit },
  };
}

/** Writes fields of a deadline, of a new one without `before`. */
export async function writeDeadline(
  writing: Writing,
  fields: DeadlineFields,
  before?: Deadline,
): Promise<Result<Saved & { readonly deadline: string }, AppendError | NameMissing>> {
  const name = (fields.name ?? before?.name ?? '').trim();
  if (name === '') return err({ kind: 'name-missing' });
  const deadline = before?.id ?? writing.newId();
  const saved = await saveOperation(writing, {
    t: 'deadline.set',
    id: writing.newId(),
    deadline,
    fields: { ...fields, ...(fields.name !== undefined && { name }) },
  });
  return saved.ok ? ok({ ...saved.value, deadline }) : saved;
}

/** Moves a deadline to a person's own date, for a reason; null goes back to what the rule gives. */
export async function shiftDeadline(
  writing: Writing,
  deadline: string,
  shift: { readonly dueMs: number; readonly because: string } | null,
): Promise<Result<Saved, AppendError | ReasonMissing>> {
  const because = shift?.because.trim() ?? '';
  if (shift !== null && because === '') return err({ kind: 'reason-missing' });
  const moved = shift === null ? null : { due: new Date(shift.dueMs).toISOString(), because };
  return set(writing, deadline, { shift: moved });
}

/** Says that a deadline was kept: by the entries that tell of it, or in words. */
export async function finishDeadline(
  writing: Writing,
  deadline: string,
  { entries, because }: { readonly entries: readonly string[]; readonly because: string },
): Promise<Result<Saved, AppendError | ProofMissing>> {
  const given = because.trim();
  if (entries.length === 0 && given === '') return err({ kind: 'proof-missing' });
  return set(writing, deadline, { done: { done: true, entries: [...entries], because: given } });
}

/** Opens a deadline again that was said to be kept. */
export function reopenDeadline(
  writing: Writing,
  deadline: string,
): Promise<Result<Saved, AppendError>> {
  return set(writing, deadline, { done: { done: false, entries: [], because: '' } });
}

/** Takes a deadline off the list because it does not apply, and says why. */
export async function removeDeadline(
  writing: Writing,
  deadline: string,
  reason: string,
): Promise<Result<Saved, AppendError | ReasonMissing>> {
  const given = reason.trim();
  if (given === '') return err({ kind: 'reason-missing' });
  return set(writing, deadline, { removal: { removed: true, reason: given } });
}

function set(
  writing: Writing,
  deadline: string,
  fields: DeadlineFields,
): Promise<Result<Saved, AppendError>> {
  return saveOperation(writing, { t: 'deadline.set', id: writing.newId(), deadline, fields });
}
