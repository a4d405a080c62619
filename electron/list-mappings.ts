import * as z from 'zod/mini';
import { type KeptChoices, openKeptChoices } from './kept-choices.ts';

// What a column may mean is asked of each reading: a meaning that is no more is a note.
const schema = z.object({
  as: z.enum(['indicators', 'systems', 'accounts']),
  columns: z.record(z.string(), z.string()),
});

/** How lists were read that this user took in; whoever reads with it parses it first. */
export type ListMappings = KeptChoices<z.infer<typeof schema>>;

/** Opens the file of them. */
export function openListMappings(file: string, onUnsaved: (error: unknown) => void) {
  const namesOf = ({ columns }: z.infer<typeof schema>) => Object.keys(columns);
  return openKeptChoices(file, { schema, namesOf, onUnsaved });
}
