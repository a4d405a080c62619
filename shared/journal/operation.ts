import { z } from 'zod';
import { accountFieldsSchema } from '../domain/account.ts';
import { actionFieldsSchema } from '../domain/action.ts';
import { authorityFieldsSchema } from '../domain/authority.ts';
import { courseFieldsSchema } from '../domain/chain/course.ts';
import { coverageFieldsSchema } from '../domain/chain/coverage.ts';
import { questionFieldsSchema, questionKeySchema } from '../domain/chain/question.ts';
import { serviceFieldsSchema } from '../domain/business-service.ts';
import { adoptedChecklistSchema, itemSettingSchema } from '../domain/checklist.ts';
import { deadlineFieldsSchema } from '../domain/deadline.ts';
import { decisionFieldsSchema } from '../domain/decision.ts';
import { deviceFieldsSchema } from '../domain/device.ts';
import { contactFieldsSchema } from '../domain/contact.ts';
import { entryContentSchema } from '../domain/entry.ts';
import { filterFieldsSchema } from '../domain/entry-filter.ts';
import {
  custodyEventSchema,
  evidenceItemSchema,
  firstFieldsSchema,
  keptItemSchema,
} from '../domain/evidence.ts';
import { evidenceFieldsSchema } from '../domain/evidence-fields.ts';
import { handoverSchema } from '../domain/handover.ts';
import { incidentFieldsSchema } from '../domain/incident.ts';
import { indicatorFieldsSchema } from '../domain/indicator.ts';
import { pathFieldsSchema } from '../domain/intrusion-path.ts';
import { lessonFieldsSchema } from '../domain/lesson.ts';
import { clockCheckSchema } from '../domain/machine-clock.ts';
import { mergeSchema } from '../domain/merge.ts';
import { readMarkSchema } from '../domain/read-mark.ts';
import {
  reportPublicationSchema,
  reportSubmissionSchema,
  reportVerdictSchema,
  reportWithdrawalSchema,
} from '../domain/report-release.ts';
import { minuteFieldsSchema, reviewFieldsSchema } from '../domain/review-meeting.ts';
import { movementFieldsSchema } from '../domain/movement.ts';
import { sourceClockSchema, sourceSchema } from '../domain/source.ts';
import { assetFieldsSchema } from '../domain/system.ts';
import { feedIdSchema, idSchema, sha256Schema } from '../lib/ids.ts';
import { err, ok, type Result } from '../lib/result.ts';

const id = idSchema;
/** Raw 32-byte Ed25519 public key in base64. */
const publicKeySchema = z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/);
const reason = z.string().min(1).max(20_000);

/**
 * Every operation type of format version 1 that this program writes, by name.
 *
 * Operations are facts that were true when written. A schema here may gain optional fields; a
 * shipped one is never narrowed, since notebooks hold lines written under it. Fields that a schema
 * does not name stay in the line and are ignored.
 */
export const operationSchemas = {
  'feed.open': z.object({
    t: z.literal('feed.open'),
    id,
    key: publicKeySchema,
    device: z.string().max(200),
    host: z.string().max(255),
    user: z.string().max(255),
    app: z.string().max(64),
    build: z.string().max(64),
    /** The feed that this device could not continue (damaged, rolled back, or its key is gone). */
    predecessor: feedIdSchema.optional(),
  }),
  /** The last line of a feed: its device goes on under another key, so in another feed. */
  'key.rotate': z.object({
    t: z.literal('key.rotate'),
    id,
    /** The next feed, named after its key. */
    feed: feedIdSchema,
    key: publicKeySchema,
  }),
  'incident.set': z.object({
    t: z.literal('incident.set'),
    id,
    fields: incidentFieldsSchema,
    /** Why the phase was moved; of the other fields nobody asks it. */
    because: z.string().max(2_000).optional(),
  }),
  'entry.add': entryContentSchema.extend({ t: z.literal('entry.add'), id }),
  'entry.correct': entryContentSchema.extend({
    t: z.literal('entry.correct'),
    id,
    entry: id,
    reason,
  }),
  'entry.withdraw': z.object({ t: z.literal('entry.withdraw'), id, entry: id, reason }),
  'entry.restore': z.object({ t: z.literal('entry.restore'), id, entry: id, reason }),
  'evidence.add': evidenceItemSchema.extend({
    ...firstFieldsSchema.shape,
    t: z.literal('evidence.add'),
    id,
  }),
  /** An item of which no copy lies in the notebook. */
  'evidence.item': keptItemSchema.extend({
    ...firstFieldsSchema.shape,
    t: z.literal('evidence.item'),
    id,
  }),
  'evidence.set': z.object({
    t: z.literal('evidence.set'),
    id,
    /** The item. */
    evidence: id,
    fields: evidenceFieldsSchema,
  }),
  'evidence.custody': custodyEventSchema.extend({ t: z.literal('evidence.custody'), id }),
  'source.add': sourceSchema.extend({ t: z.literal('source.add'), id }),
  'source.clock': sourceClockSchema.extend({ t: z.literal('source.clock'), id }),
  'checklist.adopt': adoptedChecklistSchema.extend({ t: z.literal('checklist.adopt'), id }),
  'checklist.item': itemSettingSchema.extend({
    t: z.literal('checklist.item'),
    id,
    checklist: id,
    item: z.string().min(1).max(64),
  }),
  'asset.set': z.object({
    t: z.literal('asset.set'),
    id,
    /** The system; the first operation that names it adds it. */
    asset: id,
    fields: assetFieldsSchema,
  }),
  'account.set': z.object({
    t: z.literal('account.set'),
    id,
    account: id,
    fields: accountFieldsSchema,
  }),
  'service.set': z.object({
    t: z.literal('service.set'),
    id,
    /** The business service; the first operation that names it adds it. */
    service: id,
    fields: serviceFieldsSchema,
  }),
  'contact.set': z.object({
    t: z.literal('contact.set'),
    id,
    contact: id,
    fields: contactFieldsSchema,
  }),
  'movement.set': z.object({
    t: z.literal('movement.set'),
    id,
    movement: id,
    fields: movementFieldsSchema,
  }),
  'indicator.set': z.object({
    t: z.literal('indicator.set'),
    id,
    indicator: id,
    fields: indicatorFieldsSchema,
  }),
  'action.set': z.object({
    t: z.literal('action.set'),
    id,
    action: id,
    fields: actionFieldsSchema,
  }),
  'filter.set': z.object({
    t: z.literal('filter.set'),
    id,
    filter: id,
    fields: filterFieldsSchema,
  }),
  'path.set': z.object({ t: z.literal('path.set'), id, path: id, fields: pathFieldsSchema }),
  'question.set': z.object({
    t: z.literal('question.set'),
    id,
    /** What follows from the entries gives the question its key; nobody adds one by hand. */
    question: questionKeySchema,
    fields: questionFieldsSchema,
  }),
  'coverage.set': z.object({
    t: z.literal('coverage.set'),
    id,
    /** Kind of log by the catalogue's id. */
    source: z.string().min(1).max(64),
    /** Where it differs in one stage; without it the source as a whole is meant. */
    stage: z.string().min(1).max(64).optional(),
    fields: coverageFieldsSchema,
  }),
  'course.set': z.object({
    t: z.literal('course.set'),
    id,
    course: id,
    fields: courseFieldsSchema,
  }),
  'decision.set': z.object({
    t: z.literal('decision.set'),
    id,
    decision: id,
    fields: decisionFieldsSchema,
  }),
  'authority.set': z.object({
    t: z.literal('authority.set'),
    id,
    /** The line of the table. */
    authority: id,
    fields: authorityFieldsSchema,
  }),
  'deadline.set': z.object({
    t: z.literal('deadline.set'),
    id,
    deadline: id,
    fields: deadlineFieldsSchema,
  }),
  /** Its writer has read everything up to these lines. */
  'read.mark': readMarkSchema.extend({ t: z.literal('read.mark'), id }),
  'device.set': z.object({
    t: z.literal('device.set'),
    id,
    /** The feed of the device that it is about. */
    device: feedIdSchema,
    fields: deviceFieldsSchema,
  }),
  'lesson.set': z.object({
    t: z.literal('lesson.set'),
    id,
    lesson: id,
    fields: lessonFieldsSchema,
  }),
  'review.set': z.object({
    t: z.literal('review.set'),
    id,
    /** The meeting. */
    review: id,
    fields: reviewFieldsSchema,
  }),
  'minute.set': z.object({
    t: z.literal('minute.set'),
    id,
    minute: id,
    fields: minuteFieldsSchema,
  }),
  'release.submit': reportSubmissionSchema.extend({ t: z.literal('release.submit'), id }),
  'release.review': reportVerdictSchema.extend({ t: z.literal('release.review'), id }),
  'release.publish': reportPublicationSchema.extend({ t: z.literal('release.publish'), id }),
  'release.withdraw': reportWithdrawalSchema.extend({ t: z.literal('release.withdraw'), id }),
  'handover.accept': handoverSchema.extend({ t: z.literal('handover.accept'), id }),
  'clock.check': clockCheckSchema.extend({ t: z.literal('clock.check'), id }),
  'clock.jump': z.object({
    t: z.literal('clock.jump'),
    id,
    /** How far the wall clock moved against the monotonic one, in ms; negative is backwards. */
    byMs: z.int(),
  }),
  merge: mergeSchema.extend({ t: z.literal('merge'), id }),
  seal: z.object({
    t: z.literal('seal'),
    id,
    heads: z.record(feedIdSchema, z.tuple([z.int().min(0), sha256Schema])),
    /** SHA-256 over the sorted evidence hashes, each followed by a newline. */
    evidence: sha256Schema,
    /** SHA-256 of the canonical JSON of `heads`. */
    value: sha256Schema,
  }),
} as const;

export const operationSchema = z.discriminatedUnion('t', [
  operationSchemas['feed.open'],
  operationSchemas['key.rotate'],
  operationSchemas['incident.set'],
  operationSchemas['entry.add'],
  operationSchemas['entry.correct'],
  operationSchemas['entry.withdraw'],
  operationSchemas['entry.restore'],
  operationSchemas['evidence.add'],
  operationSchemas['evidence.item'],
  operationSchemas['evidence.set'],
  operationSchemas['evidence.custody'],
  operationSchemas['source.add'],
  operationSchemas['source.clock'],
  operationSchemas['checklist.adopt'],
  operationSchemas['checklist.item'],
  operationSchemas['asset.set'],
  operationSchemas['account.set'],
  operationSchemas['service.set'],
  operationSchemas['contact.set'],
  operationSchemas['movement.set'],
  operationSchemas['indicator.set'],
  operationSchemas['action.set'],
  operationSchemas['filter.set'],
  operationSchemas['path.set'],
  operationSchemas['question.set'],
  operationSchemas['coverage.set'],
  operationSchemas['course.set'],
  operationSchemas['decision.set'],
  operationSchemas['authority.set'],
  operationSchemas['deadline.set'],
  operationSchemas['read.mark'],
  operationSchemas['device.set'],
  operationSchemas['lesson.set'],
  operationSchemas['review.set'],
  operationSchemas['minute.set'],
  operationSchemas['release.submit'],
  operationSchemas['release.review'],
  operationSchemas['release.publish'],
  operationSchemas['release.withdraw'],
  operationSchemas['handover.accept'],
  operationSchemas['clock.check'],
  operationSchemas['clock.jump'],
  operationSchemas.merge,
  operationSchemas.seal,
]);

export type Operation = z.infer<typeof operationSchema>;

/** What a schema gave in this process; it is on nobody's way but to the journal. */
const parsed = new WeakSet<Operation>();

/** `operationSchema` at the edge of a process: what it gives, `parseOperation` knows again. */
export const arrivingOperationSchema = operationSchema.transform((operation) => {
  parsed.add(operation);
  return operation;
});

/** Parses an operation; one that has just been parsed on its way here is taken as it is. */
export function parseOperation(
  operation: Operation,
): Result<Operation, { readonly field: string }> {
  if (parsed.has(operation)) return ok(operation);
  const result = operationSchema.safeParse(operation);
  return result.success
    ? ok(result.data)
    : err({ field: (result.error.issues[0]?.path ?? []).join('.') });
}

export type OperationType = Operation['t'];
export type OperationOf<T extends OperationType> = Extract<Operation, { t: T }>;

/** True for a type that this version knows how to read. */
export function isKnownType(t: string): t is OperationType {
  return Object.hasOwn(operationSchemas, t);
}
