import type { ReportDocument } from './document.ts';
import type { PaperNode } from './paper-tree.ts';
import { runningStyle, serialize } from './render-html.ts';
import { runningHead, span, tlpNode } from './running.ts';

/** Head and foot of every page of the PDF, as templates of Chromium's `printToPDF`. */
export type PdfFurniture = { readonly headerHtml: string; readonly footerHtml: string };

/**
 * Makes the templates; print with `displayHeaderFooter`, `printBackground` and `preferCSSPageSize`.
 *
 * Chromium fills `pageNumber` and `totalPages` by class name. A template is a document of its own,
 * so it brings of the paper's style what it needs.
 */
export function pdfFurniture(document: ReportDocument): PdfFurniture {
  const { running } = document;
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
    headerHtml: template(runningHead(running), document),
    footerHtml: template(foot, document),
  };
}

function template(node: PaperNode, document: ReportDocument): string {
  const { language, typeface } = document;
  const look = typeface === undefined ? 'paper-template' : `paper-template paper-${typeface}`;
  return `<style>${runningStyle(document)}</style><div lang="${language}" class="${look}">${serialize(node)}</div>`;
}
