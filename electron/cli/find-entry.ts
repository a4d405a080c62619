import { cliMessages } from '#shared/i18n/cli-messages.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import type { EntryRecord } from '#shared/journal/records.ts';
import { CliProblem } from './command.ts';

/** The entry that a person names by its number or its id. */
export function findEntry(state: NotebookState, name: string): EntryRecord {
  const byId = state.entries.get(name);
  if (byId !== undefined) return byId;
  const byNumber = /^\d+$/.test(name)
    ? [...state.entries.values()].filter(({ origin }) => origin?.seq === Number(name))
    : [];
  const [found, second] = byNumber;
  if (found === undefined) throw new CliProblem(cliMessages.unknownEntry, { entry: name });
  if (second !== undefined) throw new CliProblem(cliMessages.entryNotUnique, { entry: name });
  return found;
}

/** The id of an evidence item that a person names by its number or its id. */
export function findEvidenceId(state: NotebookState, name: string): string {
  if (state.evidence.has(name)) return name;
  const wanted = name.toUpperCase();
  for (const { id, item } of state.evidence.values()) if (item?.no === wanted) return id;
  throw new CliProblem(cliMessages.unknownEvidence, { item: name });
}
