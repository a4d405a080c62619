import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { tlpSchema } from './incident.ts';
import { removalSchema } from './removal.ts';

export const indicatorTypes = [
  'ipv4',
  'ipv6',
  'ip-range',
  'domain',
  'url',
  'email',
  'md5',
  'sha1',
  'sha256',
  'sha512',
  'cve',
  'file-name',
  'file-path',
  'registry-key',
  'mutex',
  'user-agent',
  'mac',
  'asn',
  'bitcoin',
  /** An ATT&CK id. */
  'technique',
  /** What somebody does, in words: it outlives every address. */
  'behaviour',
  'other',
] as const;

export const indicatorStates = [
  'candidate',
  'confirmed',
  'shared',
  'blocked',
  'expired',
  'false-positive',
] as const;

/** Fields of an indicator of compromise; every one is a register of its own. */
export const indicatorFieldsSchema = z.object({
  type: z.enum(indicatorTypes).optional(),
  /** As it is, never defanged. */
  value: z.string().min(1).max(8_192).optional(),
  state: z.enum(indicatorStates).optional(),
  confidence: z.enum(['confirmed', 'probable', 'possible', 'rejected']).optional(),
  tlp: tlpSchema.optional(),
  firstSeen: z.iso.datetime().nullable().optional(),
  lastSeen: z.iso.datetime().nullable().optional(),
  validUntil: z.iso.datetime().nullable().optional(),
  stages: z.array(z.string().min(1).max(200)).max(50).optional(),
  techniques: z.array(z.string().min(1).max(32)).max(100).optional(),
  /** Systems by the name that entries use. */
  systems: z.array(z.string().min(1).max(200)).max(500).optional(),
  entries: z.array(idSchema).max(500).optional(),
  /** Where it comes from: an advisory, a tool, a partner. */
  origin: z.string().max(2_000).optional(),
  note: z.string().max(20_000).optional(),
  /** Who was told, and when; the whole list is written anew. */
  told: z
    .array(z.object({ who: z.string().min(1).max(200), at: z.iso.datetime().nullable() }))
    .max(200)
    .optional(),
  /** Where it was seen beyond the notebook's entries: by whom, in what. */
  sightings: z
    .array(z.object({ where: z.string().min(1).max(500), at: z.iso.datetime().nullable() }))
    .max(500)
    .optional(),
  removal: removalSchema.optional(),
});

export type IndicatorFields = z.infer<typeof indicatorFieldsSchema>;
