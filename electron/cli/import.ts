import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type LogReading, logReadingSchema } from '#shared/domain/source.ts';
import { isZone } from '#shared/domain/time/zone.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { importMessages } from '#shared/i18n/import-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import type { Question } from '#shared/import/log-reader.ts';
import { logReaders } from '#shared/import/log-readers.ts';
import { findEncoding } from '../import/log-encoding.ts';
import { importFile } from '../import/import-file.ts';
import { parseJson } from '../import/json-layout.ts';
import type { LogFileError } from '../import/log-file.ts';
import { mappingOf, type ReadingAnswers } from '../import/plan-reading.ts';
import { type LogPreview, previewLog } from '../import/preview-log.ts';
import { systemCode } from '../notebook/system-error.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  oneOf,
  required,
} from './command.ts';
import { type ImportedOutcome, printOutcome, toJson } from './import-outcome.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { userDataFolder } from './user-data.ts';
import { writeNotebook } from './with-notebook.ts';
import { fileProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  by: 'text',
  note: 'text',
  format: 'text',
  zone: 'text',
  year: 'text',
  order: 'text',
  map: 'text',
  encoding: 'text',
} as const;

const detected = 'auto';

/** The ids of all readers, for the help and for `--format`. */
export function formatNames(): string {
  return logReaders.map(({ id }) => id).join(', ');
}

/** `import FOLDER FILE…`: all files are looked at before the first one is taken in. */
export async function runImport(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const [folderWord, ...files] = read.words;
  const folder = required(context, folderWord, 'FOLDER');
  required(context, files[0], 'FILE');
  const { by, note = '' } = read.options;
  const answers = await readAnswers(read.options);
  const previews: { readonly file: string; readonly preview: LogPreview }[] = [];
  for (const file of files) previews.push({ file, preview: await previewOrProblem(file, answers) });
  return writeNotebook(context, folder, by, async (notebook) => {
    const outcomes: ImportedOutcome[] = [];
    for (const { file, preview } of previews) {
      const userData = userDataFolder(context.io.env);
      const imported = await importFile(notebook, file, preview, { userData, note });
      const outcome: ImportedOutcome = { file, preview, imported };
      outcomes.push(outcome);
      await printOutcome(context, outcome);
    }
    if (context.json) await context.io.out(`${JSON.stringify({ files: outcomes.map(toJson) })}\n`);
    const isGood = outcomes.every(
      ({ imported }) => imported.ok && imported.value.source !== undefined,
    );
    return isGood ? exitCodes.good : exitCodes.findings;
  });
}

async function readAnswers(
  given: ReturnType<typeof readArguments<typeof options>>['options'],
): Promise<ReadingAnswers> {
  const { format = detected, zone, year, order, map, encoding } = given;
  const names = logReaders.map(({ id }) => id);
  const reader = oneOf('--format', format, [detected, ...names]);
  if (zone !== undefined && !isZone(zone)) throw new CliProblem(cliMessages.unknownZone, { zone });
  if (year !== undefined && !/^(?:1[6-9]|[2-9]\d)\d\d$/.test(year))
    throw new CliProblem(importMessages.badYear, { value: year });
  if (encoding !== undefined && findEncoding(encoding) === undefined)
    throw new CliProblem(importMessages.unknownEncoding, { value: encoding });
  return {
    reader: reader === detected ? undefined : reader,
    zone,
    year: year === undefined ? undefined : Number(year),
    order: order === undefined ? undefined : oneOf('--order', order, ['day-first', 'month-first']),
    columns: map === undefined ? undefined : mappingOf(await readMap(map)),
    encoding,
  };
}

async function readMap(file: string): Promise<NonNullable<LogReading['columns']>> {
  const json = parseJson(await readTextOrProblem(file));
  const columns = logReadingSchema.shape.columns.safeParse(json.isJson ? json.value : undefined);
  if (!columns.success || columns.data === null)
    throw new CliProblem(importMessages.badMap, { file });
  return columns.data;
}

async function readTextOrProblem(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    throw new CliProblem(importMessages.badMap, { file });
  }
}

const needs: Readonly<Record<Question, Message>> = {
  zone: importMessages.needZone,
  year: importMessages.needYear,
  columns: importMessages.needColumns,
  'day-or-month-first': importMessages.needOrder,
};

async function previewOrProblem(file: string, answers: ReadingAnswers): Promise<LogPreview> {
  const previewed = await previewLog(file, answers);
  if (!previewed.ok) throw previewProblem(file, previewed.error);
  const preview = previewed.value;
  if (preview.reading === undefined && answers.reader !== undefined)
    throw new CliProblem(importMessages.notThisFormat, { file, format: answers.reader });
  const [question] = preview.questions;
  if (question !== undefined) throw new CliProblem(needs[question], { file: path.basename(file) });
  return preview;
}

function previewProblem(file: string, error: LogFileError): CliProblem {
  if (error.kind === 'unknown-encoding')
    return new CliProblem(importMessages.unknownEncoding, { value: error.encoding });
  if (error.kind === 'not-of-this-format')
    return new CliProblem(importMessages.notThisFormat, { file, format: error.reader });
  return fileProblem(error, file);
}
