import { z } from 'zod';
import { notebookKinds, tlpSchema } from '../domain/incident.ts';
import { payloadSchema } from '../journal/envelope.ts';
import { arrivingOperationSchema } from '../journal/operation.ts';
import { feedIdSchema, idSchema, sha256Schema } from '../lib/ids.ts';
import type { Result } from '../lib/result.ts';
import type { IpcChannel, IpcEvent } from './channels.ts';
import { copyContract } from './copy-contract.ts';
import { coverageContract } from './coverage-contract.ts';
import { evidenceContract, type IntakeWish } from './evidence-contract.ts';
import { caseContract } from './export-contract.ts';
import { guidanceContract } from './guidance-contract.ts';
import { appendErrorSchema, jobErrorSchema, jobSchema } from './job-contract.ts';
import { logContract, previewIdSchema, rowsFoundSchema } from './log-contract.ts';
import { meetingContract, meetingNotesSchema, presenterKeySchema } from './meeting-contract.ts';
import { menuCommandSchema } from './menu-command.ts';
import {
  type OpenedNotebook,
  openedNotebookSchema,
  type OpenError,
  openErrorSchema,
} from './opened-notebook.ts';
import { reviewContract } from './review-contract.ts';
import { rescueContract, rescueCountsSchema, rescueIdSchema } from './rescue-contract.ts';
import { openingContract } from './opening-contract.ts';
import { redactionContract } from './redaction-contract.ts';
import { findingSchema, sharingContract } from './sharing-contract.ts';
import { timestampContract } from './timestamp-contract.ts';
import { templateContract } from './template-contract.ts';

const nothing = z.strictObject({});
const seq = z.int().min(0);
const shortText = z.string().max(300);

export const languageSchema = z.enum(['en', 'ja']);
export type Language = z.infer<typeof languageSchema>;

export const partnerSchema = z.object({ name: z.string().min(1).max(200), tlp: tlpSchema });
export type Partner = z.infer<typeof partnerSchema>;

export const settingsSchema = z.object({
  language: languageSchema,
  theme: z.enum(['system', 'light', 'dark']),
  /** Name or initials that new operations carry. */
  by: z.string().max(200),
  /** Who cases are shared with, and the narrowest label that each may have. */
  partners: z.array(partnerSchema).max(200).optional(),
});
export type Settings = z.infer<typeof settingsSchema>;

const signedLineSchema = z.object({ p: payloadSchema, s: z.string(), hash: sha256Schema });

export type { OpenedNotebook, OpenError };

const appendedSchema = z.object({ feed: feedIdSchema, seq, hash: sha256Schema, wall: z.int() });
export type Appended = z.infer<typeof appendedSchema>;

const cancelled = z.object({ kind: z.literal('cancelled') });

export type { AppendError, Job } from './job-contract.ts';

const noError = z.never();
const noNotebook = z.object({ kind: z.literal('no-notebook') });

/** The one contract between window and main process: request, reply and error of every channel. */
export const ipcContract = {
  'app:info': {
    request: nothing,
    reply: z.object({
      version: z.string(),
      commit: z.string(),
      runtime: z.string(),
      platform: z.string(),
      zone: z.string(),
      /** True on the development runtime that must not be shipped. */
      testRuntime: z.boolean(),
      /** The recent notebook that this window was made for, or shows already: opened without being asked. */
      opening: shortText.optional(),
    }),
    error: noError,
  },
  'settings:read': { request: nothing, reply: settingsSchema, error: noError },
  'settings:change': { request: settingsSchema.partial(), reply: settingsSchema, error: noError },
  'draft:read': {
    request: z.object({ notebook: idSchema }),
    reply: z.object({ text: z.string() }),
    error: noError,
  },
  'draft:save': {
    request: z.object({ notebook: idSchema, text: z.string().max(200_000) }),
    reply: nothing,
    error: noError,
  },
  'notebook:recent': {
    request: nothing,
    reply: z.array(z.object({ id: shortText, name: z.string(), place: z.string() })),
    error: noError,
  },
  'notebook:create': {
    request: z.object({
      title: z.string().min(1).max(300),
      by: z.string().max(200),
      tlp: tlpSchema,
      zone: z.string().min(1).max(64),
      /** Ask where to put it; otherwise it goes into the notebooks folder of this user. */
      choosePlace: z.boolean(),
      kind: z.enum(notebookKinds).optional(),
    }),
    reply: openedNotebookSchema,
    error: openErrorSchema,
  },
  'notebook:open': {
    /** The id of a recent notebook, or nothing to choose a folder in a dialog. */
    request: z.object({ recent: shortText.optional() }),
    reply: openedNotebookSchema,
    error: openErrorSchema,
  },
  'notebook:example': {
    request: z.object({ language: languageSchema }),
    reply: openedNotebookSchema,
    error: openErrorSchema,
  },
  'notebook:close': { request: nothing, reply: nothing, error: noError },
  'notebook:lines': {
    /** Lines after these positions in feed order; the window asks again until `end`. */
    request: z.object({
      after: z.record(feedIdSchema, z.int().min(-1)),
      limit: z.int().min(1).max(5000),
    }),
    /** `lines` is a page of `shared/journal/line-page.ts`. */
    reply: z.object({ lines: z.string(), end: z.boolean() }),
    error: noNotebook,
  },
  'notebook:append': {
    request: z.object({ operation: arrivingOperationSchema }),
    reply: appendedSchema,
    error: appendErrorSchema,
  },
  'notebook:verify': {
    request: nothing,
    reply: z.object({
      findings: z.array(findingSchema),
      feeds: z.int(),
      lines: z.int(),
      evidence: z.int(),
      seal: sha256Schema,
    }),
    error: noNotebook,
  },
  ...evidenceContract,
  ...logContract,
  /** Takes a picked file in as it was previewed last: all questions have to be answered. */
  'log:import': {
    request: z.object({ id: previewIdSchema, note: z.string().max(20_000) }),
    reply: z.object({ job: jobSchema }),
    error: z.discriminatedUnion('kind', [
      noNotebook,
      z.object({ kind: z.literal('read-only') }),
      z.object({ kind: z.literal('not-answered') }),
    ]),
  },
  ...rescueContract,
  /** Takes a case in as it was looked at last; told of as a job meanwhile, and resolved when it is over. */
  'rescue:import': {
    request: z.object({
      id: rescueIdSchema,
      /** Whether the file becomes evidence: secrets in it then stay and travel with the notebook. */
      withOriginal: z.boolean(),
      note: z.string().max(20_000),
    }),
    reply: z.object({
      counts: rescueCountsSchema,
      /** Item number of the file; null when it is not evidence. */
      evidence: z.string().nullable(),
    }),
    error: z.discriminatedUnion('kind', [
      noNotebook,
      z.object({ kind: z.literal('read-only') }),
      z.object({ kind: z.literal('not-answered') }),
      z.object({ kind: z.literal('file-changed'), no: z.string() }),
      /** The file could not be taken as evidence; nothing of the case was written. */
      z.object({ kind: z.literal('not-taken'), because: jobErrorSchema.or(cancelled) }),
      /** Lines that were written before stay. */
      z.object({
        kind: z.literal('stopped'),
        because: appendErrorSchema.or(cancelled),
        written: z.int().min(0),
        of: z.int().min(0),
      }),
    ]),
  },
  ...reviewContract,
  ...meetingContract,
  ...caseContract,
  ...coverageContract,
  ...guidanceContract,
  ...sharingContract,
  ...openingContract,
  ...redactionContract,
  ...copyContract,
  ...timestampContract,
  ...templateContract,
} as const satisfies Record<IpcChannel, { request: z.ZodType; reply: z.ZodType; error: z.ZodType }>;

/** What the main process sends by itself. */
export const ipcEventContract = {
  /** Lines that were written and synced, in order: the projector's only food after opening. */
  'journal:appended': z.object({ lines: z.array(signedLineSchema) }),
  'job:changed': jobSchema,
  'rows:found': rowsFoundSchema,
  'command:run': menuCommandSchema,
  /** To the window of notes: what it shows from now on. */
  'meeting:notes': meetingNotesSchema,
  /** To the room: a key that was pressed in the window of notes. */
  'meeting:key': presenterKeySchema,
} as const satisfies Record<IpcEvent, z.core.$ZodType>;

type Contract = typeof ipcContract;
export type IpcRequest<C extends IpcChannel> = z.infer<Contract[C]['request']>;
export type IpcReply<C extends IpcChannel> = Result<
  z.infer<Contract[C]['reply']>,
  z.infer<Contract[C]['error']>
>;
export type IpcEventPayload<E extends IpcEvent> = z.infer<(typeof ipcEventContract)[E]>;

export type IpcHandlers = {
  readonly [C in IpcChannel]: (request: IpcRequest<C>) => Promise<IpcReply<C>>;
};

/** What the preload script puts on `window.kiroku`; a dropped file is the browser's own `File`. */
export type DesktopBridge<DroppedFile = unknown> = {
  readonly [C in Exclude<IpcChannel, 'evidence:drop' | 'log:drop'>]: (
    request: IpcRequest<C>,
  ) => Promise<IpcReply<C>>;
} & {
  /** The preload script reads the paths from the files; the page never sees one. */
  readonly 'evidence:drop': (
    files: readonly DroppedFile[],
    note: string,
    wish?: IntakeWish,
  ) => Promise<IpcReply<'evidence:drop'>>;
  readonly 'log:drop': (files: readonly DroppedFile[]) => Promise<IpcReply<'log:drop'>>;
  /** Listens to an event of the main process; returns the way to stop. */
  readonly subscribe: (event: IpcEvent, listener: (payload: unknown) => void) => () => void;
};
