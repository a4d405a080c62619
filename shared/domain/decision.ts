import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { removalSchema } from './removal.ts';
import { entryTimeSchema } from './time/entry-time.ts';

const name = z.string().max(200);

/** Fields of a decision; every one is a register of its own, since several people fill them in. */
export const decisionFieldsSchema = z.object({
  /** What had to be decided. */
  question: z.string().min(1).max(2_000).optional(),
  /** What could be done; `because` says why it was not what was chosen. */
  options: z
    .array(z.object({ text: z.string().min(1).max(2_000), because: z.string().max(2_000) }))
    .max(50)
    .optional(),
  /** What was chosen, in words, and why; null while nobody has decided. */
  chosen: z
    .object({ text: z.string().min(1).max(2_000), because: z.string().max(20_000) })
    .nullable()
    .optional(),
  /** What was known when it was decided. */
  known: z.array(idSchema).max(500).optional(),
  askedBy: name.optional(),
  approvedBy: name.optional(),
  /** The line of the authority table under which it was approved; null when it stands on none. */
  authority: idSchema.nullable().optional(),
  /** What it stands on where the table does not say: an order, a policy, an emergency. */
  basis: z.string().max(2_000).optional(),
  asked: entryTimeSchema.nullable().optional(),
  approved: entryTimeSchema.nullable().optional(),
  executed: entryTimeSchema.nullable().optional(),
  /** RFC 3339 in UTC: when it has to be looked at again; null when never. */
  review: z.iso.datetime().nullable().optional(),
  outcome: z.string().max(20_000).optional(),
  /** What asked for it: an action of the stage guide (`I-A1`) or a checklist item (`RW-C01`). */
  about: z.string().max(128).optional(),
  /** The entry of the timeline that tells of it; null when none does. */
  entry: idSchema.nullable().optional(),
  removal: removalSchema.optional(),
});

export type DecisionFields = z.infer<typeof decisionFieldsSchema>;

/** How far a decision is: nobody decided, decided but not approved, approved, or carried out. */
export type DecisionState = 'asked' | 'chosen' | 'approved' | 'executed';

/** Where a decision stands, by what is written of it. */
export function decisionState({ chosen, approved, executed }: DecisionFields): DecisionState {
  if (executed != null) return 'executed';
  if (chosen == null) return 'asked';
  return approved == null ? 'chosen' : 'approved';
}

/** A decision that stands. */
export type Decision = DecisionFields & { readonly id: string; readonly question: string };

/** The decision of a record; undefined while nobody wrote its question, or when it was taken off. */
export function standingDecision(id: string, fields: DecisionFields): Decision | undefined {
  const { question, removal } = fields;
  return question === undefined || removal?.removed === true
    ? undefined
    : { ...fields, id, question };
}

/** True when a decision has to be looked at again by now. */
export function isReviewDue({ review }: DecisionFields, nowMs: number): boolean {
  return review != null && Date.parse(review) <= nowMs;
}
