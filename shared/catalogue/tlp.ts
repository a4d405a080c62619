import { z } from 'zod';
import { tlpLabels, tlpSchema, type Tlp } from '../domain/incident.ts';
import { bilingualSchema } from './bilingual.ts';
import type { Immutable } from './immutable.ts';
import data from './tlp.json' with { type: 'json' };

/** Shape of tlp.json: FIRST Traffic Light Protocol 2.0 with the STIX 2.1 markings of OASIS. */
export const tlpCatalogueSchema = z.strictObject({
  version: z.literal('2.0'),
  source: z.string(),
  labels: z.array(
    z.strictObject({
      label: tlpSchema,
      stixValue: z.string(),
      stixId: z.string().startsWith('marking-definition--'),
      meaning: bilingualSchema,
    }),
  ),
});

export type TlpMarking = Immutable<z.infer<typeof tlpCatalogueSchema>>['labels'][number];

/** The five labels from the widest audience to the narrowest. */
// A cast, not a parse: it is our own file, and test/unit/catalogue proves it against the schema.
export const tlpMarkings = data.labels as readonly TlpMarking[];

/** Looks up what belongs to a label. */
export function tlpMarking(label: Tlp): TlpMarking {
  const marking = tlpMarkings.find((candidate) => candidate.label === label);
  if (marking === undefined) throw new Error(`No marking ${label} in the catalogue`);
  return marking;
}

/** 0 for CLEAR to 4 for RED: a higher number may be shared with fewer people. */
export function tlpOrder(label: Tlp): number {
  return tlpLabels.indexOf(label);
}

/** The label as it is printed, `TLP:AMBER+STRICT`; never translated. */
export function tlpText(label: Tlp): string {
  return `TLP:${label}`;
}
