import { z } from 'zod';
import { tlpSchema } from '../domain/incident.ts';
import { audiences } from './audiences.ts';
import type { ReportOptions } from './report-options.ts';
import { reportTemplateSchema } from './report-template.ts';

/** Whom a report goes to and what it keeps from them, as the window chooses it. */
export const sharingChoicesSchema = z.object({
  audience: z.enum(audiences),
  limit: tlpSchema.optional(),
  roles: z.boolean(),
  defang: z.boolean(),
  /** The shape that its readers get, of the same audience; the audience's own without one. */
  template: reportTemplateSchema.optional(),
});
export type SharingChoices = z.infer<typeof sharingChoicesSchema>;

/** Everything, as it stands. */
export const wholeReport: SharingChoices = { audience: 'technical', roles: false, defang: false };

/** The options of a report by these choices. */
export function optionsOfSharing({
  audience,
  limit,
  roles,
  defang,
  template,
}: SharingChoices): Pick<ReportOptions, 'audience' | 'redaction' | 'template'> {
  return {
    audience,
    ...(template !== undefined && { template }),
    redaction: { ...(limit !== undefined && { limit }), roles, defang },
  };
}
