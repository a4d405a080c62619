import { searchWords } from '#shared/domain/text-search.ts';
import { importMessages } from '#shared/i18n/import-messages.ts';
import { currentValue } from '#shared/journal/causality.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { formatMicroseconds, isoTime, isoTimeHasZone } from '#shared/import/log-time.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { type OrderedSource, rowsInOrder, type SourceRow } from '../import/rows-in-order.ts';
import { openSourceRows, rowSourcesOf } from '../import/source-rows.ts';
import { readState } from '../notebook/read-state.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  refuseMore,
  required,
  word,
} from './command.ts';
import { describeLogFileError } from './import-outcome.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { userDataFolder } from './user-data.ts';
import { readNotebook } from './with-notebook.ts';

const options = {
  ...commonOptions,
  query: 'text',
  from: 'text',
  to: 'text',
  limit: 'text',
} as const;

/** Rows printed at once. */
const bunch = 500;

/** `rows FOLDER`: the rows of all imported logs in order of true time; a missing index is built first. */
export async function runRows(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const [folderWord, ...rest] = read.words;
  const folder = required(context, folderWord, 'FOLDER');
  refuseMore(context, rest);
  const { query = '', from, to, limit } = read.options;
  const wanted = {
    words: searchWords(query),
    from: from === undefined ? undefined : instantOf('--from', from),
    to: to === undefined ? undefined : instantOf('--to', to),
    limit: limit === undefined ? Infinity : limitOf(limit),
  };
  return readNotebook(context, folder, async (notebook) => {
    const state = await readState(notebook);
    const userData = userDataFolder(context.io.env);
    const opened: OrderedSource[] = [];
    let exitCode: ExitCode = exitCodes.good;
    try {
      for (const source of rowSourcesOf(folder, state)) {
        const { notebook: id } = notebook.describe();
        const rows = await openSourceRows(source, { userData, notebook: id });
        if (rows.ok)
          opened.push({
            id: source.id,
            name: source.name,
            index: rows.value,
            aheadMs: aheadOf(state, source.id),
          });
        else {
          // The others are shown all the same.
          const detail = describeLogFileError(context, rows.error);
          const values = { name: source.name, detail };
          await context.io.error(`${word(context, importMessages.sourceUnreadable, values)}\n`);
          exitCode = exitCodes.findings;
        }
      }
      await print(context, rowsInOrder(opened, wanted));
    } finally {
      for (const { index } of opened) index.close();
    }
    return exitCode;
  });
}

/** One JSON object, however long; nothing waits for the last row. */
async function print(context: CliContext, rows: AsyncIterable<SourceRow>): Promise<void> {
  const { io, json } = context;
  let lines: string[] = [];
  let isFirst = true;
  const flush = async () => {
    if (lines.length === 0) return;
    await io.out(json ? `${isFirst ? '' : ','}${lines.join(',')}` : `${lines.join('\n')}\n`);
    isFirst = false;
    lines = [];
  };
  if (json) await io.out('{"rows":[');
  for await (const row of rows) {
    lines.push(json ? JSON.stringify(toJson(row)) : rowLine(context, row));
    if (lines.length === bunch) await flush();
  }
  await flush();
  if (json) await io.out(']}\n');
}

function toJson({ source, file, row, showed }: SourceRow): Record<string, unknown> {
  const { line, time, timeText, host, kind, text } = row;
  const instant = time === undefined ? null : formatMicroseconds(time);
  const asShown = showed === undefined ? {} : { clockShowed: formatMicroseconds(showed) };
  return { source, file, line, time: instant, ...asShown, timeText, host, kind, text };
}

function rowLine(context: CliContext, { file, row, showed }: SourceRow): string {
  const { line, time, timeText, host, kind, text } = row;
  const instant =
    time === undefined
      ? word(context, importMessages.rowNoTime, { raw: timeText })
      : formatMicroseconds(time);
  const raw =
    showed === undefined
      ? ''
      : word(context, importMessages.rowShowed, { raw: formatMicroseconds(showed) });
  const cells = [instant, raw, `${file}:${line}`, host, kind, text.replaceAll(/\s+/g, ' ')];
  return visibleText(cells.filter((cell) => cell !== '').join('  '));
}

/** How far the clock of a source was ahead of true time, in ms. */
function aheadOf(state: NotebookState, source: string): number {
  const clock = state.sources.get(source)?.clock;
  return clock === undefined ? 0 : (currentValue(clock)?.aheadMs ?? 0);
}

function instantOf(option: string, value: string): number {
  const time = isoTimeHasZone(value) ? isoTime(value, undefined) : undefined;
  if (time === undefined) throw new CliProblem(importMessages.badInstant, { option, value });
  return time;
}

function limitOf(value: string): number {
  if (!/^\d{1,12}$/.test(value)) throw new CliProblem(importMessages.badLimit, { value });
  return Number(value);
}
