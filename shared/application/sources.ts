import { type Source, type SourceClock, sourceSchema } from '../domain/source.ts';
import { foldText } from '../domain/text-search.ts';
import type { SourceRecord } from '../journal/records.ts';
import { err, type Result } from '../lib/result.ts';
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

/** Why a name cannot be that of a new source. */
export type SourceNameError =
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'name-too-long' }
  /** An entry could not say which of two it means. */
  | { readonly kind: 'name-taken'; readonly source: string };

/** What is wrong with a name for a source beside those that there are; undefined when nothing is. */
export function sourceNameProblem(
  name: string,
  sources: Iterable<SourceRecord>,
): SourceNameError | undefined {
  const wanted = foldText(name.trim());
  if (wanted === '') return { kind: 'name-missing' };
  if (!sourceSchema.shape.name.safeParse(name.trim()).success) return { kind: 'name-too-long' };
  for (const { id, source } of sources)
    if (source !== undefined && foldText(source.name) === wanted)
      return { kind: 'name-taken', source: id };
  return undefined;
}

/** Writes down a source without a file: a camera, a badge reader, a person's watch. */
export async function registerSource(
  writing: Writing,
  name: string,
  sources: Iterable<SourceRecord>,
): Promise<Result<Saved, AppendError | SourceNameError>> {
  const problem = sourceNameProblem(name, sources);
  return problem === undefined
    ? addSource(writing, writing.newId(), { name: name.trim() })
    : err(problem);
}

/** A measurement says how and against what, or nobody can judge it later. */
export type HowMissing = { readonly kind: 'how-missing' };

/** Writes down how far a source's clock was off; times of the source are corrected by it from then on. */
export async function measureSourceClock(
  writing: Writing,
  source: string,
  clock: SourceClock,
): Promise<Result<Saved, AppendError | HowMissing>> {
  const how = clock.how.trim();
  if (how === '') return err({ kind: 'how-missing' });
  return saveOperation(writing, {
    t: 'source.clock',
    id: writing.newId(),
    source,
    ...clock,
    how,
  });
}
