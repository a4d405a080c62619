import { zoneOf } from '#shared/application/entry-context.ts';
import { showConflicts } from '#shared/application/show-conflicts.ts';
import { transferMessages as m } from '#shared/i18n/transfer-messages.ts';
import { fieldName, whatName } from '#shared/i18n/word-conflict.ts';
import { wordDisputedValue } from '#shared/i18n/word-disputed-value.ts';
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
  const reading = { language: context.language, zone: zoneOf(state) };
  if (context.json) await printJson(context, { conflicts });
  else if (conflicts.length === 0) await context.io.out(`${word(context, m.noConflicts)}\n`);
  else
    for (const { what, id, values } of conflicts) {
      const said = [
        word(context, m.conflictOf, {
          what: whatName(what, reading.language),
          id: what === 'incident' ? fieldName(id, reading.language) : id,
        }),
        ...values.map(({ value, by, feed }) =>
          word(context, m.conflictValue, {
            by,
            device: state.feeds.get(feed)?.device ?? feed,
            value: wordDisputedValue({ what, id }, value, reading)
              .map(({ name, text }) =>
                name === undefined ? text : `${fieldName(name, reading.language)}: ${text}`,
              )
              .join('; '),
          }),
        ),
      ];
      await context.io.out(`${said.join('\n')}\n`);
    }
  return conflicts.length === 0 ? exitCodes.good : exitCodes.findings;
}
