import path from 'node:path';
import { zoneOf } from '#shared/application/entry-context.ts';
import { reportOf } from '#shared/application/notebook-report.ts';
import { canonicalZone } from '#shared/domain/time/zone.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import type { ReportModel } from '#shared/report/report-model.ts';
import { replaceFile } from '../notebook/durable-file.ts';
import { sha256Hex } from '../notebook/node-crypto.ts';
import { readState } from '../notebook/read-state.ts';
import { type ReportFormat, reportBytes, reportFormats } from '../report/report-bytes.ts';
import { systemCode, systemDetail } from '../notebook/system-error.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  oneOf,
  onlyFolder,
  printJson,
  required,
  word,
} from './command.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { readNotebook } from './with-notebook.ts';

const options = { ...commonOptions, out: 'text', format: 'text', zone: 'text' } as const;

/** `report FOLDER --out FILE`: the report in the language of `--lang`, or of the messages. */
export async function runReport(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const folder = onlyFolder(context, read.words);
  const out = path.resolve(required(context, read.options.out, '--out'));
  const ending = path.extname(out).slice(1).toLowerCase();
  const format = oneOf(
    '--format',
    read.options.format ?? (ending === 'markdown' ? 'md' : ending === 'htm' ? 'html' : ending),
    reportFormats,
  );
  const wantedZone = read.options.zone;
  const zone = wantedZone === undefined ? undefined : canonicalZone(wantedZone);
  if (wantedZone !== undefined && zone === undefined)
    throw new CliProblem(cliMessages.unknownZone, { zone: wantedZone });
  if (format === 'pdf' && context.deps.printPdf === undefined)
    throw new CliProblem(cliMessages.reportNoPrinter);

  const model = await readNotebook(context, folder, async (notebook) => {
    const state = await readState(notebook);
    const { heads, findings } = notebook.describe();
    return reportOf(state, {
      language: context.documentLanguage,
      zone: zone ?? canonicalZone(zoneOf(state)) ?? 'UTC',
      nowMs: context.deps.nowMs(),
      appVersion: context.deps.app.version,
      heads,
      findings,
      sha256Hex,
    });
  });
  const bytes = await render(context, model, format);
  try {
    await replaceFile(out, bytes);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    throw new CliProblem(cliMessages.reportNotWritten, {
      place: out,
      detail: systemDetail(error),
    });
  }
  const size = bytes.byteLength;
  if (context.json)
    await printJson(context, { place: out, format, bytes: size, sha256: sha256Hex(bytes) });
  else await context.io.out(`${word(context, cliMessages.reportWritten, { place: out, size })}\n`);
  return exitCodes.good;
}

async function render(
  { deps }: CliContext,
  model: ReportModel,
  format: ReportFormat,
): Promise<Uint8Array> {
  const print = deps.printPdf;
  const made = await reportBytes(model, format, async (printable) => {
    if (print === undefined) throw new CliProblem(cliMessages.reportNoPrinter);
    return print(printable);
  });
  if (made.ok) return made.value;
  throw new CliProblem(cliMessages.reportPrintFailed, { detail: made.error.detail });
}
