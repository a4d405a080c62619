import { foldText } from '#shared/domain/text-search.ts';
import { clockMessages } from '#shared/i18n/clock-messages.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import type { SourceRecord } from '#shared/journal/records.ts';
import { CliProblem } from './command.ts';

/** The source that a person names by its name or its id. */
export function findSource(state: NotebookState, name: string): SourceRecord {
  const byId = state.sources.get(name);
  if (byId !== undefined) return byId;
  const wanted = foldText(name.trim());
  const [found, second] = [...state.sources.values()].filter(
    ({ source }) => source !== undefined && foldText(source.name) === wanted,
  );
  if (found === undefined) throw new CliProblem(clockMessages.unknownSource, { source: name });
  if (second !== undefined) throw new CliProblem(clockMessages.sourceNotUnique, { source: name });
  return found;
}
