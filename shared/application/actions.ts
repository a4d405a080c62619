import type { ActionFields, ActionState } from '../domain/action.ts';
import type { LessonFields } from '../domain/lesson.ts';
import { type ActionRecord, currentFields, type FieldsRecord } from '../journal/records.ts';
import { err, type Result } from '../lib/result.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

/** An action that stands on the list. */
export type StandingAction = ActionFields & {
  readonly id: string;
  readonly text: string;
  readonly state: ActionState;
  /** Every state that it was given, the oldest first. */
  readonly states: ActionRecord['states'];
};

/** A lesson that stands. */
export type StandingLesson = LessonFields & { readonly id: string; readonly text: string };

export type TextMissing = { readonly kind: 'text-missing' };

/** True while somebody still has to do it. */
export function isWaiting({ state }: Pick<ActionFields, 'state'>): boolean {
  return state !== 'done' && state !== 'dropped';
}

/** True for what should have been done by now. */
export function isOverdue(action: Pick<ActionFields, 'state' | 'due'>, nowMs: number): boolean {
  return isWaiting(action) && action.due != null && Date.parse(action.due) < nowMs;
}

const priorities = { high: 0, medium: 1, low: 2 } as const;

/** What waits first, then what is due first, then what weighs more. */
export function compareActions(a: StandingAction, b: StandingAction): number {
  const dueOf = ({ due }: StandingAction): number =>
    due == null ? Number.MAX_SAFE_INTEGER : Date.parse(due);
  const weight = ({ priority }: StandingAction): number => priorities[priority ?? 'medium'];
  return (
    Number(isWaiting(b)) - Number(isWaiting(a)) ||
    dueOf(a) - dueOf(b) ||
    weight(a) - weight(b) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** The actions that stand, most urgent first. */
export function standingActions(records: Iterable<ActionRecord>): readonly StandingAction[] {
  return [...records]
    .flatMap(({ id, fields, states }) => {
      const { text, state = 'open', ...rest } = currentFields<ActionFields>(fields);
      if (text === undefined || rest.removal?.removed === true) return [];
      return [{ ...rest, id, text, state, states }];
    })
    .toSorted(compareActions);
}

/** The lessons that stand, in the order in which they were drawn. */
export function standingLessons(
  records: Iterable<FieldsRecord<LessonFields>>,
): readonly StandingLesson[] {
  return [...records].flatMap(({ id, fields }) => {
    const { text, ...rest } = currentFields<LessonFields>(fields);
    if (text === undefined || rest.removal?.removed === true) return [];
    return [{ ...rest, id, text }];
  });
}

/** Writes fields of an action, of a new one without `action`. */
export async function setAction(
  writing: Writing,
  fields: ActionFields,
  action?: string,
): Promise<Result<Saved & { readonly action: string }, AppendError | TextMissing>> {
  const text = fields.text?.trim();
  if (text === '' || (action === undefined && text === undefined))
    return err({ kind: 'text-missing' });
  const id = action ?? writing.newId();
  const saved = await saveOperation(writing, {
    t: 'action.set',
    id: writing.newId(),
    action: id,
    fields: {
      ...fields,
      ...(text !== undefined && { text }),
      ...(action === undefined && { state: fields.state ?? 'open' }),
    },
  });
  return saved.ok ? { ok: true, value: { ...saved.value, action: id } } : saved;
}

/** Writes fields of a lesson, of a new one without `lesson`. */
export async function setLesson(
  writing: Writing,
  fields: LessonFields,
  lesson?: string,
): Promise<Result<Saved & { readonly lesson: string }, AppendError | TextMissing>> {
  const text = fields.text?.trim();
  if (text === '' || (lesson === undefined && text === undefined))
    return err({ kind: 'text-missing' });
  const id = lesson ?? writing.newId();
  const saved = await saveOperation(writing, {
    t: 'lesson.set',
    id: writing.newId(),
    lesson: id,
    fields: { ...fields, ...(text !== undefined && { text }) },
  });
  return saved.ok ? { ok: true, value: { ...saved.value, lesson: id } } : saved;
}
