import { z } from 'zod';
import { incidentFieldsSchema, incidentStatuses, phaseSchema } from '../../domain/incident.ts';
import { itemStates } from '../../domain/checklist.ts';
import cloudflare from './cloudflare-2023.en.json' with { type: 'json' };
import osaka from './osaka-2022.ja.json' with { type: 'json' };

const key = z.string().min(1);

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
});

export type WorkedExample = z.infer<typeof workedExampleSchema>;

/** The worked examples that ship with the application, by the language they are written in. */
export function workedExample(language: 'en' | 'ja'): WorkedExample {
  return workedExampleSchema.parse(language === 'ja' ? osaka : cloudflare);
}
