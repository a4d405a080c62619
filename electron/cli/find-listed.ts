import type { ReasonMissing } from '#shared/application/decisions.ts';
import type { AppendError, Saved, Writing } from '#shared/application/ports.ts';
import { decisionCliMessages as m } from '#shared/i18n/decision-cli-messages.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import type { Result } from '#shared/lib/result.ts';
import { readState } from '../notebook/read-state.ts';
import { acknowledge } from './acknowledge.ts';
import { type CliContext, CliProblem, type ExitCode, exitCodes, folderAndName } from './command.ts';
import { writeNotebook } from './with-notebook.ts';
import { appendProblem } from './word-error.ts';

/** What a person names by its number in the list that the verb prints, or by its id. */
export function findListed<T extends { readonly id: string }>(list: readonly T[], name: string): T {
  const found =
    list.find(({ id }) => id === name) ??
    (/^\d{1,6}$/.test(name) ? list[Number(name) - 1] : undefined);
  if (found === undefined) throw new CliProblem(m.notListed, { name });
  return found;
}

/** Takes what a person names off its list, for a reason. */
export async function removeListed(
  context: CliContext,
  words: readonly string[],
  { by, because = '' }: { readonly by: string | undefined; readonly because: string | undefined },
  list: {
    readonly what: string;
    readonly listOf: (state: NotebookState) => readonly { readonly id: string }[];
    readonly remove: (
      writing: Writing,
      id: string,
      reason: string,
    ) => Promise<Result<Saved, AppendError | ReasonMissing>>;
  },
): Promise<ExitCode> {
  const [folder, wanted] = folderAndName(context, words, list.what);
  return writeNotebook(context, folder, by, async (notebook, writing) => {
    const { id } = findListed(list.listOf(await readState(notebook)), wanted);
    const saved = await list.remove(writing, id, because);
    if (!saved.ok)
      throw saved.error.kind === 'reason-missing'
        ? new CliProblem(m.reasonMissing)
        : appendProblem(saved.error);
    await acknowledge(context, saved.value);
    return exitCodes.good;
  });
}
