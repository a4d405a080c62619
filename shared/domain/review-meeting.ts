import { z } from 'zod';
import { idSchema, sha256Schema } from '../lib/ids.ts';
import { removalSchema } from './removal.ts';

/** How somebody took part in a meeting. */
export const presences = ['present', 'remote', 'excused'] as const;
export type Presence = (typeof presences)[number];

const attendeeSchema = z.object({
  name: z.string().min(1).max(200),
  /** What they do in the organisation or had to do with the incident. */
  role: z.string().max(200),
  presence: z.enum(presences),
});

/** Items of the agenda, in their order. */
export const agendaItems = [
  'opening',
  'story',
  'well',
  'hurt',
  'lucky',
  'questions',
  'nist',
  'actions',
  'closing',
] as const;
export type AgendaItem = (typeof agendaItems)[number];

/** Fields of a review meeting; every one is a register of its own. */
export const reviewFieldsSchema = z.object({
  title: z.string().min(1).max(300).optional(),
  /** RFC 3339 in UTC. */
  startedAt: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().nullable().optional(),
  place: z.string().max(300).optional(),
  /** Who leads through it. */
  chair: z.string().max(200).optional(),
  attendees: z.array(attendeeSchema).max(200).optional(),
  /** Minutes that each item of the agenda may take. */
  agenda: z
    .array(z.object({ item: z.enum(agendaItems), minutes: z.int().min(0).max(600) }))
    .max(50)
    .optional(),
  /** Other incidents that the meeting went through, each with its seal as it was read. */
  incidents: z
    .array(z.object({ notebook: idSchema, title: z.string().max(300), seal: sha256Schema }))
    .max(20)
    .optional(),
  removal: removalSchema.optional(),
});

export type ReviewFields = z.infer<typeof reviewFieldsSchema>;
export type Attendee = z.infer<typeof attendeeSchema>;

/** What a meeting writes into its minutes beside actions and lessons. */
export const minuteKinds = ['decision', 'question'] as const;
export type MinuteKind = (typeof minuteKinds)[number];

/** Fields of a decision or a question in the minutes; every one is a register of its own. */
export const minuteFieldsSchema = z.object({
  review: idSchema.optional(),
  kind: z.enum(minuteKinds).optional(),
  text: z.string().min(1).max(20_000).optional(),
  owner: z.string().max(200).optional(),
  /** RFC 3339 in UTC; null when it is not due at any time. */
  due: z.iso.datetime().nullable().optional(),
  /** Entries that were on the screen. */
  entries: z.array(idSchema).max(500).optional(),
  /** The item of the agenda that it belongs to. */
  item: z.enum(agendaItems).optional(),
  removal: removalSchema.optional(),
});

export type MinuteFields = z.infer<typeof minuteFieldsSchema>;
