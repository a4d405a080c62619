import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';
import type { Immutable } from './immutable.ts';
import { milestoneIdSchema } from './milestones.ts';
import data from './report.json' with { type: 'json' };

/** The people a report is written for. */
export const audienceIds = ['executive', 'technical', 'legal', 'review'] as const;
export type AudienceId = (typeof audienceIds)[number];

const audienceId = z.enum(audienceIds);

const spanShape = {
  from: milestoneIdSchema,
  /** The first of these that the notebook has. */
  to: z.array(milestoneIdSchema).min(1),
};

/**
 * Shape of report.json: sections and the audiences they are for, metrics between milestones, and
 * legal deadlines. Deadlines are reminders that people correct; the disclaimer is shown with them.
 */
export const reportGuidanceSchema = z.strictObject({
  version: z.string(),
  date: z.iso.date(),
  audiences: z.array(
    z.strictObject({
      code: z.string().length(1),
      id: audienceId,
      name: bilingualSchema,
      profile: bilingualSchema,
    }),
  ),
  sections: z.array(
    z.strictObject({
      id: z.string(),
      order: z.int(),
      title: bilingualSchema,
      purpose: bilingualSchema,
      audiences: z.array(audienceId).min(1),
      refs: z.array(z.string()),
    }),
  ),
  metrics: z.array(
    z.strictObject({
      id: z.string(),
      name: bilingualSchema,
      /** Usual name of the mean over several incidents. */
      mean: z.string().optional(),
      ...spanShape,
      formula: bilingualSchema,
    }),
  ),
  countMetrics: z.array(
    z.strictObject({ id: z.string(), name: bilingualSchema, rule: bilingualSchema }),
  ),
  metricRules: z.array(bilingualSchema),
  /** Spans of the timeline of VERIS 1.4. */
  verisTimeline: z.array(z.strictObject({ id: z.string(), ...spanShape })),
  regulatoryClocks: z.array(
    z.strictObject({
      id: z.string(),
      name: bilingualSchema,
      jurisdiction: z.string().length(2),
      startsAt: z.union([
        z.strictObject({ milestone: milestoneIdSchema }),
        z.strictObject({ event: bilingualSchema }),
      ]),
      /** Absent where the law names no number. */
      limit: z
        .strictObject({
          amount: z.int().min(1),
          /** Lower end where the law gives a range. */
          atLeast: z.int().min(1).optional(),
          unit: z.enum(['hour', 'day', 'business-day', 'month']),
        })
        .optional(),
      rule: bilingualSchema,
      source: bilingualSchema,
    }),
  ),
  /** Items of a report under Art. 8 of the Enforcement Rules of Japan's APPI. */
  appiReportItems: z.array(bilingualSchema),
  /** Cases of Art. 7 of the same rules in which a report is due. */
  appiTriggers: z.array(bilingualSchema),
  disclaimer: bilingualSchema,
});

export type ReportGuidance = Immutable<z.infer<typeof reportGuidanceSchema>>;
export type ReportSection = ReportGuidance['sections'][number];

/** Guidance on the report. */
// A cast, not a parse: it is our own file, and test/unit/catalogue proves it against the schema.
export const reportGuidance = data as ReportGuidance;

/** Lists the sections of a report for an audience, in their order. */
export function sectionsFor(audience: AudienceId): readonly ReportSection[] {
  return reportGuidance.sections
    .filter((section) => section.audiences.includes(audience))
    .toSorted((a, b) => a.order - b.order);
}
