import { z } from 'zod';
import { feedIdSchema, idSchema, sha256Schema } from '../lib/ids.ts';
import { tlpSchema } from './incident.ts';

const headsSchema = z.record(feedIdSchema, z.tuple([z.int().min(0), sha256Schema]));

/** Audiences, languages and formats by name: a later version may have more of each. */
const choice = z.string().min(1).max(64);

/** A version of the report that somebody gave to reviewers: which one, and of which state of the notebook. */
export const reportSubmissionSchema = z.object({
  /** `R-001`. */
  no: z.string().regex(/^R-[0-9]{3,}$/),
  audience: choice,
  language: choice,
  /** Zone in which its times are written. */
  zone: z.string().min(1).max(64),
  /** The widest label that its readers may see. */
  limit: tlpSchema.optional(),
  roles: z.boolean(),
  defang: z.boolean(),
  /** The template that its readers get, as the text of its file; the audience's own shape without one. */
  template: z.string().min(1).max(900_000).optional(),
  /** What the writer says that it changes against the one before. */
  changes: z.string().max(20_000),
  /** Last line of every feed: what is released later is the report of exactly these lines. */
  heads: headsSchema,
});

/** What a reviewer says of a version. */
export const verdicts = ['approve', 'comment', 'object'] as const;
export type Verdict = (typeof verdicts)[number];

export const reportVerdictSchema = z.object({
  release: idSchema,
  verdict: z.enum(verdicts),
  /** In which role: `CISO`, `legal`. */
  role: z.string().max(200),
  text: z.string().max(20_000),
});

/** A file of a released version: frozen, and held in the notebook as an evidence item. */
export const reportPublicationSchema = z.object({
  release: idSchema,
  format: choice,
  /** The evidence item with the bytes. */
  evidence: idSchema,
  sha256: sha256Schema,
  size: z.int().min(0),
});

export const reportWithdrawalSchema = z.object({
  release: idSchema,
  reason: z.string().min(1).max(20_000),
});

export type ReportSubmission = z.infer<typeof reportSubmissionSchema>;
export type ReportVerdict = z.infer<typeof reportVerdictSchema>;
export type ReportPublication = z.infer<typeof reportPublicationSchema>;
export type ReportWithdrawal = z.infer<typeof reportWithdrawalSchema>;
