import { z } from 'zod';

/** A text in English and Japanese, as every catalogue holds it. */
export type Bilingual = { readonly en: string; readonly ja: string };

/** Both languages, neither empty. */
export const bilingualSchema = z.strictObject({ en: z.string().min(1), ja: z.string().min(1) });
