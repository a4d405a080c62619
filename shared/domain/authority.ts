import { z } from 'zod';
import { removalSchema } from './removal.ts';

/** What a person may be empowered to do in an incident. */
export const powers = [
  'isolate-host',
  'isolate-segment',
  'disable-account',
  'stop-service',
  'stop-plant',
  'cut-internet',
  'notify-regulator',
  'notify-public',
  'call-police',
  'restore-service',
  'declare-incident',
  'other',
] as const;
export type Power = (typeof powers)[number];

const text = z.string().max(500);

/** Fields of a line of the authority table; every one is a register of its own. */
export const authorityFieldsSchema = z.object({
  power: z.enum(powers).optional(),
  /** Of what: `ward network`, `line 3`, `all clients`; empty for everything. */
  scope: text.optional(),
  holder: z.string().min(1).max(200).optional(),
  role: z.string().max(200).optional(),
  /** How to reach them when the network is down. */
  reach: text.optional(),
  deputies: z
    .array(z.object({ name: z.string().min(1).max(200), reach: text }))
    .max(20)
    .optional(),
  /** What binds it: hours, amounts, whom to ask first. */
  conditions: z.string().max(20_000).optional(),
  removal: removalSchema.optional(),
});

export type AuthorityFields = z.infer<typeof authorityFieldsSchema>;

/** A line of the authority table that stands. */
export type Authority = AuthorityFields & {
  readonly id: string;
  readonly power: Power;
  readonly holder: string;
};

/** The line of a record; undefined while it does not say who may do what, or when it was taken off. */
export function standingAuthority(id: string, fields: AuthorityFields): Authority | undefined {
  const { power, holder, removal } = fields;
  if (power === undefined || holder === undefined) return undefined;
  return removal?.removed === true ? undefined : { ...fields, id, power, holder };
}

/** Everybody whom a line empowers: the holder first, then the deputies in their order. */
export function empowered({
  holder,
  reach = '',
  deputies = [],
}: Authority): readonly { readonly name: string; readonly reach: string }[] {
  return [{ name: holder, reach }, ...deputies];
}
