import { cutForPrint } from './cut-table.ts';
import type { ReportDocument, Running } from './document.ts';
import { paperTree, type PaperNode } from './paper-tree.ts';
import paperCss from './paper.css?raw';
import runningCss from './paper-running.css?raw';
import templateCss from './paper-template.css?raw';
import { runningFoot, runningHead } from './running.ts';

/** A file that people open and print, or the page that becomes a PDF and gets its head and foot from there. */
export type HtmlUse = 'file' | 'pdf';

const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The margins of the PDF hold head and foot; a file brings its own inside the page. */
const pageCss: Readonly<Record<HtmlUse, string>> = {
  pdf: '@page { size: A4; margin: 24mm 17mm 22mm; }',
  file: '@page { size: A4; margin: 11mm 17mm 10mm; }',
};
const bodyCss = 'body { margin: 0; background: #fff; }';

/** The style sheet of a report: ours, and what a template asks for beside it. */
function paperStyle(document: ReportDocument): string {
  return withTemplate(`${runningCss}\n${paperCss}`, document);
}

/** What of it the head and foot of a page need. */
export function runningStyle(document: ReportDocument): string {
  return withTemplate(runningCss, document);
}

function withTemplate(style: string, { logo, typeface }: ReportDocument): string {
  return logo === undefined && typeface === undefined ? style : `${style}\n${templateCss}`;
}

/** Writes a report as one HTML file without script, or any address outside itself. */
export function renderHtml(document: ReportDocument, use: HtmlUse = 'file'): string {
  const { language, title, generator, running, typeface } = document;
  const tree = paperTree(document);
  const body = serialize(use === 'pdf' ? cutForPrint(tree) : tree);
  const mark =
    running.watermark === ''
      ? ''
      : `<div class="paper-watermark" aria-hidden="true">${escapeHtml(running.watermark)}</div>`;
  const framed = mark + (use === 'pdf' ? body : frame(body, running));
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentPolicy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<meta name="generator" content="${escapeHtml(generator)}">`,
    `<title>${escapeHtml(`${running.tlpText} ${title}`)}</title>`,
    `<style>${pageCss[use]}\n${bodyCss}\n${paperStyle(document)}</style>`,
    '</head>',
    `<body${typeface === undefined ? '' : ` class="paper-${typeface}"`}>${framed}</body>`,
    '</html>',
    '',
  ].join('\n');
}

/** Head and foot as those of a table: every browser repeats these on each page that it prints. */
function frame(body: string, running: Running): string {
  const head = serialize(runningHead(running));
  const foot = serialize(runningFoot(running));
  return [
    '<table class="paper-file" role="presentation">',
    `<thead><tr><td>${head}</td></tr></thead>`,
    `<tbody><tr><td>${body}</td></tr></tbody>`,
    `<tfoot><tr><td>${foot}</td></tr></tfoot>`,
    '</table>',
  ].join('\n');
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes a text stand for itself between tags and in quoted attributes. */
function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? character);
}

const emptyTags: ReadonlySet<string> = new Set(['br', 'col', 'img']);
/** A line end after these keeps the file readable and is never seen. */
const lineTags: ReadonlySet<string> = new Set([
  'section',
  'table',
  'thead',
  'tbody',
  'tr',
  'header',
]);

/** Writes a tree as HTML; `out` is one list for the whole tree, so that it takes time in proportion. */
export function serialize(node: PaperNode): string {
  const out: string[] = [];
  write(node, out);
  return out.join('');
}

function write(node: PaperNode, out: string[]): void {
  if (typeof node === 'string') {
    out.push(escapeHtml(node));
    return;
  }
  out.push('<', node.tag);
  for (const [name, value] of Object.entries(node.attributes))
    out.push(' ', name, '="', escapeHtml(String(value)), '"');
  out.push('>');
  if (emptyTags.has(node.tag)) return;
  for (const child of node.children) write(child, out);
  out.push('</', node.tag, '>');
  if (lineTags.has(node.tag)) out.push('\n');
}
