import { z } from 'zod';
import { incidentFieldsSchema, incidentStatuses, phaseSchema } from '../../domain/incident.ts';
import { accountFieldsSchema } from '../../domain/account.ts';
import { actionFieldsSchema } from '../../domain/action.ts';
import { coverageFieldsSchema } from '../../domain/chain/coverage.ts';
import { courseFieldsSchema } from '../../domain/chain/course.ts';
import { itemStates } from '../../domain/checklist.ts';
import { indicatorFieldsSchema } from '../../domain/indicator.ts';
import { lessonFieldsSchema } from '../../domain/lesson.ts';
import { assetFieldsSchema } from '../../domain/system.ts';
import cloudflare from './cloudflare-2023.en.json' with { type: 'json' };
import osaka from './osaka-2022.ja.json' with { type: 'json' };

const key = z.string().min(1);
/** Entries that a record cites, by their keys. */
const entries = z.array(key).min(1);
/** States that something went through, one after the other. */
const states = <S extends z.ZodType>(state: S) =>
  z.array(z.strictObject({ value: state, because: z.string(), entries, at: z.iso.datetime() }));
const systemState = assetFieldsSchema.shape.state.unwrap().shape.value;
const accountState = accountFieldsSchema.shape.state.unwrap().shape.value;

/** A public incident as the lines, files and ticks that make a finished notebook of it. */
export const workedExampleSchema = z.strictObject({
  language: z.enum(['en', 'ja']),
  /** Name of the notebook's folder without `.kiroku`. */
  folder: z.string().min(1),
  title: z.string().min(1),
  tlp: z.literal('CLEAR'),
  zone: z.string().min(1),
  by: z.string().min(1),
  fields: incidentFieldsSchema.extend({ phase: phaseSchema, status: z.enum(incidentStatuses) }),
  /** Text files that become evidence, in the order of their item numbers. */
  evidence: z.array(
    z.strictObject({ key, file: z.string().min(1), note: z.string(), content: z.string().min(1) }),
  ),
  /** Entry lines, as a responder would type them. */
  entries: z.array(z.strictObject({ key, line: z.string().min(1) })),
  corrections: z.array(z.strictObject({ key, line: z.string().min(1), reason: z.string().min(1) })),
  checklist: z.strictObject({
    template: z.string().min(1),
    items: z.array(
      z.strictObject({
        item: z.string().min(1),
        state: z.enum(itemStates),
        entries: z.array(key),
        evidence: z.array(key).default([]),
        because: z.string(),
      }),
    ),
  }),
  systems: z.array(
    assetFieldsSchema
      .pick({ name: true, type: true, role: true, owner: true, criticality: true, keyAsset: true })
      .extend({ states: states(systemState) })
      .strict(),
  ),
  accounts: z.array(
    accountFieldsSchema
      .pick({ name: true, type: true })
      .extend({ states: states(accountState) })
      .strict(),
  ),
  indicators: z.array(
    indicatorFieldsSchema
      .pick({ type: true, value: true, state: true, stages: true, origin: true, note: true })
      .extend({ entries })
      .strict(),
  ),
  coverage: z.array(
    coverageFieldsSchema
      .pick({ state: true, note: true })
      .extend({ source: key, stage: key.optional() })
      .strict(),
  ),
  courses: z.array(courseFieldsSchema.omit({ removal: true }).extend({ entries }).strict()),
  lessons: z.array(
    lessonFieldsSchema.omit({ removal: true, review: true }).extend({ entries }).strict(),
  ),
  actions: z.array(
    actionFieldsSchema
      .omit({ removal: true, review: true, evidence: true })
      .extend({ entries })
      .strict(),
  ),
});

export type WorkedExample = z.infer<typeof workedExampleSchema>;

/** The worked examples that ship with the application, by the language they are written in. */
export function workedExample(language: 'en' | 'ja'): WorkedExample {
  return workedExampleSchema.parse(language === 'ja' ? osaka : cloudflare);
}
