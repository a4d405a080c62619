import { z } from 'zod';
import { tlpSchema } from '../domain/incident.ts';
import { leftOutReasons } from '../export/export-case.ts';
import { exportFormats, recordKinds } from '../export/export-formats.ts';
import { idSchema, sha256Schema } from '../lib/ids.ts';

/** What a person wants to export; null limits nothing. */
const wantedExportSchema = z.object({
  format: z.enum(exportFormats),
  tlp: tlpSchema.nullable(),
  from: z.iso.datetime().nullable(),
  until: z.iso.datetime().nullable(),
  entries: z.array(idSchema).max(1_000_000).nullable(),
});

/** What an export holds and what it leaves out, counted by reason, with a few of the names. */
const exportPreviewSchema = z.object({
  label: tlpSchema,
  included: z.array(z.object({ kind: z.enum(recordKinds), count: z.int().min(0) })),
  leftOut: z.array(
    z.object({
      kind: z.enum(['incident', ...recordKinds]),
      reason: z.enum(leftOutReasons),
      count: z.int().min(1),
      names: z.array(z.string()),
    }),
  ),
});

const noNotebook = z.object({ kind: z.literal('no-notebook') });

/** Exports of the case for other tools. */
export const caseContract = {
  'case:preview': { request: wantedExportSchema, reply: exportPreviewSchema, error: noNotebook },
  'case:export': {
    request: wantedExportSchema,
    reply: z.object({
      files: z.array(z.object({ place: z.string(), bytes: z.int(), sha256: sha256Schema })),
      preview: exportPreviewSchema,
    }),
    error: z.discriminatedUnion('kind', [
      noNotebook,
      z.object({ kind: z.literal('cancelled') }),
      z.object({ kind: z.literal('disk-full') }),
      z.object({ kind: z.literal('write-failed'), detail: z.string() }),
    ]),
  },
} as const;
