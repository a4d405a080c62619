import type { Language } from '../i18n/messages.ts';
import { wordFinding } from '../i18n/word-finding.ts';
import type { ReportedFinding } from '../journal/finding.ts';
import type { NotebookState } from '../journal/fold.ts';
import { type Heads, sealValue, sealWords, type Sha256Hex } from '../journal/seal.ts';
import { buildReportModel } from '../report/build-report-model.ts';
import { pdfFurniture } from '../report/pdf-furniture.ts';
import { renderHtml } from '../report/render-html.ts';
import { renderMarkdown } from '../report/render-markdown.ts';
import type { ReportModel } from '../report/report-model.ts';
import type { ReportSeal } from '../report/report-options.ts';
import { writeReport } from '../report/write-report.ts';

/** A document on its way to paper, as Chromium's `printToPDF` takes it. */
export type PrintableReport = {
  readonly html: string;
  readonly headerTemplate: string;
  readonly footerTemplate: string;
};

export type NotebookReportOptions = {
  readonly language: Language;
  /** Zone in which every time of the report is written. */
  readonly zone: string;
  /** ms since the epoch. */
  readonly nowMs: number;
  readonly appVersion: string;
  /** Last line of every feed: what the report is sealed over. */
  readonly heads: Heads;
  /** What was found when the notebook was opened or verified. */
  readonly findings: readonly (ReportedFinding & { readonly severity: string })[];
  readonly sha256Hex: Sha256Hex;
};

/** Builds the report of a notebook, sealed over its heads; a damaged notebook gets no seal. */
export function reportOf(state: NotebookState, options: NotebookReportOptions): ReportModel {
  const { language, zone, nowMs, appVersion, heads, findings, sha256Hex } = options;
  const isDamaged = findings.some(({ severity }) => severity === 'damage');
  return buildReportModel(state, {
    language,
    zone,
    generatedAtMs: nowMs,
    app: { name: 'Kiroku', version: appVersion },
    findings: findings.map((found) => wordFinding(found, language)),
    ...(!isDamaged && { seal: sealOf(heads, sha256Hex) }),
  });
}

/** Writes a report as text: one HTML file, or Markdown. */
export function reportText(model: ReportModel, format: 'html' | 'md'): string {
  const document = writeReport(model);
  return format === 'html' ? renderHtml(document) : renderMarkdown(document);
}

/** Writes a report for the printer. */
export function printableReport(model: ReportModel): PrintableReport {
  const { headerHtml, footerHtml } = pdfFurniture(model);
  return {
    html: renderHtml(writeReport(model), 'pdf'),
    headerTemplate: headerHtml,
    footerTemplate: footerHtml,
  };
}

function sealOf(heads: Heads, sha256Hex: Sha256Hex): ReportSeal {
  const value = sealValue(heads, sha256Hex);
  return { value, words: sealWords(value).split(' '), heads };
}
