import { z } from 'zod';
import { bilingualSchema, type Bilingual } from './bilingual.ts';
import data from './citations.json' with { type: 'json' };

/** Shape of citations.json: sources that each language names in its own way. */
export const citationsSchema = z.strictObject({
  citations: z.array(z.strictObject({ ref: z.string().min(1), name: bilingualSchema })),
});

const names = new Map<string, Bilingual>(data.citations.map(({ ref, name }) => [ref, name]));

/** Names a source of the catalogues for a reader; a standard reads the same in both languages. */
export function citation(ref: string): Bilingual {
  return names.get(ref) ?? { en: ref, ja: ref };
}
