import { randomBytes } from 'node:crypto';
import { printableReport, reportOf } from '#shared/application/notebook-report.ts';
import { err, ok } from '#shared/lib/result.ts';
import { optionsOfSharing, wholeReport } from '#shared/report/sharing-choices.ts';
import { paperForm, sheetNumbers } from '#shared/report/paper-forms.ts';
import { custodyForm } from '#shared/report/custody-form.ts';
import type { CustodyFormRenderer, ReportRenderer } from '../ipc/report-handlers.ts';
import { sha256Hex } from '../notebook/node-crypto.ts';
import { readState } from '../notebook/read-state.ts';
import { type PrintJob, printPdf } from './print-pdf.ts';
import { reportBytes } from './report-bytes.ts';

/** Makes a report of an open notebook, sealed over the heads that it is made of. */
export const renderReport: ReportRenderer = async (
  notebook,
  { format, language, zone, sharing = wholeReport },
) => {
  const { heads, findings } = notebook.describe();
  const report = reportOf(await readState(notebook), {
    language,
    choices: optionsOfSharing(sharing),
    zone,
    heads,
    findings,
    nowMs: Date.now(),
    appVersion: __KIROKU_BUILD__.version,
    sha256Hex,
  });
  return reportBytes(report, format, printOrSayWhy);
};

/** Prints the chain-of-custody form of an open notebook. */
export const renderCustodyForm: CustodyFormRenderer = async (
  notebook,
  { items, paper, ...look },
) => {
  const { heads, findings, notebook: id } = notebook.describe();
  const state = await readState(notebook);
  const report = reportOf(state, {
    ...look,
    heads,
    findings,
    nowMs: Date.now(),
    appVersion: __KIROKU_BUILD__.version,
    sha256Hex,
  });
  const document =
    paper === undefined
      ? custodyForm(state, report.model, items)
      : paperForm(state, report.model, {
          kind: paper.kind,
          notebook: id,
          items,
          numbers: sheetNumbers(paper.sheets, randomBytes),
        });
  return printOrSayWhy(printableReport({ ...report, document }));
};

/** Chromium's refusal to print as a value: a report too large for it, no memory, no font. */
export async function printOrSayWhy(job: PrintJob) {
  try {
    return ok(await printPdf(job));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return err({ kind: 'print-failed' as const, detail: error.message });
  }
}
