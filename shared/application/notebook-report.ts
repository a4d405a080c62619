import type { Language } from '../i18n/messages.ts';
import { wordFinding } from '../i18n/word-finding.ts';
import type { ReportedFinding } from '../journal/finding.ts';
import type { NotebookState } from '../journal/fold.ts';
import { type Heads, sealValue, sealWords, type Sha256Hex } from '../journal/seal.ts';
import { bothLanguages } from '../report/both-languages.ts';
import { buildReportModel } from '../report/build-report-model.ts';
import type { ReportDocument } from '../report/document.ts';
import { pdfFurniture } from '../report/pdf-furniture.ts';
import { renderHtml } from '../report/render-html.ts';
import { renderJson } from '../report/render-json.ts';
import { renderMarkdown } from '../report/render-markdown.ts';
import type { ReportModel } from '../report/report-model.ts';
import type { ReportOptions, ReportSeal } from '../report/report-options.ts';
import { writeReport } from '../report/write-report.ts';

/** A document on its way to paper, as Chromium's `printToPDF` takes it. */
export type PrintableReport = {
  readonly html: string;
  readonly headerTemplate: string;
  readonly footerTemplate: string;
};

/** One language, or both beside each other. */
export const reportLanguages = ['en', 'ja', 'both'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];

/** What a person chooses of a report beside its language. */
export type ReportChoices = Pick<
  ReportOptions,
  'audience' | 'template' | 'redaction' | 'order' | 'hidden' | 'state' | 'release'
>;

export type NotebookReportOptions = {
  readonly language: ReportLanguage;
  /** Audience, sections, what is kept back. */
  readonly choices?: ReportChoices;
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

/** A report: what it says, and the tree that every format is written from. */
export type NotebookReport = { readonly model: ReportModel; readonly document: ReportDocument };

/** Builds the report of a notebook, sealed over its heads; a damaged notebook gets no seal. */
export function reportOf(state: NotebookState, options: NotebookReportOptions): NotebookReport {
  if (options.language !== 'both') return reportIn(options.language, state, options);
  const english = reportIn('en', state, options);
  const japanese = reportIn('ja', state, options);
  return {
    model: english.model,
    document: bothLanguages(english.document, japanese.document),
  };
}

function reportIn(
  language: Language,
  state: NotebookState,
  options: NotebookReportOptions,
): NotebookReport {
  const { zone, nowMs, appVersion, heads, findings, sha256Hex } = options;
  const isDamaged = findings.some(({ severity }) => severity === 'damage');
  const model = buildReportModel(state, {
    ...options.choices,
    language,
    zone,
    generatedAtMs: nowMs,
    app: { name: 'Kiroku', version: appVersion },
    findings: findings.map((found) => wordFinding(found, language)),
    ...(!isDamaged && { seal: sealOf(heads, sha256Hex) }),
  });
  return { model, document: writeReport(model) };
}

/** Writes a report as text: one HTML file, Markdown, or JSON. */
export function reportText(
  { model, document }: NotebookReport,
  format: 'html' | 'md' | 'json',
): string {
  switch (format) {
    case 'html':
      return renderHtml(document);
    case 'md':
      return renderMarkdown(document);
    case 'json':
      return renderJson(document, model);
  }
}

/** Writes a report for the printer. */
export function printableReport({ document }: NotebookReport): PrintableReport {
  const { headerHtml, footerHtml } = pdfFurniture(document);
  return {
    html: renderHtml(document, 'pdf'),
    headerTemplate: headerHtml,
    footerTemplate: footerHtml,
  };
}

function sealOf(heads: Heads, sha256Hex: Sha256Hex): ReportSeal {
  const value = sealValue(heads, sha256Hex);
  return { value, words: sealWords(value).split(' '), heads };
}
