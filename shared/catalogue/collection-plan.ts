import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';
import data from './collection-plan.json' with { type: 'json' };
import type { Immutable } from './immutable.ts';

const part = z.string().regex(/^[^A-Z]{2,40}$/);

/**
 * Shape of collection-plan.json: what to secure, the most volatile first, by incident type.
 *
 * A type is the id of a checklist template; a step without types is for every incident.
 */
export const collectionPlanSchema = z.strictObject({
  version: z.string(),
  date: z.iso.date(),
  note: bilingualSchema,
  source: z.string(),
  steps: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z-]+$/),
      /** Place in the order of volatility (evidence.json). */
      volatility: z.int().min(1).max(7),
      what: bilingualSchema,
      where: bilingualSchema,
      templates: z.array(z.string()),
      /** Endings of file names that are of this kind, in lower case. */
      endings: z.array(part),
      /** Parts of file names that say so. */
      names: z.array(part),
    }),
  ),
});

export type CollectionPlan = Immutable<z.infer<typeof collectionPlanSchema>>;
export type CollectionStep = CollectionPlan['steps'][number];

/** What to secure first. */
// A cast, not a parse: it is our own file, and test/unit/catalogue proves it against the schema.
export const collectionPlan = data as CollectionPlan;

/** The steps for an incident with these checklists, the most volatile first; the general ones without any. */
export function collectionStepsFor(templates: readonly string[]): readonly CollectionStep[] {
  const types = templates.length === 0 ? ['general-nist'] : templates;
  return collectionPlan.steps
    .filter(
      (step) => step.templates.length === 0 || step.templates.some((id) => types.includes(id)),
    )
    .toSorted((a, b) => a.volatility - b.volatility);
}

/** True when the name of a file says that it is what a step asks for. */
export function isCollected({ endings, names }: CollectionStep, fileName: string): boolean {
  const name = fileName.normalize('NFKC').toLowerCase();
  const bare = name.replace(/\.(?:gz|zip|7z|xz|bz2|zst)$/, '');
  return (
    endings.some((ending) => bare.endsWith(`.${ending}`)) ||
    names.some((word) => name.includes(word))
  );
}
