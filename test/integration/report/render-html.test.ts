import fc from 'fast-check';
import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { buildReportModel } from '#shared/report/build-report-model.ts';
import { paperTags } from '#shared/report/paper-tree.ts';
import { pdfFurniture } from '#shared/report/pdf-furniture.ts';
import { renderHtml } from '#shared/report/render-html.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { writeReport } from '#shared/report/write-report.ts';
import { attacks, hostileEntryId, hostileNotebook, hostileText } from './hostile-notebook.ts';
import { eventfulNotebook, reportOptions } from '../../unit/report/sample-notebooks.ts';

const elements = new Set<string>([
  ...paperTags,
  'html',
  'head',
  'body',
  'meta',
  'title',
  'style',
  'tfoot',
]);
const attributes = new Set([
  'id',
  'class',
  'lang',
  'href',
  'scope',
  'colspan',
  'role',
  'charset',
  'name',
  'content',
  'http-equiv',
  'viewBox',
  'd',
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'width',
  'height',
  'cx',
  'cy',
  'r',
  'transform',
  'aria-hidden',
]);

const shapes: Readonly<Record<string, RegExp>> = {
  href: /^#[a-z0-9-]+$/,
  id: /^[a-z0-9-]+$/,
  class: /^[a-z0-9 -]*$/i,
  width: /^[\d.]+$/,
  height: /^[\d.]+$/,
  transform: /^translate\(-?[\d.]+ -?[\d.]+\)$/,
};

function reportOf(text: string, language: 'en' | 'ja' = 'en') {
  const sample = { state: hostileNotebook(text), seal: undefined };
  return buildReportModel(sample.state, reportOptions(language, sample));
}

function parse(html: string) {
  const window = new Window();
  const document = new window.DOMParser().parseFromString(html, 'text/html');
  return document as unknown as Document;
}

function expectOnlyAllowed(document: Document): void {
  const strange: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    if (!elements.has(element.localName)) strange.push(element.localName);
    for (const { name, value } of element.attributes) {
      const shape = shapes[name];
      if (!attributes.has(name) || (shape !== undefined && !shape.test(value)))
        strange.push(`${name}="${value}"`);
    }
  }
  expect(strange).toEqual([]);
}

test('no text that a person typed becomes markup, and each stands as it was typed', () => {
  fc.assert(
    fc.property(hostileText, fc.constantFrom('en' as const, 'ja' as const), (text, language) => {
      const document = parse(renderHtml(writeReport(reportOf(text, language))));
      expectOnlyAllowed(document);
      const cells = document.querySelectorAll(`#entry-${hostileEntryId} > td`);
      const about = cells[3]?.textContent ?? '';
      expect(about.startsWith(visibleText(text))).toBe(true);
      expect(document.querySelector('h1')?.textContent).toBe(visibleText(text));
    }),
    { numRuns: 55, examples: attacks.map((attack) => [attack, 'en'] as [string, 'en']) },
  );
}, 120_000);

test('head and foot of the PDF escape the title too', () => {
  for (const attack of attacks) {
    const { headerHtml, footerHtml } = pdfFurniture(writeReport(reportOf(attack)));
    for (const template of [headerHtml, footerHtml]) expectOnlyAllowed(parse(template));
    expect(parse(headerHtml).querySelector('.paper-running-title')?.textContent).toBe(
      visibleText(attack),
    );
  }
});

test('nothing unseen is left: controls and turning marks are named', () => {
  const html = renderHtml(writeReport(reportOf('a\u202Eb\u0000c\u200Bd')));
  expect(html).toContain('a‹U+202E›b‹U+0000›c‹U+200B›d');
  // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
  expect(html).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u202A-\u202E]/);
});

test('the file is one piece: no script, no address, a policy that forbids both', () => {
  const sample = eventfulNotebook();
  const html = renderHtml(writeReport(buildReportModel(sample.state, reportOptions('en', sample))));
  const document = parse(html);
  expect(
    document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content'),
  ).toBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  expect(document.querySelectorAll('script, link, img, iframe, object, base, form')).toHaveLength(
    0,
  );
  expect(html).not.toMatch(/url\(|@import|\bon[a-z]+=|https?:\/\//);
});

test('a word of a hundred kilobytes is one text', () => {
  const word = 'x'.repeat(100_000);
  const document = parse(renderHtml(writeReport(reportOf(word))));
  const cell = document.querySelector(`#entry-${hostileEntryId} > td:nth-child(4)`);
  expect(cell?.textContent?.startsWith(word)).toBe(true);
});

test('the report names no language but its own where the text is in it', () => {
  const html = renderHtml(writeReport(reportOf('plain words')));
  expect(html).toContain('<html lang="en">');
  expect(html).not.toContain('<span lang=');
});
