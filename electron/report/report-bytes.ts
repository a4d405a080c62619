import { printableReport, reportText } from '#shared/application/notebook-report.ts';
import type { PrintableReport } from '#shared/application/notebook-report.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { renderDocx } from '#shared/report/docx/render-docx.ts';
import type { ReportModel } from '#shared/report/report-model.ts';
import { writeReport } from '#shared/report/write-report.ts';
import { packDocx } from './pack-docx.ts';

export const reportFormats = ['pdf', 'docx', 'html', 'md'] as const;
export type ReportFormat = (typeof reportFormats)[number];

type PrintFailed = { readonly kind: 'print-failed'; readonly detail: string };

/** Makes the bytes of a report; only a PDF asks for a printer, and only that can fail. */
export async function reportBytes(
  model: ReportModel,
  format: ReportFormat,
  print: (report: PrintableReport) => Promise<Result<Uint8Array, PrintFailed>>,
): Promise<Result<Uint8Array, PrintFailed>> {
  switch (format) {
    case 'pdf':
      return print(printableReport(model));
    case 'docx':
      return ok(packDocx(renderDocx(writeReport(model), model.generatedAtMs)));
    case 'html':
    case 'md':
      return ok(Buffer.from(reportText(model, format), 'utf8'));
  }
}
