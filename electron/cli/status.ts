import { zoneOf } from '#shared/application/entry-context.ts';
import { boardOfState } from '#shared/application/status-board.ts';
import { canonicalZone } from '#shared/domain/time/zone.ts';
import { wordStatusBoard } from '#shared/i18n/word-status.ts';
import { currentFields } from '#shared/journal/records.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { readState } from '../notebook/read-state.ts';
import { type CliContext, type ExitCode, exitCodes, onlyFolder, printJson } from './command.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { readNotebook } from './with-notebook.ts';

/** `status FOLDER`: what is contained and what is not, to be read out. */
export async function runStatus(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const { words } = readArguments(context.verb, args, commonOptions);
  const folder = onlyFolder(context, words);
  const state = await readNotebook(context, folder, (notebook) => readState(notebook));
  const board = boardOfState(state);
  if (context.json) await printJson(context, board);
  else {
    const text = wordStatusBoard(board, {
      language: context.language,
      title: currentFields(state.incident.get('incident')?.fields ?? {}).title ?? '',
      nowMs: context.deps.nowMs(),
      zone: canonicalZone(zoneOf(state)) ?? 'UTC',
    });
    await context.io.out(text.split('\n').map(visibleText).join('\n'));
  }
  const isOpen = [...board.systems, ...board.accounts].some(({ group }) => group === 'open');
  return isOpen ? exitCodes.findings : exitCodes.good;
}
