import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { defenceLayers } from './chain/course.ts';
import { improvementCategories } from './improvement.ts';
import { removalSchema } from './removal.ts';

/** What a lesson is drawn from: what went well, what held the work up, what only luck did. */
export const lessonKinds = ['well', 'hurt', 'lucky', 'learned'] as const;
export type LessonKind = (typeof lessonKinds)[number];

/** Fields of a lesson; every one is a register of its own. */
export const lessonFieldsSchema = z.object({
  text: z.string().min(1).max(20_000).optional(),
  kind: z.enum(lessonKinds).optional(),
  /** The condition behind it, never a person. */
  cause: z.string().max(20_000).optional(),
  category: z.enum(improvementCategories).nullable().optional(),
  stage: z.string().min(1).max(200).nullable().optional(),
  layer: z.enum(defenceLayers).nullable().optional(),
  entries: z.array(idSchema).max(500).optional(),
  /** The review meeting that drew it. */
  review: idSchema.optional(),
  removal: removalSchema.optional(),
});

export type LessonFields = z.infer<typeof lessonFieldsSchema>;
