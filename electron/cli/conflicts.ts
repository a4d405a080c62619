import { showConflicts } from '#shared/application/show-conflicts.ts';
import { transferMessages as m } from '#shared/i18n/transfer-messages.ts';
import { readState } from '../notebook/read-state.ts';
import {
  type CliContext,
  type ExitCode,
  exitCodes,
  onlyFolder,
  printJson,
  word,
} from './command.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { readNotebook } from './with-notebook.ts';

/** `conflicts FOLDER`: what people who had not read each other wrote differently. */
export async function runConflicts(
  context: CliContext,
  args: readonly string[],
): Promise<ExitCode> {
  const { words } = readArguments(context.verb, args, commonOptions);
  const folder = onlyFolder(context, words);
  const state = await readNotebook(context, folder, (notebook) => readState(notebook));
  const conflicts = showConflicts(state);
  if (context.json) await printJson(context, { conflicts });
  else if (conflicts.length === 0) await context.io.out(`${word(context, m.noConflicts)}\n`);
  else
    for (const { what, id, values } of conflicts) {
      const said = [
        word(context, m.conflictOf, { what, id }),
        ...values.map(({ value, by, feed }) =>
          word(context, m.conflictValue, {
            by,
            device: state.feeds.get(feed)?.device ?? feed,
            value: typeof value === 'string' ? value : JSON.stringify(value),
          }),
        ),
      ];
      await context.io.out(`${said.join('\n')}\n`);
    }
  return conflicts.length === 0 ? exitCodes.good : exitCodes.findings;
}
