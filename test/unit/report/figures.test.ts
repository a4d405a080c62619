import { describe, expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { reportOf } from '#shared/application/notebook-report.ts';
import { fold } from '#shared/journal/fold.ts';
import { buildReportModel } from '#shared/report/build-report-model.ts';
import type { Block, BlockOf, ReportDocument, SvgNode } from '#shared/report/document.ts';
import { renderDocx } from '#shared/report/docx/render-docx.ts';
import { renderHtml } from '#shared/report/render-html.ts';
import { renderMarkdown } from '#shared/report/render-markdown.ts';
import { writeReport } from '#shared/report/write-report.ts';
import { sha256Hex } from '../../../electron/notebook/node-crypto.ts';
import { packDocx } from '../../../electron/report/pack-docx.ts';
import { createTestDevice, testId } from '../../fixtures/test-device.ts';
import { addEntry, setIncident } from '../../fixtures/test-operations.ts';
import { reportOptions, sampleOf } from './sample-notebooks.ts';

const at = (utc: string, change = {}) => ({
  utc,
  text: '',
  zone: 'UTC',
  precision: 'second' as const,
  plusMinusMs: 0,
  untilUtc: null,
  relation: 'at' as const,
  ...change,
});

/** Something of everything that a figure draws; `secret` is what somebody typed beside it. */
function sample(secret = '') {
  const device = createTestDevice(testId('figures'), 'desk', { by: 'Aoki' });
  device.append(setIncident({ title: 'Ward three', tlp: 'AMBER' }));
  const tagged = ['first-access', 'detected', 'contained'];
  for (const [index, hour] of ['01', '02', '03', '03', '20'].entries())
    device.append({
      ...addEntry(`Entry ${index} ${secret}`, {
        kind: index < 3 ? 'adversary' : 'response',
        at: at(`2026-01-04T${hour}:1${index}:00Z`),
        stages: index < 3 ? ['delivery', 'installation'] : [],
        hosts: index === 0 ? ['ws07', 'pacs01'] : [],
        techniques: index === 0 ? [{ id: 'T1021.001', catalogue: '19.1' }] : [],
        tags: tagged[index] === undefined ? [] : [tagged[index]],
      }),
      id: testId('entry', index),
    });
  device.append({
    ...addEntry('Some day', { at: at('2026-01-05T00:00:00Z', { precision: 'day' }) }),
    id: testId('vague'),
  });
  device.append({
    t: 'coverage.set',
    id: testId('c1'),
    source: 'vpn',
    fields: { state: 'available', retentionDays: 90, owner: `Suzuki ${secret}`, note: secret },
  });
  device.append({
    t: 'coverage.set',
    id: testId('c2'),
    source: 'vpn',
    stage: 'delivery',
    fields: { state: 'missing' },
  });
  device.append({
    t: 'course.set',
    id: testId('m1'),
    course: testId('measure'),
    fields: {
      stage: 'delivery',
      action: 'deny',
      text: `Second factor ${secret}`,
      outcome: 'missing',
      layer: 'identity',
      cut: true,
      entries: [testId('entry', 0)],
      note: secret,
    },
  });
  return { ...sampleOf([device]), state: fold(device.lines) };
}

function reportIn(language: 'en' | 'ja' | 'both', state = sample().state) {
  return reportOf(state, {
    language,
    zone: 'UTC',
    nowMs: Date.UTC(2026, 0, 7),
    appVersion: '1',
    heads: {},
    findings: [],
    sha256Hex,
  });
}

function figuresOf({ sections }: ReportDocument): readonly BlockOf<'figure'>[] {
  return sections
    .flatMap(({ blocks }): readonly Block[] => blocks)
    .filter((block) => block.kind === 'figure');
}

function shapesIn(node: SvgNode): readonly SvgNode[] {
  return [
    node,
    ...node.children.flatMap((child) => (typeof child === 'string' ? [] : shapesIn(child))),
  ];
}

function wordXml(document: ReportDocument): string {
  const files = unzipSync(packDocx(renderDocx(document, 0)));
  return strFromU8(files['word/document.xml'] ?? new Uint8Array());
}

const drawn = [
  'swimlane',
  'coverage',
  'courses',
  'density',
  'movement',
  'metrics',
  'seal',
] as const;

describe.each(['en', 'ja', 'both'] as const)('a report in %s', (language) => {
  const { document } = reportIn(language);
  const figures = figuresOf(document);

  test('draws every figure once, each with a table, as a page and for Word', () => {
    expect(figures).toHaveLength(drawn.length);
    expect(figures.filter(({ table }) => table === undefined)).toHaveLength(1);
    expect(renderHtml(document).match(/<svg /g)).toHaveLength(drawn.length);
    expect(wordXml(document).match(/<wp:inline /g)).toHaveLength(drawn.length);
  });

  test('holds nothing but numbers where a figure is measured', () => {
    for (const { svg } of figures)
      for (const { attributes } of shapesIn(svg))
        expect(Object.values(attributes).join(' ')).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('tells filled, white and dashed apart without a colour', () => {
    const looks = new Set(
      figures.flatMap(({ svg }) => shapesIn(svg).map(({ attributes }) => attributes['class'])),
    );
    for (const look of ['paper-bar', 'paper-bar-other', 'paper-cut', 'paper-cross'])
      expect(looks).toContain(look);
  });
});

test('words of a drawing stand in both languages, the shapes once', () => {
  const [english, both] = [reportIn('en'), reportIn('both')].map(({ document }) =>
    figuresOf(document),
  );
  const count = (figures: typeof english, tag: string) =>
    (figures ?? []).flatMap(({ svg }) => shapesIn(svg)).filter((node) => node.tag === tag).length;
  for (const tag of ['path', 'rect', 'line']) expect(count(both, tag)).toBe(count(english, tag));
  const xml = wordXml(reportIn('both').document);
  for (const word of ['1 Reconnaissance', '1 偵察', 'Deny', '拒否']) expect(xml).toContain(word);
});

test('every entry with a time is counted once in the density, also where it has no bar', () => {
  const model = buildReportModel(sample().state, reportOptions('en', sample()));
  const timeline = writeReport(model).sections.find(({ id }) => id === 'timeline');
  const figure = timeline?.blocks.find((block) => block.kind === 'figure');
  const rows = figure?.kind === 'figure' ? (figure.table?.groups[0]?.rows ?? []) : [];
  const totals = rows.map(({ cells }) => Number(textOf(cells[1])));
  expect(totals.reduce((sum, each) => sum + each, 0)).toBe(6);
  expect(textOf(rows.at(-1)?.cells[0])).toBe('time not sure enough for a bar');
});

function textOf(cell: readonly unknown[] | undefined): string {
  return (cell ?? []).map((inline) => (inline as { readonly text?: string }).text ?? '').join('');
}

test('says where the chain could have been cut, which stage is blind, and who has the log', () => {
  const text = renderMarkdown(reportIn('en').document);
  expect(text).toContain('Earliest stage at which it could have been stopped');
  expect(text).toContain('could have cut the chain here');
  expect(text).toContain('missing: 3');
  expect(text).toContain('Owner: Suzuki');
  expect(text).toContain('90 days');
});

test.each([
  ['roles', { roles: true }, ['Aoki']],
  ['people', { fields: ['people'] }, ['Suzuki']],
  ['a limit', { limit: 'GREEN' }, ['Suzuki', 'Second factor', 'SECRET', '90 days']],
] as const)('%s hold back what coverage and measures say', (_name, redaction, held) => {
  const notebook = sample('SECRET');
  const model = buildReportModel(notebook.state, reportOptions('en', notebook, { redaction }));
  const document = writeReport(model);
  for (const word of held) {
    expect(renderHtml(document), word).not.toContain(word);
    expect(wordXml(document), word).not.toContain(word);
  }
});

test('a notebook in which nobody looked at logs says so', () => {
  const device = createTestDevice(testId('no logs'), 'desk', { by: 'Aoki' });
  device.append(addEntry('Alone'));
  const text = renderMarkdown(reportIn('en', fold(device.lines)).document);
  expect(text).toContain('Nobody has said yet which logs were there');
  expect(text).toContain('No measure is written down yet');
  expect(figuresOf(reportIn('en', fold(device.lines)).document).map(({ size }) => size)).toEqual([
    'small',
  ]);
});
