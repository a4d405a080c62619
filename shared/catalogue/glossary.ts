import { z } from 'zod';
import { bilingualSchema } from './bilingual.ts';
import { foldTerm } from './fold-term.ts';
import data from './glossary.json' with { type: 'json' };
import type { Immutable } from './immutable.ts';

/** Shape of glossary.json: the words of the product in both languages, with other ways to say them. */
export const glossarySchema = z.strictObject({
  version: z.string(),
  date: z.iso.date(),
  usage: bilingualSchema,
  groups: z.array(z.strictObject({ id: z.string(), name: bilingualSchema })),
  terms: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z-]+$/),
      group: z.string(),
      name: bilingualSchema,
      abbr: z.string().min(1).optional(),
      /** Other words for the same thing: found by a search, not used by the product. */
      alt: z.strictObject({ en: z.array(z.string().min(1)), ja: z.array(z.string().min(1)) }),
      definition: bilingualSchema,
    }),
  ),
});

export type Glossary = Immutable<z.infer<typeof glossarySchema>>;
export type GlossaryTerm = Glossary['terms'][number];

/** The glossary. */
// A cast, not a parse: it is our own file, and test/unit/catalogue proves it against the schema.
export const glossary = data as Glossary;

/** Looks a term up by its id. */
export function termById(id: string): GlossaryTerm | undefined {
  return glossary.terms.find((term) => term.id === id);
}

/** Finds terms whose name, abbreviation or alternate contains the text, in either language. */
export function searchTerms(text: string): readonly GlossaryTerm[] {
  const wanted = foldTerm(text);
  if (wanted === '') return [];
  return glossary.terms.filter(({ name, abbr, alt }) =>
    [name.en, name.ja, abbr ?? '', ...alt.en, ...alt.ja].some((way) =>
      foldTerm(way).includes(wanted),
    ),
  );
}
