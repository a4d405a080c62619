import { z } from 'zod';
import { isZone } from '../domain/time/zone.ts';
import { listChoiceSchema, listColumnsSchema, listKinds } from '../import/lists/list-mapping.ts';
import {
  changeReasons,
  guessReasons,
  leftReasons,
  rescueFormats,
  rescueQuestions,
  rowHints,
} from '../import/rescue/rescued-case.ts';

const count = z.int().min(0);
/** Of a file that was picked and is not taken in yet. */
export const rescueIdSchema = z.uuid();

const outcomes = ['taken', 'changed', 'guessed', 'left'] as const;
const remarks = [...leftReasons, ...changeReasons, ...guessReasons, ...rowHints] as const;

export const rescueCountsSchema = z.object({
  entries: count,
  systems: count,
  accounts: count,
  indicators: count,
  actions: count,
});
export type RescueCounts = z.infer<typeof rescueCountsSchema>;

const stepCounts = z.object({ new: count, merged: count, known: count });

/** What would become of a case; nothing has been written. */
const rescueLookSchema = z.object({
  format: z.enum(rescueFormats),
  version: z.string(),
  title: z.string(),
  /** Rows by outcome; together they are all rows of the file. */
  outcomes: z.object({ taken: count, changed: count, guessed: count, left: count }),
  /** What is accounted for beside rows: fields, lists as a whole. */
  besides: count,
  counts: rescueCountsSchema,
  /** Names of the fields whose secrets are left, never what stands in them. */
  secrets: z.array(z.string()),
  questions: z.array(z.enum(rescueQuestions)),
  /** Item number under which the opened notebook holds this case already. */
  before: z.string().nullable(),
  /** How a list is read; null for a case and for plain text. */
  list: z
    .object({
      as: z.enum(listKinds),
      columns: listColumnsSchema,
      names: z.array(z.string()),
      samples: z.array(z.array(z.string())),
      /** As the last list with these columns was read. */
      remembered: z.boolean(),
    })
    .nullable(),
  /** Against the registers of the opened notebook. */
  against: z
    .object({
      indicators: stepCounts,
      systems: stepCounts,
      accounts: stepCounts,
      completed: z.array(
        z.object({
          register: z.enum(['indicators', 'systems', 'accounts']),
          name: z.string(),
          fields: z.array(z.string()),
        }),
      ),
    })
    .nullable(),
});
export type RescueLook = z.infer<typeof rescueLookSchema>;

const accountedRowSchema = z.object({
  table: z.string(),
  row: count,
  outcome: z.enum(outcomes),
  what: z.array(z.enum(remarks)),
  detail: z.string(),
});
export type RescueRow = z.infer<typeof accountedRowSchema>;

const lookErrorSchema = z.discriminatedUnion('kind', [
  /** It was picked by another window, or before the last one. */
  z.object({ kind: z.literal('not-picked') }),
  z.object({ kind: z.literal('no-case') }),
  z.object({ kind: z.literal('too-large') }),
  z.object({ kind: z.literal('broken-workbook'), part: z.string() }),
  z.object({ kind: z.literal('encrypted'), format: z.enum(rescueFormats) }),
  z.object({
    kind: z.literal('nothing-to-take'),
    format: z.enum(rescueFormats),
    object: z.string(),
  }),
]);
export type RescueLookError = z.infer<typeof lookErrorSchema>;

/** Channels about other tools' cases but `rescue:import`, whose errors are those of jobs. No notebook has to be open. */
export const rescueContract = {
  'rescue:pick': {
    request: z.strictObject({}),
    reply: z.object({ id: rescueIdSchema, name: z.string() }),
    error: z.object({ kind: z.literal('cancelled') }),
  },
  /** Reads the picked file, again with every answer. */
  'rescue:look': {
    request: z.object({
      id: rescueIdSchema,
      /** Zone of times that carry none. */
      zone: z.string().max(64).refine(isZone, 'no time zone').optional(),
      /** Where lists and texts are wanted: what the file is to be taken for. */
      list: listChoiceSchema.optional(),
    }),
    reply: rescueLookSchema,
    error: lookErrorSchema,
  },
  /** The account of every row, page by page. */
  'rescue:rows': {
    request: z.object({
      id: rescueIdSchema,
      /** Undefined wants all. */
      outcome: z.enum(outcomes).optional(),
      from: count,
      limit: z.int().min(1).max(5_000),
    }),
    reply: z.object({ rows: z.array(accountedRowSchema), count }),
    error: lookErrorSchema,
  },
} as const;
