import { randomBytes } from 'node:crypto';
import { mostSheets, type PaperKind } from '#shared/domain/paper-sheet.ts';
import { paperMessages as m } from '#shared/i18n/paper-messages.ts';
import { paperForm, sheetNumbers } from '#shared/report/paper-forms.ts';
import { readState } from '../notebook/read-state.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  oneOf,
  refuseMore,
  required,
} from './command.ts';
import { writeForm } from './form-file.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { readNotebook } from './with-notebook.ts';

const options = { ...commonOptions, out: 'text', sheets: 'text' } as const;
const kinds = {
  labels: 'labels',
  log: 'blank-log',
  custody: 'blank-custody',
} as const satisfies Record<string, PaperKind>;
const names = ['labels', 'log', 'custody'] as const;
const usualSheets = 10;

/** `paper FOLDER labels|log|custody --out FILE`: labels for bags, or blank sheets with numbers. */
export async function runPaper(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const [folderWord, kindWord, ...rest] = read.words;
  const folder = required(context, folderWord, 'FOLDER');
  const name = oneOf('paper', required(context, kindWord, names.join('|')), names);
  refuseMore(context, rest);
  const place = required(context, read.options.out, '--out');
  const sheets = countOf(read.options.sheets);
  return readNotebook(context, folder, async (notebook) => {
    const state = await readState(notebook);
    const wanted = {
      kind: kinds[name],
      notebook: notebook.describe().notebook,
      items: [],
      numbers: sheetNumbers(sheets, randomBytes),
    };
    return writeForm(context, notebook, {
      state,
      place,
      make: (model) => paperForm(state, model, wanted),
    });
  });
}

function countOf(text: string | undefined): number {
  if (text === undefined) return usualSheets;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > mostSheets)
    throw new CliProblem(m.howManyBad, { n: mostSheets });
  return count;
}
