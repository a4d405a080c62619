import type { Source } from '../domain/source.ts';
import type { Result } from '../lib/result.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

/** Writes down a source under an id that was given out before: its row index lies in a folder of that name. */
export async function addSource(
  { journal }: Pick<Writing, 'journal'>,
  id: string,
  source: Source,
): Promise<Result<Saved, AppendError>> {
  return saveOperation({ journal }, { t: 'source.add', id, ...source });
}
