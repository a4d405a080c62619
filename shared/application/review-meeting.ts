import { type AgendaItem, agendaItems, type MinuteFields } from '../domain/review-meeting.ts';
import type { ReviewFields } from '../domain/review-meeting.ts';
import { currentFields, type FieldsRecord } from '../journal/records.ts';
import { err, type Result } from '../lib/result.ts';
import type { TextMissing } from './actions.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

/** A meeting that stands. */
export type StandingReview = ReviewFields & { readonly id: string };

/** A decision or a question of a meeting. */
export type StandingMinute = MinuteFields & { readonly id: string; readonly text: string };

/** Minutes that an item usually takes in a meeting of an hour. */
export const usualMinutes: Readonly<Record<AgendaItem, number>> = {
  opening: 3,
  story: 15,
  well: 5,
  hurt: 8,
  lucky: 3,
  questions: 10,
  nist: 6,
  actions: 7,
  closing: 3,
};

/** The agenda of a meeting: as it was set, else the usual one. */
export function agendaOf({
  agenda,
}: Pick<ReviewFields, 'agenda'>): NonNullable<ReviewFields['agenda']> {
  return agenda ?? agendaItems.map((item) => ({ item, minutes: usualMinutes[item] }));
}

/** The meetings that stand, oldest first. */
export function standingReviews(
  records: Iterable<FieldsRecord<ReviewFields>>,
): readonly StandingReview[] {
  return [...records].flatMap(({ id, fields }) => {
    const review = currentFields<ReviewFields>(fields);
    return review.removal?.removed === true ? [] : [{ ...review, id }];
  });
}

/** Decisions and questions that stand in the minutes of a meeting. */
export function minutesOf(
  records: Iterable<FieldsRecord<MinuteFields>>,
  review: string,
): readonly StandingMinute[] {
  return [...records].flatMap(({ id, fields }) => {
    const { text, ...rest } = currentFields<MinuteFields>(fields);
    if (text === undefined || rest.removal?.removed === true || rest.review !== review) return [];
    return [{ ...rest, id, text }];
  });
}

/** Writes fields of a meeting, of a new one without `review`. */
export async function setReview(
  writing: Writing,
  fields: ReviewFields,
  review: string = writing.newId(),
): Promise<Result<Saved & { readonly review: string }, AppendError>> {
  const saved = await saveOperation(writing, {
    t: 'review.set',
    id: writing.newId(),
    review,
    fields,
  });
  return saved.ok ? { ok: true, value: { ...saved.value, review } } : saved;
}

/** Writes a decision or a question into the minutes. */
export async function setMinute(
  writing: Writing,
  fields: MinuteFields,
  minute: string = writing.newId(),
): Promise<Result<Saved, AppendError | TextMissing>> {
  if (fields.text?.trim() === '') return err({ kind: 'text-missing' });
  return saveOperation(writing, {
    t: 'minute.set',
    id: writing.newId(),
    minute,
    fields: { ...fields, ...(fields.text !== undefined && { text: fields.text.trim() }) },
  });
}
