import { z } from 'zod';
import { sha256Schema } from '../lib/ids.ts';
import { logoFaults, logoSchema } from '../report/logo.ts';
import { reportShapesSchema, reportTemplateSchema } from '../report/report-template.ts';

const nothing = z.strictObject({});
const noNotebook = z.object({ kind: z.literal('no-notebook') });
const cancelled = z.object({ kind: z.literal('cancelled') });

/** A file that was not taken, with its name, without its path. */
const refused = z.object({
  kind: z.literal('refused'),
  file: z.string(),
  because: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('read-failed'), detail: z.string() }),
    z.object({ kind: z.literal('too-large'), bytes: z.int(), limit: z.int() }),
    z.object({ kind: z.literal('not-json') }),
    z.object({ kind: z.literal('not-a-template'), field: z.string() }),
    z.object({ kind: z.literal('logo'), fault: z.enum(logoFaults) }),
  ]),
});

/** Shapes of the report that a person made: kept on this machine, carried as files. */
export const templateContract = {
  /** What was kept for the notebook of this window. */
  'template:kept': {
    request: nothing,
    reply: z.object({ shapes: reportShapesSchema }),
    error: noNotebook,
  },
  'template:keep': {
    request: z.object({ shapes: reportShapesSchema }),
    reply: nothing,
    error: noNotebook,
  },
  'template:save': {
    request: z.object({ template: reportTemplateSchema }),
    reply: z.object({ place: z.string(), bytes: z.int(), sha256: sha256Schema }),
    error: z.discriminatedUnion('kind', [
      cancelled,
      z.object({ kind: z.literal('disk-full') }),
      z.object({ kind: z.literal('write-failed'), detail: z.string() }),
    ]),
  },
  'template:open': {
    request: nothing,
    reply: z.object({ template: reportTemplateSchema, file: z.string() }),
    error: z.discriminatedUnion('kind', [cancelled, refused]),
  },
  /** A picture as the logo of a template. */
  'template:logo': {
    request: nothing,
    reply: z.object({ logo: logoSchema }),
    error: z.discriminatedUnion('kind', [cancelled, refused]),
  },
} as const;
