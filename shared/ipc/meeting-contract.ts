import { z } from 'zod';
import { entryKinds } from '../domain/entry-kind.ts';
import { entryTimeSchema } from '../domain/time/entry-time.ts';
import { idSchema, sha256Schema } from '../lib/ids.ts';

const noError = z.never();
const nothing = z.strictObject({});
const line = z.string().max(2_000);

/** An entry of another incident as a meeting tells of it. */
const toldEntrySchema = z.object({
  id: idSchema,
  /** Its number in its own notebook. */
  label: z.string().max(100),
  /** The stage under which it is told; null for what defenders did. */
  stage: z.string().nullable(),
  /** False where no entry is starred and this one was chosen for want of one. */
  starred: z.boolean(),
  time: entryTimeSchema,
  kind: z.enum(entryKinds),
  text: z.string(),
  hosts: z.array(z.string()),
  /** Number and name of each item. */
  evidence: z.array(z.string()),
});

/** Another incident that the meeting goes through. */
export const toldIncidentSchema = z.object({
  notebook: idSchema,
  title: z.string(),
  exercise: z.boolean(),
  /** Over the heads of its feeds as they were read. */
  seal: sha256Schema,
  entries: z.array(toldEntrySchema),
});
export type ToldIncident = z.infer<typeof toldIncidentSchema>;

/** Keys that a presenter has; the window of notes hands them to the room. */
export const presenterKeys = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'PageUp',
  'PageDown',
  'Home',
  'End',
] as const;

export const presenterKeySchema = z.object({ key: z.enum(presenterKeys) });

/** What stands on the second screen, for the eyes of who leads the meeting; words are ready to show. */
export const meetingNotesSchema = z.object({
  meeting: line,
  item: line,
  place: line,
  time: line,
  isOver: z.boolean(),
  now: line,
  next: line,
  hints: z.array(line).max(20),
  noted: z.array(z.object({ kind: line, text: line, owner: line })).max(1_000),
});
export type MeetingNotes = z.infer<typeof meetingNotesSchema>;

/** Channels of the review room that reach beyond its own notebook and its own window. */
export const meetingContract = {
  /** Other notebooks that this user opened lately. */
  'meeting:incidents': {
    request: nothing,
    reply: z.array(z.object({ id: z.string().min(1).max(200), name: z.string() })),
    error: noError,
  },
  /** Reads the story of one of them, writing nothing to it. */
  'meeting:story': {
    request: z.object({ recent: z.string().min(1).max(200) }),
    reply: toldIncidentSchema,
    error: z.object({ kind: z.literal('unread') }),
  },
  /** Opens the window of notes, on another screen where there is one. */
  'meeting:notes-open': { request: nothing, reply: nothing, error: noError },
  /** What it shows from now on; null closes it. */
  'meeting:notes-show': {
    request: z.object({ notes: meetingNotesSchema.nullable() }),
    reply: nothing,
    error: noError,
  },
  /** Asked by the window of notes. */
  'meeting:notes-read': { request: nothing, reply: meetingNotesSchema.nullable(), error: noError },
  'meeting:notes-key': {
    request: presenterKeySchema,
    reply: nothing,
    error: noError,
  },
} as const;
