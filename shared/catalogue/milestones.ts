import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';
import type { Immutable } from './immutable.ts';
import data from './milestones.json' with { type: 'json' };

/** The moments of an incident that times are measured between, in their usual order. */
export const milestoneIds = [
  'first_activity',
  'first_access',
  'lateral',
  'exfil_first',
  'exfil_last',
  'detected',
  'acknowledged',
  'declared',
  'escalated',
  'known',
  'contained',
  'eradicated',
  'recovered',
  'closed',
] as const;

export const milestoneIdSchema = z.enum(milestoneIds);
export type MilestoneId = z.infer<typeof milestoneIdSchema>;

/** Shape of milestones.json. */
export const milestonesSchema = z.strictObject({
  milestones: z.array(
    z.strictObject({ id: milestoneIdSchema, name: bilingualSchema, definition: bilingualSchema }),
  ),
});

export type Milestone = Immutable<z.infer<typeof milestonesSchema>>['milestones'][number];

/** All milestones; checklist items set them, metrics and legal deadlines count from them. */
// A cast, not a parse: it is our own file, and test/unit/catalogue proves it against the schema.
export const milestones = data.milestones as readonly Milestone[];

/** Looks a milestone up by its id. */
export function milestoneById(id: string): Milestone | undefined {
  return milestones.find((milestone) => milestone.id === id);
}
