import path from 'node:path';
import { zoneOf } from '#shared/application/entry-context.ts';
import {
  type NotebookReport,
  type ReportChoices,
  reportOf,
} from '#shared/application/notebook-report.ts';
import { tlpLabels } from '#shared/domain/incident.ts';
import { canonicalZone } from '#shared/domain/time/zone.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { reportCliMessages as m } from '#shared/i18n/report-cli-messages.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { audiences } from '#shared/report/audiences.ts';
import { hiddenTexts } from '#shared/report/redaction/hidden-text.ts';
import { hideableFields, type RedactionPolicy } from '#shared/report/redaction/redaction-policy.ts';
import { templateOfAudience, writeReportTemplate } from '#shared/report/report-template.ts';
import { sha256Hex } from '../notebook/node-crypto.ts';
import { readState } from '../notebook/read-state.ts';
import { reportBytes, type ReportFormat, reportFormats } from '../report/report-bytes.ts';
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
import { findEntry } from './find-entry.ts';
import { commonOptions, type ReadArguments, readArguments } from './read-arguments.ts';
import { writeReportFile } from './report-file.ts';
import { readTemplateOption } from './template-option.ts';
import { readNotebook } from './with-notebook.ts';

const options = {
  ...commonOptions,
  out: 'text',
  format: 'text',
  zone: 'text',
  audience: 'text',
  template: 'text',
  'save-template': 'text',
  tlp: 'text',
  hide: 'list',
  without: 'list',
  roles: 'flag',
  defang: 'flag',
  preview: 'flag',
} as const;
type Given = ReadArguments<typeof options>['options'];

/** `report FOLDER --out FILE`: the report in the language of `--lang`, or of the messages. */
export async function runReport(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const { words, options: given } = readArguments(context.verb, args, options);
  const folder = onlyFolder(context, words);
  const audience = oneOf('--audience', given.audience ?? 'technical', audiences);
  if (given['save-template'] !== undefined)
    return saveTemplate(context, given['save-template'], audience);
  const isPreview = given.preview;
  const out = isPreview ? '' : path.resolve(required(context, given.out, '--out'));
  const format = isPreview ? 'md' : formatOf(given.format, out);
  const zone = zoneGiven(given.zone);
  if (format === 'pdf' && context.deps.printPdf === undefined)
    throw new CliProblem(cliMessages.reportNoPrinter);
  const template = await readTemplateOption(given.template);

  const report = await readNotebook(context, folder, async (notebook) => {
    const state = await readState(notebook);
    const { heads, findings } = notebook.describe();
    const choices: ReportChoices = {
      audience,
      ...(template !== undefined && { template }),
      redaction: policyOf(given, state),
    };
    return reportOf(state, {
      language: context.documentLanguage,
      choices,
      zone: zone ?? canonicalZone(zoneOf(state)) ?? 'UTC',
      nowMs: context.deps.nowMs(),
      appVersion: context.deps.app.version,
      heads,
      findings,
      sha256Hex,
    });
  });
  if (isPreview) return preview(context, report);
  await writeReportFile(context, out, await render(context, report, format), format);
  return exitCodes.good;
}

function formatOf(named: string | undefined, out: string): ReportFormat {
  const ending = path.extname(out).slice(1).toLowerCase();
  const usual = ending === 'markdown' ? 'md' : ending === 'htm' ? 'html' : ending;
  return oneOf('--format', named ?? usual, reportFormats);
}

function zoneGiven(wanted: string | undefined): string | undefined {
  const zone = wanted === undefined ? undefined : canonicalZone(wanted);
  if (wanted !== undefined && zone === undefined)
    throw new CliProblem(cliMessages.unknownZone, { zone: wanted });
  return zone;
}

function policyOf(given: Given, state: NotebookState): RedactionPolicy {
  return {
    ...(given.tlp !== undefined && { limit: oneOf('--tlp', given.tlp.toUpperCase(), tlpLabels) }),
    fields: given.hide.map((field) => oneOf('--hide', field, hideableFields)),
    entries: given.without.map((name) => findEntry(state, name).id),
    roles: given.roles,
    defang: given.defang,
  };
}

/** The shape of a report for an audience, to be edited and used as a template. */
async function saveTemplate(
  context: CliContext,
  file: string,
  audience: (typeof audiences)[number],
): Promise<ExitCode> {
  const template = templateOfAudience(audience, audience);
  await writeReportFile(
    context,
    path.resolve(file),
    Buffer.from(writeReportTemplate(template), 'utf8'),
    'template',
  );
  if (!context.json) await context.io.out(`${word(context, m.templateSaved, { file })}\n`);
  return exitCodes.good;
}

/** What a report would keep back, each thing by its name, for the eyes of whoever sends it. */
async function preview(context: CliContext, { model }: NotebookReport): Promise<ExitCode> {
  const { redaction, omissions } = model;
  const summary = hiddenTexts(redaction, context.language);
  if (context.json) await printJson(context, { hidden: redaction.hidden, omissions, summary });
  else {
    const names = redaction.hidden.map(({ name, text }) =>
      word(context, m.hiddenLine, { name, text }),
    );
    const lines = summary.length === 0 ? [word(context, m.nothingHidden)] : [...summary, ...names];
    await context.io.out(`${lines.join('\n')}\n`);
  }
  return exitCodes.good;
}

async function render(
  { deps }: CliContext,
  report: NotebookReport,
  format: ReportFormat,
): Promise<Uint8Array> {
  const print = deps.printPdf;
  const made = await reportBytes(report, format, async (printable) => {
    if (print === undefined) throw new CliProblem(cliMessages.reportNoPrinter);
    return print(printable);
  });
  if (made.ok) return made.value;
  throw new CliProblem(cliMessages.reportPrintFailed, { detail: made.error.detail });
}
