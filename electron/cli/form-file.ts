import path from 'node:path';
import { zoneOf } from '#shared/application/entry-context.ts';
import { printableReport, reportOf } from '#shared/application/notebook-report.ts';
import { canonicalZone } from '#shared/domain/time/zone.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { custodyMessages as m } from '#shared/i18n/custody-messages.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import type { ReportDocument } from '#shared/report/document.ts';
import { renderHtml } from '#shared/report/render-html.ts';
import type { ReportModel } from '#shared/report/report-model.ts';
import { sha256Hex } from '../notebook/node-crypto.ts';
import type { OpenNotebook } from '../notebook/open-notebook.ts';
import { type CliContext, CliProblem, type ExitCode, exitCodes } from './command.ts';
import { writeReportFile } from './report-file.ts';

/** Writes a form as PDF or HTML, by the ending of its name. */
export async function writeForm(
  context: CliContext,
  notebook: OpenNotebook,
  {
    state,
    place,
    make,
  }: {
    readonly state: NotebookState;
    readonly place: string;
    readonly make: (model: ReportModel) => ReportDocument;
  },
): Promise<ExitCode> {
  const ending = path.extname(place).toLowerCase();
  if (ending !== '.pdf' && ending !== '.html')
    throw new CliProblem(m.formPdfOrHtml, { place: path.basename(place) });
  const { heads, findings } = notebook.describe();
  const report = reportOf(state, {
    language: context.language,
    zone: canonicalZone(zoneOf(state)) ?? 'UTC',
    nowMs: context.deps.nowMs(),
    appVersion: context.deps.app.version,
    heads,
    findings,
    sha256Hex,
  });
  const document = make(report.model);
  const out = path.resolve(place);
  if (ending === '.html') {
    await writeReportFile(context, out, Buffer.from(renderHtml(document), 'utf8'), 'html');
    return exitCodes.good;
  }
  const { printPdf } = context.deps;
  if (printPdf === undefined) throw new CliProblem(cliMessages.reportNoPrinter);
  const printed = await printPdf(printableReport({ ...report, document }));
  if (!printed.ok)
    throw new CliProblem(cliMessages.reportPrintFailed, { detail: printed.error.detail });
  await writeReportFile(context, out, printed.value, 'pdf');
  return exitCodes.good;
}
