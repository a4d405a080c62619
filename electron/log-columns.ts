import * as z from 'zod/mini';
import { type KeptChoices, openKeptChoices } from './kept-choices.ts';

const schema = z.object({
  /** All columns that the file has. */
  names: z.array(z.string()),
  /** As it was kept; what is no mapping of columns any more is asked about anew. */
  columns: z.unknown(),
});

/** Which columns of tables this user took in as logs mean what. */
export type LogColumns = KeptChoices<z.infer<typeof schema>>;

/** Opens the file of them. */
export function openLogColumns(file: string, onUnsaved: (error: unknown) => void) {
  return openKeptChoices(file, { schema, namesOf: ({ names }) => names, onUnsaved });
}
