import {
  type NotebookReport,
  type PrintableReport,
  printableReport,
  reportText,
} from '#shared/application/notebook-report.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { docxPicture } from '#shared/report/docx/logo-picture.ts';
import { renderDocx } from '#shared/report/docx/render-docx.ts';
import { packDocx } from './pack-docx.ts';

export const reportFormats = ['pdf', 'docx', 'html', 'md', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

type PrintFailed = { readonly kind: 'print-failed'; readonly detail: string };

/** Makes the bytes of a report; only a PDF asks for a printer, and only that can fail. */
export async function reportBytes(
  report: NotebookReport,
  format: ReportFormat,
  print: (printable: PrintableReport) => Promise<Result<Uint8Array, PrintFailed>>,
): Promise<Result<Uint8Array, PrintFailed>> {
  switch (format) {
    case 'pdf':
      return print(printableReport(report));
    case 'docx':
      return ok(
        packDocx(
          renderDocx(report.document, report.model.generatedAtMs),
          docxPicture(report.document),
        ),
      );
    case 'html':
    case 'md':
    case 'json':
      return ok(Buffer.from(reportText(report, format), 'utf8'));
  }
}
