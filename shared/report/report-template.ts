import { z } from 'zod';
import { err, ok, type Result } from '../lib/result.ts';
import { type Audience, audiences, sectionsForAudience } from './audiences.ts';
import { type LogoFault, logoFaults, logoSchema } from './logo.ts';
import { type OwnSectionId, sectionIds } from './section-ids.ts';

const title = z.string().min(1).max(200);

/** What the letters of a report look like. */
export const typefaces = ['sans', 'serif'] as const;
export type Typeface = (typeof typefaces)[number];

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
    /** A picture of the organisation for the cover. */
    logo: logoSchema.optional(),
    typeface: z.enum(typefaces).default('sans'),
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

/** Shapes of one notebook's reports, for an audience at most one. */
export const reportShapesSchema = z
  .array(reportTemplateSchema)
  .refine((shapes) => new Set(shapes.map(({ audience }) => audience)).size === shapes.length, {
    message: 'an audience has one shape',
  });

export type ReportTemplate = z.infer<typeof reportTemplateSchema>;
export type AddedSection = ReportTemplate['added'][number];

export type TemplateError =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'not-a-template'; readonly field: string }
  /** Everything else may be right; the picture is not. */
  | { readonly kind: 'logo'; readonly fault: LogoFault };

/** Largest file that is read as a template, in bytes. */
export const longestTemplateBytes = 16 * 1024 * 1024;

/** Why a file is not taken as a template, or as the picture in one. */
export type TemplateFileError =
  | TemplateError
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'read-failed'; readonly detail: string };

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
  const [issue] = read.error.issues;
  const fault = logoFaults.find((each) => each === issue?.message);
  if (issue?.code === 'custom' && fault !== undefined) return err({ kind: 'logo', fault });
  const path = [...(issue?.path ?? [])];
  // A field of a later program has no path of its own: it is named by the one that holds it.
  if (issue?.code === 'unrecognized_keys') path.push(issue.keys[0] ?? '');
  return err({ kind: 'not-a-template', field: path.join('.') });
}

/** The shape that an audience has by itself, to begin a template with. */
export function templateOfAudience(audience: Audience, name: string): ReportTemplate {
  return {
    schema: 'kiroku-report-template/1',
    name,
    audience,
    sections: [...(sectionsForAudience(audience) as readonly OwnSectionId[])],
    added: [],
    header: '',
    typeface: 'sans',
  };
}

/** Writes a template for a file that people may edit by hand. */
export function writeReportTemplate(template: ReportTemplate): string {
  return `${JSON.stringify(template, null, 2)}\n`;
}
