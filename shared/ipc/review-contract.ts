import { z } from 'zod';
import { actionFieldsSchema, actionStates } from '../domain/action.ts';
import { idSchema, sha256Schema } from '../lib/ids.ts';
import { sharingChoicesSchema } from '../report/sharing-choices.ts';

const noNotebook = z.object({ kind: z.literal('no-notebook') });
const cancelled = z.object({ kind: z.literal('cancelled') });
const writeProblems = [
  z.object({ kind: z.literal('disk-full') }),
  z.object({ kind: z.literal('write-failed'), detail: z.string() }),
] as const;
const printFailed = z.object({ kind: z.literal('print-failed'), detail: z.string() });
const noSuchRelease = z.object({ kind: z.literal('no-such-release') });
const newerChoice = z.object({ kind: z.literal('newer-choice') });

const format = z.enum(['pdf', 'docx', 'html', 'md', 'json']);
/** What a PDF of this Chromium does not have; absent where nothing is missing. */
export const pdfLacksSchema = z.array(z.enum(['tags', 'outline'])).optional();
const file = z.object({
  place: z.string(),
  bytes: z.int(),
  sha256: sha256Schema,
  lacks: pdfLacksSchema,
});

const listedActionSchema = z.object({
  ...actionFieldsSchema.shape,
  id: idSchema,
  text: z.string(),
  state: z.enum(actionStates),
});

/** Channels of the report, its releases, review meetings, handovers and actions. */
export const reviewContract = {
  'report:export': {
    request: z.object({
      format,
      language: z.enum(['en', 'ja', 'both']),
      /** Everything where nothing is chosen. */
      sharing: sharingChoicesSchema.optional(),
      zone: z.string().min(1).max(64),
    }),
    reply: file,
    error: z.discriminatedUnion('kind', [noNotebook, cancelled, printFailed, ...writeProblems]),
  },
  /** Freezes a file of an approved version in the notebook. */
  'release:publish': {
    request: z.object({ release: idSchema, format }),
    reply: z.object({ no: z.string(), evidence: z.string(), sha256: sha256Schema }),
    error: z.discriminatedUnion('kind', [
      noNotebook,
      noSuchRelease,
      newerChoice,
      printFailed,
      z.object({ kind: z.literal('not-approved') }),
      z.object({ kind: z.literal('already-released') }),
      ...writeProblems,
    ]),
  },
  /** Writes a version where a person says: the frozen file, else what reviewers are to read. */
  'release:file': {
    request: z.object({ release: idSchema, format }),
    reply: file,
    error: z.discriminatedUnion('kind', [
      noNotebook,
      cancelled,
      noSuchRelease,
      newerChoice,
      printFailed,
      ...writeProblems,
    ]),
  },
  /** Compares a file that a person chooses with the released ones. */
  'release:check': {
    request: z.strictObject({}),
    reply: z.object({
      place: z.string(),
      sha256: sha256Schema,
      /** The version that it is; null for a file that was never released. */
      release: idSchema.nullable(),
    }),
    error: z.discriminatedUnion('kind', [
      noNotebook,
      cancelled,
      z.object({ kind: z.literal('read-failed'), detail: z.string() }),
    ]),
  },
  /** Writes the minutes of a meeting, or the digest of a handover. */
  'document:export': {
    request: z.object({
      document: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('minutes'), review: idSchema }),
        z.object({ kind: z.literal('handover'), sinceMs: z.int() }),
      ]),
      format,
      language: z.enum(['en', 'ja']),
      zone: z.string().min(1).max(64),
    }),
    reply: file,
    error: z.discriminatedUnion('kind', [
      noNotebook,
      cancelled,
      printFailed,
      z.object({ kind: z.literal('not-found') }),
      ...writeProblems,
    ]),
  },
  /** Actions of every notebook that this user opened lately and that can be reached. */
  'actions:list': {
    request: z.strictObject({}),
    reply: z.array(
      z.object({
        /** Name of the notebook, without a path. */
        name: z.string(),
        title: z.string(),
        actions: z.array(listedActionSchema),
        /** True for one that could not be read. */
        unread: z.boolean(),
      }),
    ),
    error: z.never(),
  },
} as const;

export type ListedActions = z.infer<(typeof reviewContract)['actions:list']['reply']>[number];
