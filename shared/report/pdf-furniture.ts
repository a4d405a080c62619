import type { ReportDocument } from './document.ts';
import paperCss from './paper.css?raw';
import type { PaperNode } from './paper-tree.ts';
import { serialize } from './render-html.ts';
import { runningHead, span, tlpNode } from './running.ts';

/** Head and foot of every page of the PDF, as templates of Chromium's `printToPDF`. */
export type PdfFurniture = { readonly headerHtml: string; readonly footerHtml: string };

/**
 * Makes the templates; print with `displayHeaderFooter`, `printBackground` and `preferCSSPageSize`.
 *
 * Chromium fills `pageNumber` and `totalPages` by class name. A template is a document of its own,
 * so it brings the paper's style along.
 */
export function pdfFurniture({ running, language }: ReportDocument): PdfFurniture {
  const foot: PaperNode = {
    tag: 'div',
    attributes: { class: 'paper paper-running paper-running-foot' },
    children: [
      span('paper-running-seal', [running.seal]),
      span('paper-running-page', [
        `${running.page} `,
        span('pageNumber', []),
        ' / ',
        span('totalPages', []),
      ]),
      tlpNode(running),
    ],
  };
  return {
    headerHtml: template(runningHead(running), language),
    footerHtml: template(foot, language),
  };
}

function template(node: PaperNode, language: string): string {
  return `<style>${paperCss}</style><div lang="${language}" class="paper-template">${serialize(node)}</div>`;
}
