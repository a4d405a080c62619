import { type Authority, type AuthorityFields, standingAuthority } from '../domain/authority.ts';
import { type Decision, type DecisionFields, standingDecision } from '../domain/decision.ts';
import type { EntryContent } from '../domain/entry.ts';
import { entryTimeAt } from '../domain/time/entry-time.ts';
import { currentFields, type FieldsRecord } from '../journal/records.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { addEntry } from './entries.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

export type QuestionMissing = { readonly kind: 'question-missing' };
export type HolderMissing = { readonly kind: 'holder-missing' };
export type ReasonMissing = { readonly kind: 'reason-missing' };

/** The decisions that stand, in the order in which they were first written. */
export function standingDecisions(
  records: Iterable<FieldsRecord<DecisionFields>>,
): readonly Decision[] {
  return [...records].flatMap(({ id, fields }) => {
    const decision = standingDecision(id, currentFields<DecisionFields>(fields));
    return decision === undefined ? [] : [decision];
  });
}

/** The lines of the authority table that stand, in the order in which they were first written. */
export function standingAuthorities(
  records: Iterable<FieldsRecord<AuthorityFields>>,
): readonly Authority[] {
  return [...records].flatMap(({ id, fields }) => {
    const authority = standingAuthority(id, currentFields<AuthorityFields>(fields));
    return authority === undefined ? [] : [authority];
  });
}

/** Where and when a decision is written down. */
type Moment = { readonly nowMs: number; readonly zone: string };

export type SavedDecision = Saved & {
  readonly decision: string;
  /** The entry that was written for it; undefined when none was needed. */
  readonly entry: string | undefined;
};

/**
 * Writes fields of a decision, of a new one without `before`.
 *
 * As soon as something was chosen an entry of the timeline tells of it, written once: a decision that was
 * made of an entry has one already. The entry goes first, so that a disk that fills up in between leaves a
 * line in the timeline and not a decision that points nowhere.
 */
export async function writeDecision(
  writing: Writing,
  fields: DecisionFields,
  moment: Moment,
  before?: Decision,
): Promise<Result<SavedDecision, AppendError | QuestionMissing>> {
  const whole = { ...before, ...fields };
  const question = whole.question?.trim() ?? '';
  if (question === '') return err({ kind: 'question-missing' });
  const decision = before?.id ?? writing.newId();
  const text = entryTextOf(question, whole);
  let entry: string | undefined;
  if (text !== undefined && whole.entry == null) {
    const added = await addEntry(writing, entryOf(text, whole, moment));
    if (!added.ok) return added;
    entry = added.value.id;
  }
  const saved = await saveOperation(writing, {
    t: 'decision.set',
    id: writing.newId(),
    decision,
    fields: {
      ...fields,
      ...(fields.question !== undefined && { question }),
      ...(entry !== undefined && { entry }),
    },
  });
  return saved.ok ? ok({ ...saved.value, decision, entry }) : saved;
}

function entryTextOf(question: string, { chosen }: DecisionFields): string | undefined {
  return chosen == null ? undefined : `${question} → ${chosen.text}`;
}

function entryOf(
  text: string,
  { approved, asked }: DecisionFields,
  { nowMs, zone }: Moment,
): EntryContent {
  return {
    text,
    kind: 'decision',
    at: approved ?? asked ?? entryTimeAt(nowMs, zone),
    stages: [],
    techniques: [],
    hosts: [],
    tags: [],
    evidence: [],
    starred: false,
  };
}

/** Takes a decision off the page, and says why; its entry stays in the timeline. */
export async function removeDecision(
  writing: Writing,
  decision: string,
  reason: string,
): Promise<Result<Saved, AppendError | ReasonMissing>> {
  const removal = removalFor(reason);
  if (removal === undefined) return err({ kind: 'reason-missing' });
  const id = writing.newId();
  return saveOperation(writing, { t: 'decision.set', id, decision, fields: { removal } });
}

/** Writes fields of a line of the authority table, of a new one without `before`. */
export async function writeAuthority(
  writing: Writing,
  fields: AuthorityFields,
  before?: Authority,
): Promise<Result<Saved & { readonly authority: string }, AppendError | HolderMissing>> {
  const holder = (fields.holder ?? before?.holder ?? '').trim();
  if (holder === '') return err({ kind: 'holder-missing' });
  const authority = before?.id ?? writing.newId();
  const saved = await saveOperation(writing, {
    t: 'authority.set',
    id: writing.newId(),
    authority,
    fields: { ...fields, ...(fields.holder !== undefined && { holder }) },
  });
  return saved.ok ? ok({ ...saved.value, authority }) : saved;
}

/** Takes a line off the authority table, and says why. */
export async function removeAuthority(
  writing: Writing,
  authority: string,
  reason: string,
): Promise<Result<Saved, AppendError | ReasonMissing>> {
  const removal = removalFor(reason);
  if (removal === undefined) return err({ kind: 'reason-missing' });
  const id = writing.newId();
  return saveOperation(writing, { t: 'authority.set', id, authority, fields: { removal } });
}

function removalFor(reason: string): DecisionFields['removal'] {
  const given = reason.trim();
  return given === '' ? undefined : { removed: true, reason: given.slice(0, 2_000) };
}
