import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';

const bilingual = z.object({ en: z.string(), ja: z.string() });

export const itemStates = ['open', 'doing', 'done', 'not-applicable', 'blocked'] as const;
export type ItemState = (typeof itemStates)[number];

/** One item as it stood in the template on the day it was adopted. */
export const adoptedItemSchema = z.object({
  id: z.string().min(1).max(64),
  phase: z.string().min(1).max(64),
  step: z.string().min(1).max(64),
  text: bilingual,
  why: bilingual.optional(),
  stages: z.array(z.string()).default([]),
  refs: z.array(z.string()).default([]),
  csf: z.array(z.string()).default([]),
  critical: z.boolean().default(false),
  needsApproval: z.boolean().default(false),
  evidenceExpected: z.boolean().default(false),
  milestone: z.string().optional(),
  /** When the item is only sometimes due. */
  appliesWhen: bilingual.optional(),
});
export type AdoptedItem = z.infer<typeof adoptedItemSchema>;

/** A template taken into the notebook: a snapshot that later edits of the template don't touch. */
export const adoptedChecklistSchema = z.object({
  template: z.string().min(1).max(64),
  version: z.string().max(32),
  title: bilingual,
  items: z.array(adoptedItemSchema).max(2000),
});
export type AdoptedChecklist = z.infer<typeof adoptedChecklistSchema>;

/** The whole state of one item, as a person set it. */
export const itemSettingSchema = z.object({
  state: z.enum(itemStates),
  /** Why it does not apply, what blocks it, or why a done item can cite nothing. */
  because: z.string().max(20_000),
  note: z.string().max(20_000),
  owner: z.string().max(200),
  /** Entries and evidence items (ids) that prove the state. */
  entries: z.array(idSchema).max(200),
  evidence: z.array(idSchema).max(200),
  /** RFC 3339 in UTC; null when it is not due at any time. */
  due: z.iso.datetime().nullable().optional(),
  /** Items of the same checklist that have to be settled first. */
  blockedBy: z.array(z.string().min(1).max(64)).max(50).optional(),
});
export type ItemSetting = z.infer<typeof itemSettingSchema>;

/** The state of an item that nobody has touched. */
export const untouchedItem: ItemSetting = {
  state: 'open',
  because: '',
  note: '',
  owner: '',
  entries: [],
  evidence: [],
};

/** What is missing before a setting may be saved. */
export type SettingGap = 'citation-or-reason' | 'reason';

/**
 * Tells what a setting lacks: a done item cites an entry or evidence or says why it cannot;
 * "not applicable" and "blocked" say why.
 */
export function gapOf(setting: ItemSetting): SettingGap | undefined {
  const hasReason = setting.because.trim() !== '';
  if (setting.state === 'done')
    return hasReason || setting.entries.length + setting.evidence.length > 0
      ? undefined
      : 'citation-or-reason';
  if (setting.state === 'not-applicable' || setting.state === 'blocked')
    return hasReason ? undefined : 'reason';
  return undefined;
}
