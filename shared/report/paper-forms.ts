import { itemsInOrder } from '../application/custody.ts';
import type { PaperKind } from '../domain/paper-sheet.ts';
import { formatInstant } from '../domain/time/format-time.ts';
import { say } from '../i18n/messages.ts';
import { paperMessages as m } from '../i18n/paper-messages.ts';
import { evidenceTypeName } from '../i18n/word-evidence.ts';
import type { NotebookState } from '../journal/fold.ts';
import { currentFields, type EvidenceRecord } from '../journal/records.ts';
import type { Block, Column, ReportDocument, ReportSection, Row, SvgNode } from './document.ts';
import { lineBreak, own, strong } from './inline.ts';
import { qrCode } from './qr-code.ts';
import type { ReportModel } from './report-model.ts';
import { visibleText } from './visible-text.ts';
import { writeReport } from './write-report.ts';

/** Letters and digits that nobody mistakes for each other in handwriting. */
const sheetAlphabet = 'ACDEFHJKMNPRTUVWXY3479';

/**
 * Numbers of blank sheets: four letters of this print, which no other print is likely to have, and a running
 * number. `random` gives bytes.
 */
export function sheetNumbers(count: number, random: (bytes: number) => Uint8Array): string[] {
  const print = [...random(4)].map((byte) => sheetAlphabet[byte % sheetAlphabet.length]).join('');
  return Array.from(
    { length: count },
    (_none, at) => `${print}-${String(at + 1).padStart(2, '0')}`,
  );
}

/** What the QR code on a bag says: whose notebook, which item, and the hash of a file. */
export function itemQrText(notebook: string, no: string, sha256: string | undefined): string {
  return [
    'kiroku-evidence',
    notebook.slice(0, 8),
    no,
    ...(sha256 === undefined ? [] : [sha256]),
  ].join(':');
}

/** What the QR code on a blank sheet says. */
export function sheetQrText(notebook: string, number: string): string {
  return `kiroku-sheet:${notebook.slice(0, 8)}:${number}`;
}

type Wanted = {
  readonly kind: PaperKind;
  /** Id of the notebook. */
  readonly notebook: string;
  /** Items that get a label; all where none is named. */
  readonly items: readonly string[];
  /** Numbers of blank sheets. */
  readonly numbers: readonly string[];
};

/** Labels for bags, or blank sheets with numbers, as a document that every format can print. */
export function paperForm(
  state: NotebookState,
  model: ReportModel,
  { kind, notebook, items, numbers }: Wanted,
): ReportDocument {
  const paper = writeReport({ ...model, sections: [], state: 'released' });
  const sections =
    kind === 'labels'
      ? labelPages(state, model, { notebook, items, title: paper.title })
      : numbers.map((number, index) => blankSheet(model, notebook, kind, number, index > 0));
  const { language } = model;
  const none = section('none', say(language, m.labelsTitle), false, [
    { kind: 'paragraph', content: [own(say(language, m.noItems))] },
  ]);
  return { ...paper, sections: sections.length === 0 ? [none] : sections };
}

function section(
  id: string,
  title: string,
  startsPage: boolean,
  blocks: readonly Block[],
): ReportSection {
  return { id: `custom-paper-${id}`, number: '', title, purpose: '', startsPage, blocks };
}

const labelsAcross = 2;
const labelsDown = 5;
/** Of a label, in mm; the sheet leaves the margins of the printer free. */
const labelWidth = 86;
const labelHeight = 44;

function labelPages(
  state: NotebookState,
  model: ReportModel,
  { notebook, items, title }: Pick<Wanted, 'notebook' | 'items'> & { readonly title: string },
): readonly ReportSection[] {
  const { language } = model;
  const wanted = itemsInOrder(state).filter(
    ({ id, item }) => item !== undefined && (items.length === 0 || items.includes(id)),
  );
  const aPage = labelsAcross * labelsDown;
  const pages = Array.from({ length: Math.ceil(wanted.length / aPage) }, (_none, at) =>
    wanted.slice(at * aPage, (at + 1) * aPage),
  );
  return pages.map((page, at) =>
    section(String(at + 1), say(language, m.labelsTitle), at > 0, [
      {
        kind: 'figure',
        size: 'wide',
        caption: say(language, m.labelsHint),
        svg: sheetOfLabels(page, model, { notebook, title }),
      },
    ]),
  );
}

function sheetOfLabels(
  page: readonly EvidenceRecord[],
  model: ReportModel,
  { notebook, title }: { readonly notebook: string; readonly title: string },
): SvgNode {
  const rows = Math.ceil(page.length / labelsAcross);
  return {
    tag: 'svg',
    attributes: { viewBox: `0 0 ${labelsAcross * labelWidth} ${rows * labelHeight}`, role: 'img' },
    children: [
      { tag: 'title', attributes: {}, children: [say(model.language, m.labelsTitle)] },
      ...page.map((record, at) =>
        label(record, model, notebook, {
          x: (at % labelsAcross) * labelWidth,
          y: Math.floor(at / labelsAcross) * labelHeight,
          title,
        }),
      ),
    ],
  };
}

function label(
  record: EvidenceRecord,
  model: ReportModel,
  notebook: string,
  { x, y, title }: { readonly x: number; readonly y: number; readonly title: string },
): SvgNode {
  const { item, origin } = record;
  const { language } = model;
  const fields = currentFields(record.fields);
  const sha256 = item?.sha256 ?? item?.reference?.sha256;
  const no = item?.no ?? '';
  const lines = [
    cut(visibleText(item?.name ?? ''), 34),
    cut(fields.type ? evidenceTypeName(fields.type, language) : '', 34),
    cut(visibleText([fields.makeModel, fields.serial].filter(Boolean).join(' · ')), 34),
    sha256 === undefined ? '' : `SHA-256 ${sha256.slice(0, 16)}…`,
    origin === undefined ? '' : cut(instantText(origin.wall, model), 34),
    say(language, m.labelSeal, { seal: cut(visibleText(fields.seal ?? ''), 20) || '____________' }),
  ];
  return {
    tag: 'g',
    attributes: { transform: `translate(${x} ${y})` },
    children: [
      {
        tag: 'rect',
        attributes: {
          x: 0.5,
          y: 0.5,
          width: labelWidth - 1,
          height: labelHeight - 1,
          fill: 'none',
          stroke: '#888',
          'stroke-width': 0.2,
          'stroke-dasharray': '2 1.5',
        },
        children: [],
      },
      qrAt(itemQrText(notebook, no, sha256), 3, 7, 28),
      text(33, 11, 7, no, true),
      ...lines.flatMap((line, index) =>
        line === '' ? [] : [text(33, 17 + index * 4.4, 3, line, index === 0)],
      ),
      text(3, labelHeight - 3, 2.8, cut(visibleText(title), 56), false),
    ],
  };
}

function instantText(wall: number, { language, zone }: ReportModel): string {
  // A clock that no calendar can show says nothing that belongs on a bag.
  return Math.abs(wall) < 8.6e15
    ? formatInstant(wall, { zone, locale: language, style: 'full' }, 'minute')
    : '';
}

/** Wide letters count for two: a label does not break its lines. */
function cut(line: string, longest: number): string {
  let width = 0;
  let kept = '';
  for (const letter of line) {
    width += /[\u1100-\uFFFD]/u.test(letter) || letter.length > 1 ? 2 : 1;
    if (width > longest) return `${kept}…`;
    kept += letter;
  }
  return kept;
}

function text(x: number, y: number, size: number, content: string, isStrong: boolean): SvgNode {
  return {
    tag: 'text',
    attributes: { x, y, 'font-size': size, ...(isStrong && { 'font-weight': 700 }) },
    children: [content],
  };
}

function qrAt(content: string, x: number, y: number, side: number): SvgNode {
  const { size, path } = qrCode(content);
  return {
    tag: 'g',
    attributes: { transform: `translate(${x} ${y}) scale(${side / size})` },
    children: [{ tag: 'path', attributes: { d: path }, children: [] }],
  };
}

/** Lines that fit a page as tall as handwriting needs them. */
const blankLines = 14;

function blankSheet(
  model: ReportModel,
  notebook: string,
  kind: Exclude<PaperKind, 'labels'>,
  number: string,
  startsPage: boolean,
): ReportSection {
  const { language } = model;
  const word = (name: keyof typeof m) => say(language, m[name]);
  const isLog = kind === 'blank-log';
  const columns: readonly Column[] = isLog
    ? [
        { header: word('lineNo'), width: 'number' },
        { header: word('when'), width: 'time' },
        { header: word('what'), width: 'text' },
        { header: word('where'), width: 'label' },
        { header: word('by'), width: 'label' },
      ]
    : [
        { header: word('lineNo'), width: 'number' },
        { header: word('when'), width: 'time' },
        { header: word('action'), width: 'label' },
        { header: word('fromTo'), width: 'text' },
        { header: word('placePurpose'), width: 'text' },
        { header: word('signatures'), width: 'text' },
      ];
  const rows = Array.from({ length: blankLines }, (_none, at): Row => ({
    cells: columns.map((_column, index) =>
      index === 0 ? [own(String(at + 1)), lineBreak, lineBreak] : [],
    ),
  }));
  const blank = [[own(' ')]];
  const title = say(language, isLog ? m.logTitle : m.custodyTitle, { number });
  return section(number, title, startsPage, [
    {
      kind: 'figure',
      size: 'small',
      caption: number,
      svg: {
        tag: 'svg',
        attributes: { viewBox: '0 0 28 28', class: 'paper-qr', role: 'img' },
        children: [
          { tag: 'title', attributes: {}, children: [title] },
          qrAt(sheetQrText(notebook, number), 0, 0, 28),
        ],
      },
    },
    {
      kind: 'definitions',
      items: [
        { term: word('sheetNumber'), details: [[strong(own(number))]] },
        { term: word(isLog ? 'sheetPlace' : 'sheetItem'), details: blank },
        { term: word('sheetClock'), details: blank },
        { term: word('sheetWriter'), details: blank },
      ],
    },
    { kind: 'table', columns, groups: [{ rows }] },
    { kind: 'paragraph', tone: 'small', content: [own(word('sheetRules'))] },
  ]);
}
