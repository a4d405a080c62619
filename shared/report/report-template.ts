import { z } from 'zod';
import { err, ok, type Result } from '../lib/result.ts';
import { audiences } from './audiences.ts';
import { sectionIds } from './section-ids.ts';

const title = z.string().min(1).max(200);

/** A section that an organisation adds: its own words, in one language or both. */
const addedSectionSchema = z.strictObject({
  id: z.string().regex(/^custom-\d{1,3}$/),
  title: z.strictObject({ en: title.optional(), ja: title.optional() }),
  text: z.strictObject({
    en: z.string().max(100_000).optional(),
    ja: z.string().max(100_000).optional(),
  }),
});

/**
 * The shape of reports of an organisation, exchanged as a file: for whom, which sections in which order,
 * and sections of its own. It holds nothing of any incident.
 */
export const reportTemplateSchema = z
  .strictObject({
    schema: z.literal('kiroku-report-template/1'),
    name: title,
    audience: z.enum(audiences),
    /** Sections in their order; what is not named is hidden. */
    sections: z
      .array(z.union([z.enum(sectionIds), z.string().regex(/^custom-\d{1,3}$/)]))
      .min(1)
      .max(100),
    added: z.array(addedSectionSchema).max(50).default([]),
    /** A line of the organisation for the head of every page. */
    header: z.string().max(200).default(''),
  })
  .refine(({ sections }) => new Set(sections).size === sections.length, {
    path: ['sections'],
    message: 'a section stands once',
  })
  .refine(
    ({ sections, added }) => {
      const ids = new Set(added.map(({ id }) => id));
      return (
        ids.size === added.length &&
        sections.every((id) => !id.startsWith('custom-') || ids.has(id))
      );
    },
    { path: ['added'], message: 'every added section is described once' },
  );

export type ReportTemplate = z.infer<typeof reportTemplateSchema>;
export type AddedSection = ReportTemplate['added'][number];

export type TemplateError =
  { readonly kind: 'not-json' } | { readonly kind: 'not-a-template'; readonly field: string };

/** Reads the text of a template file. */
export function readReportTemplate(text: string): Result<ReportTemplate, TemplateError> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return err({ kind: 'not-json' });
  }
  const read = reportTemplateSchema.safeParse(value);
  if (read.success) return ok(read.data);
  return err({ kind: 'not-a-template', field: read.error.issues[0]?.path.join('.') ?? '' });
}

/** Writes a template for a file that people may edit by hand. */
export function writeReportTemplate(template: ReportTemplate): string {
  return `${JSON.stringify(template, null, 2)}\n`;
}
