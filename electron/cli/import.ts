import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { logReadingSchema } from '#shared/domain/source.ts';
import type { Registers } from '#shared/application/rescue-case.ts';
import { isZone } from '#shared/domain/time/zone.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { importMessages } from '#shared/i18n/import-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { rescueMessages } from '#shared/i18n/rescue-messages.ts';
import type { Question } from '#shared/import/log-reader.ts';
import { logReaders } from '#shared/import/log-readers.ts';
import { type RescueFormat, rescueFormats } from '#shared/import/rescue/rescued-case.ts';
import { findEncoding } from '../import/log-encoding.ts';
import { importFile } from '../import/import-file.ts';
import { madeFrom } from '../import/index-log.ts';
import { parseJson } from '../import/json-layout.ts';
import type { LogFileError } from '../import/log-file.ts';
import { mappingOf, type ReadingAnswers } from '../import/plan-reading.ts';
import { type LogPreview, previewLog } from '../import/preview-log.ts';
import { rowsFolder } from '../import/row-files.ts';
import { openRowIndex, type RowIndex } from '../import/row-index.ts';
import { systemCode } from '../notebook/system-error.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  oneOf,
  required,
  word,
} from './command.ts';
import { caseToJson, printCase } from './case-outcome.ts';
import {
  type CaseAnswers,
  importCase,
  planCase,
  type PlannedCase,
  previewCase,
  refuseOpenQuestions,
  refuseRepeats,
} from './import-case.ts';
import { type ImportedJson, printImported } from './import-json.ts';
import { type ImportedOutcome, printOutcome, toJson } from './import-outcome.ts';
import { listChoiceOf, saveMap, standingRecords } from './list-answers.ts';
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
  as: 'text',
  'save-map': 'text',
  encoding: 'text',
  sheet: 'text',
  'with-original': 'flag',
  'without-original': 'flag',
  again: 'flag',
  'dry-run': 'flag',
} as const;

const detected = 'auto';

/** The ids of all readers, of logs and of other tools' cases, for the help and for `--format`. */
export function formatNames(): string {
  return [...logReaders.map(({ id }) => id), ...rescueFormats].join(', ');
}

/** A file that was looked at: the case of another tool, or a log (or nothing that is known). */
type LookedAt =
  | { readonly file: string; readonly plan: PlannedCase }
  | { readonly file: string; readonly plan?: undefined; readonly preview: LogPreview };

/** `import FOLDER FILE…`: all files are looked at before the first one is taken in. */
export async function runImport(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const [folderWord, ...files] = read.words;
  const folder = required(context, folderWord, 'FOLDER');
  required(context, files[0], 'FILE');
  const { by, note = '', 'save-map': saved } = read.options;
  const { answers, cases: asked } = await readAnswers(read.options);
  // What a text names is no find when the notebook knows it for its own.
  const standing =
    asked?.list === undefined && !read.options['dry-run']
      ? undefined
      : await standingRecords(context, folder);
  const cases = asked && { ...asked, noise: standing?.noise };
  const isDryRun = read.options['dry-run'];
  const looked: LookedAt[] = [];
  for (const file of files) looked.push(await lookAt(context, file, answers, cases));
  const plans = looked.flatMap(({ plan }) => plan ?? []);
  if (saved !== undefined) await saveMap(saved, plans);
  if (isDryRun) return printPreviews(context, standing?.registers, looked, answers);
  for (const one of looked)
    if (one.plan === undefined) refuseQuestions(one.file, one.preview);
    else refuseOpenQuestions(one.plan);
  return writeNotebook(context, folder, by, async (notebook) => {
    if (!read.options.again) await refuseRepeats(notebook, plans);
    const results: ImportedJson[] = [];
    let isGood = true;
    for (const one of looked) {
      if (one.plan !== undefined) {
        const outcome = await importCase(context, notebook, one.plan, note);
        await printCase(context, outcome);
        results.push({ value: caseToJson(outcome), openRows: () => undefined });
        continue;
      }
      const { file, preview } = one;
      const userData = userDataFolder(context.io.env);
      const imported = await importFile(notebook, file, preview, { userData, note });
      const outcome: ImportedOutcome = { file, preview, imported };
      await printOutcome(context, outcome);
      const { notebook: id } = notebook.describe();
      results.push({ value: toJson(outcome), openRows: () => rowsOf(outcome, userData, id) });
      if (!imported.ok || imported.value.source === undefined) isGood = false;
    }
    if (context.json) await printImported(context, results);
    return isGood ? exitCodes.good : exitCodes.findings;
  });
}

/** The row index that the import has made; undefined when there is none. */
function rowsOf(
  { imported }: ImportedOutcome,
  userData: string,
  notebook: string,
): RowIndex | undefined {
  if (!imported.ok || imported.value.source === undefined) return undefined;
  const { item, source } = imported.value;
  const made = madeFrom(item.sha256, source.reading);
  const opened = openRowIndex(rowsFolder(userData, notebook, source.id), made);
  return opened.ok ? opened.value : undefined;
}

async function lookAt(
  context: CliContext,
  file: string,
  answers: ImportAnswers['answers'],
  cases: ImportAnswers['cases'],
): Promise<LookedAt> {
  if (cases !== undefined) {
    const plan = await planCase(context, file, cases);
    const isWanted = cases.format === undefined || plan?.rescued.format === cases.format;
    if (cases.format !== undefined && !isWanted)
      throw new CliProblem(importMessages.notThisFormat, { file, format: cases.format });
    if (plan !== undefined) return { file, plan };
  }
  return { file, preview: await previewOrProblem(file, answers) };
}

/** `--dry-run`: what would become of the files, and what still has to be said; nothing is written. */
async function printPreviews(
  context: CliContext,
  registers: Registers | undefined,
  looked: readonly LookedAt[],
  answers: ReadingAnswers,
): Promise<ExitCode> {
  const results: Record<string, unknown>[] = [];
  for (const one of looked) {
    if (one.plan !== undefined) {
      const outcome = previewCase(one.plan, registers);
      await printCase(context, outcome);
      results.push(caseToJson(outcome));
      continue;
    }
    const { file, preview } = one;
    const format = preview.reading?.reader ?? answers.reader ?? null;
    const { questions, encoding } = preview;
    const { sheets, sheet = null } = preview;
    results.push({ file, format, questions, encoding, sheets, sheet, dryRun: true, error: null });
    if (!context.json)
      await context.io.out(
        format === null
          ? `${word(context, rescueMessages.logUnknown, { file: path.basename(file) })}\n`
          : `${word(context, rescueMessages.logPlanned, { file: path.basename(file), format })}\n`,
      );
  }
  if (context.json) await context.io.out(`${JSON.stringify({ files: results })}\n`);
  return exitCodes.good;
}

type ImportAnswers = {
  readonly answers: ReadingAnswers;
  /** Undefined when the files are to be read as logs of a named format. */
  readonly cases: (CaseAnswers & { readonly format: RescueFormat | undefined }) | undefined;
};

async function readAnswers(
  given: ReturnType<typeof readArguments<typeof options>>['options'],
): Promise<ImportAnswers> {
  const { format = detected, zone, year, order, map, encoding, sheet, as } = given;
  const mapped = map === undefined ? undefined : { file: map, value: await readMap(map) };
  const list = listChoiceOf(as, mapped);
  if (list !== undefined && format !== detected) throw new CliProblem(rescueMessages.asWithFormat);
  const names = logReaders.map(({ id }) => id);
  const named = oneOf('--format', format, [detected, ...names, ...rescueFormats]);
  const caseFormat = rescueFormats.find((one) => one === named);
  const reader = caseFormat === undefined ? named : detected;
  const keeps = given['with-original'];
  const drops = given['without-original'];
  if (keeps && drops) throw new CliProblem(rescueMessages.bothOriginals);
  if (zone !== undefined && !isZone(zone)) throw new CliProblem(cliMessages.unknownZone, { zone });
  if (year !== undefined && !/^(?:1[6-9]|[2-9]\d)\d\d$/.test(year))
    throw new CliProblem(importMessages.badYear, { value: year });
  if (encoding !== undefined && findEncoding(encoding) === undefined)
    throw new CliProblem(importMessages.unknownEncoding, { value: encoding });
  const answers: ReadingAnswers = {
    reader: reader === detected ? undefined : reader,
    zone,
    year: year === undefined ? undefined : Number(year),
    order: order === undefined ? undefined : oneOf('--order', order, ['day-first', 'month-first']),
    columns: mapped === undefined || list !== undefined ? undefined : logColumns(mapped),
    encoding,
    sheet,
  };
  // A sheet is one of a table: whoever names it does not mean a case.
  if (reader !== detected || sheet !== undefined) return { answers, cases: undefined };
  const withOriginal = keeps ? true : drops ? false : undefined;
  return { answers, cases: { zone, withOriginal, list, format: caseFormat } };
}

async function readMap(file: string): Promise<unknown> {
  const json = parseJson(await readTextOrProblem(file));
  return json.isJson ? json.value : undefined;
}

function logColumns({ file, value }: { readonly file: string; readonly value: unknown }) {
  const columns = logReadingSchema.shape.columns.safeParse(value);
  if (!columns.success || columns.data === null)
    throw new CliProblem(importMessages.badMap, { file });
  return mappingOf(columns.data);
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
  return preview;
}

function refuseQuestions(file: string, { questions }: LogPreview): void {
  const [question] = questions;
  if (question !== undefined) throw new CliProblem(needs[question], { file: path.basename(file) });
}

function previewProblem(file: string, error: LogFileError): CliProblem {
  if (error.kind === 'unknown-encoding')
    return new CliProblem(importMessages.unknownEncoding, { value: error.encoding });
  if (error.kind === 'no-such-sheet')
    return new CliProblem(importMessages.noSuchSheet, {
      file: path.basename(file),
      sheet: error.sheet,
    });
  if (error.kind === 'not-of-this-format')
    return new CliProblem(importMessages.notThisFormat, { file, format: error.reader });
  return fileProblem(error, file);
}
