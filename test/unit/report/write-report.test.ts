import { expect, test } from 'vitest';
import { emptyState } from '#shared/journal/fold.ts';
import { buildReportModel } from '#shared/report/build-report-model.ts';
import type { Block, Inline, ReportDocument } from '#shared/report/document.ts';
import { renderHtml } from '#shared/report/render-html.ts';
import { renderMarkdown } from '#shared/report/render-markdown.ts';
import { sectionsForAudience } from '#shared/report/audiences.ts';
import { writeReport } from '#shared/report/write-report.ts';
import { pdfFurniture } from '#shared/report/pdf-furniture.ts';
import {
  eventfulNotebook,
  exampleNotebook,
  reportOptions,
  type SampleNotebook,
} from './sample-notebooks.ts';

const samples: readonly (readonly [string, SampleNotebook])[] = [
  ['eventful', eventfulNotebook()],
  ['exercise', eventfulNotebook({ exercise: true })],
  ['English example', await exampleNotebook('en')],
  ['Japanese example', await exampleNotebook('ja')],
  ['empty', { state: emptyState(), seal: undefined }],
];
const languages = ['en', 'ja'] as const;

for (const [name, sample] of samples) {
  for (const language of languages) {
    const model = buildReportModel(sample.state, reportOptions(language, sample));
    const document = writeReport(model);

    test(`${name}, ${language}: has every section, and none is empty`, () => {
      const expected = sectionsForAudience('technical').filter(
        (id) =>
          id !== 'omitted' &&
          id !== 'versions' &&
          (id !== 'notices' || model.techniques.length > 0),
      );
      expect(document.sections.map(({ id }) => id)).toEqual(expected);
      for (const { id, blocks, title } of document.sections) {
        expect(blocks.length, id).toBeGreaterThan(0);
        expect(title, id).not.toBe('');
      }
    });

    test(`${name}, ${language}: never prints a value that is none`, () => {
      for (const text of [renderHtml(document), renderMarkdown(document)])
        expect(text).not.toMatch(/undefined|\[object|NaN|Infinity|null\b|\{\w+\}/);
    });

    test(`${name}, ${language}: has each entry in the timeline exactly once`, () => {
      const rows = timelineRows(document);
      expect(rows.toSorted()).toEqual(model.entries.map(({ id }) => `entry-${id}`).toSorted());
    });

    test(`${name}, ${language}: every link leads to an anchor of the report`, () => {
      const html = renderHtml(document);
      const anchors = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      const links = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
      expect(links.filter((id) => !anchors.has(id))).toEqual([]);
      expect(anchors.size).toBe([...html.matchAll(/ id="/g)].length);
    });
  }
}

test('a section that nobody wrote says so', () => {
  const [, eventful] = samples[0] ?? [];
  if (eventful === undefined) throw new Error('no sample');
  const document = writeReport(buildReportModel(eventful.state, reportOptions('ja', eventful)));
  expect(textOf(section(document, 'root-cause'))).toBe('まだ書かれていません。');
});

test('sections can be put in another order and hidden; links to what is hidden become text', () => {
  const [, eventful] = samples[0] ?? [];
  if (eventful === undefined) throw new Error('no sample');
  const options = reportOptions('en', eventful, {
    order: ['cover', 'timeline'],
    hidden: ['evidence', 'checklist'],
  });
  const document = writeReport(buildReportModel(eventful.state, options));
  const ids = document.sections.map(({ id }) => id);
  expect(ids.slice(0, 2)).toEqual(['cover', 'timeline']);
  expect(ids).not.toContain('evidence');
  expect(document.sections.find(({ id }) => id === 'timeline')?.number).toBe('1');
  const html = renderHtml(document);
  expect(html).not.toContain('href="#evidence-');
  expect(html).toContain('E-001');
});

test('the marking stands at head and foot of the file and of every page of the PDF', () => {
  const [, eventful] = samples[0] ?? [];
  if (eventful === undefined) throw new Error('no sample');
  const model = buildReportModel(eventful.state, reportOptions('en', eventful));
  const html = renderHtml(writeReport(model));
  expect(html).toMatch(/<thead><tr><td>[^\n]*TLP:AMBER/);
  expect(html).toMatch(/<tfoot><tr><td>[^\n]*TLP:AMBER/);
  const { headerHtml, footerHtml } = pdfFurniture(writeReport(model));
  for (const template of [headerHtml, footerHtml]) expect(template).toContain('>TLP:AMBER</span>');
  expect(headerHtml).toContain('DRAFT');
  expect(footerHtml).toContain(`Seal ${eventful.seal?.value.slice(0, 4)}`);
  expect(footerHtml).toContain('class="totalPages"');
});

test('without a label the head says that none is set', () => {
  const model = buildReportModel(
    emptyState(),
    reportOptions('en', { state: emptyState(), seal: undefined }),
  );
  expect(pdfFurniture(writeReport(model)).headerHtml).toContain('TLP: not set');
});

test('an exercise says so on the cover and at the head', () => {
  const [, exercise] = samples[1] ?? [];
  if (exercise === undefined) throw new Error('no sample');
  const model = buildReportModel(exercise.state, reportOptions('en', exercise));
  expect(textOf(section(writeReport(model), 'cover'))).toContain(
    'Nothing in this report happened.',
  );
  expect(pdfFurniture(writeReport(model)).headerHtml).toContain('EXERCISE');
});

test('a withdrawn entry is struck through and keeps its reason; a corrected one leads to its history', () => {
  const [, eventful] = samples[0] ?? [];
  if (eventful === undefined) throw new Error('no sample');
  const html = renderHtml(
    writeReport(buildReportModel(eventful.state, reportOptions('en', eventful))),
  );
  expect(html).toMatch(/<s>Printer out of paper\.<\/s><br>.*Not about the incident\./);
  expect(html).toMatch(/<a href="#correction-[0-9a-f]{32}"><span[^>]*>corrected<\/span><\/a>/);
});

test('text in the other language is marked with its language and not translated', () => {
  const [, eventful] = samples[0] ?? [];
  if (eventful === undefined) throw new Error('no sample');
  const write = (language: 'en' | 'ja') =>
    renderHtml(writeReport(buildReportModel(eventful.state, reportOptions(language, eventful))));
  expect(write('en')).toContain('<span lang="ja">電子カルテの閲覧ができない。</span>');
  expect(write('ja')).toContain('<td>電子カルテの閲覧ができない。');
  expect(write('ja')).toContain('<span lang="en">Switch 3 unplugged.</span>');
});

test('the seal page shows the whole value, the words, the code and the heads', () => {
  const [, eventful] = samples[0] ?? [];
  if (eventful?.seal === undefined) throw new Error('no sample');
  const document = writeReport(buildReportModel(eventful.state, reportOptions('en', eventful)));
  const blocks = section(document, 'integrity');
  const text = textOf(blocks).replaceAll(' ', '');
  expect(text).toContain(eventful.seal.value);
  expect(text).toContain(eventful.seal.words.join(''));
  for (const [, hash] of Object.values(eventful.seal.heads)) expect(text).toContain(hash);
  expect(blocks.some(({ kind }) => kind === 'figure')).toBe(true);
});

function section(document: ReportDocument, id: string): readonly Block[] {
  return document.sections.find((candidate) => candidate.id === id)?.blocks ?? [];
}

function timelineRows(document: ReportDocument): readonly string[] {
  return section(document, 'timeline').flatMap((block) =>
    block.kind === 'table'
      ? block.groups.flatMap(({ rows }) => rows.map(({ id }) => id ?? ''))
      : [],
  );
}

function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'heading':
        case 'paragraph':
          return wordsOf(block.content);
        case 'list':
          return block.items.map(wordsOf).join('\n');
        case 'definitions':
          return block.items
            .map(({ term, details }) => [term, ...details.map(wordsOf)].join('\n'))
            .join('\n');
        case 'table':
          return block.groups
            .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(wordsOf)))
            .join('\n');
        case 'note':
          return textOf(block.blocks);
        case 'pair':
          return textOf([...block.left, ...block.right]);
        case 'figure':
        case 'page-break':
          return '';
      }
    })
    .join('\n');
}

function wordsOf(content: readonly Inline[]): string {
  return content
    .map((inline) =>
      'text' in inline ? inline.text : 'content' in inline ? wordsOf(inline.content) : '\n',
    )
    .join('');
}
