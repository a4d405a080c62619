import { describe, expect, test } from 'vitest';
import { audiences, sectionsForAudience } from '#shared/report/audiences.ts';
import { buildReportModel } from '#shared/report/build-report-model.ts';
import { renderHtml } from '#shared/report/render-html.ts';
import { renderMarkdown } from '#shared/report/render-markdown.ts';
import {
  readReportTemplate,
  type ReportTemplate,
  writeReportTemplate,
} from '#shared/report/report-template.ts';
import { writeReport } from '#shared/report/write-report.ts';
import { eventfulNotebook, exampleNotebook, reportOptions } from './sample-notebooks.ts';

const eventful = eventfulNotebook();

describe.each(audiences)('a report for %s', (audience) => {
  test.each(['en', 'ja'] as const)('has its sections in their order (%s)', (language) => {
    const model = buildReportModel(eventful.state, reportOptions(language, eventful, { audience }));
    const document = writeReport(model);
    const ids = document.sections.map(({ id }) => id);
    expect(ids).toEqual(
      sectionsForAudience(audience).filter(
        // A draft that is no version yet has none to speak of.
        (id) => id !== 'versions' && (id !== 'omitted' || model.omissions.length > 0),
      ),
    );
    for (const { id, blocks } of document.sections) expect(blocks.length, id).toBeGreaterThan(0);
    const words = renderMarkdown(document) + renderHtml(document);
    expect(words).not.toMatch(/undefined|NaN|\[object/);
  });
});

test('lawyers and authorities get facts, and hear how much else there is', () => {
  const model = buildReportModel(
    eventful.state,
    reportOptions('en', eventful, { audience: 'legal' }),
  );
  expect(
    model.entries.filter(
      ({ content, withdrawal }) =>
        withdrawal !== undefined ||
        content.kind === 'question' ||
        (content.confidence !== undefined && content.confidence !== 'confirmed'),
    ),
  ).toEqual([]);
  const total = buildReportModel(eventful.state, reportOptions('en', eventful)).entries.length;
  const left = model.omissions.reduce((sum, { count }) => sum + count, 0);
  expect(model.entries.length + left).toBe(total);
  const text = renderMarkdown(writeReport(model));
  expect(text).toContain('1 entry judged untrue');
  expect(text).not.toContain('Mail server said to be affected');
  expect(text).not.toContain('A service was installed');
});

describe('a template of an organisation', () => {
  const template: ReportTemplate = {
    schema: 'kiroku-report-template/1',
    name: 'Hospital',
    audience: 'legal',
    sections: ['cover', 'custom-1', 'timeline', 'summary'],
    added: [
      {
        id: 'custom-1',
        title: { en: 'Who we are', ja: '当院について' },
        text: { en: 'A hospital.\n\n<b>1,000 beds</b>', ja: '病院です。' },
      },
    ],
    header: 'Minami Hospital',
  };

  test('orders, hides and adds sections, and comes back from its file as it was', () => {
    const read = readReportTemplate(writeReportTemplate(template));
    expect(read).toEqual({ ok: true, value: template });
    const document = writeReport(
      buildReportModel(eventful.state, reportOptions('ja', eventful, { template })),
    );
    expect(document.sections.map(({ id, title }) => [id, title])).toEqual([
      ['cover', 'インシデント報告書'],
      ['custom-1', '1. 当院について'],
      ['timeline', '2. タイムライン'],
      ['summary', '3. 要約'],
      // What is left out is said, whatever a template hides.
      ['omitted', '付録A この報告書に含まないもの'],
    ]);
    expect(document.running.title).toBe('Minami Hospital · Ward 3 ransomware');
  });

  test('brings text, not markup', () => {
    const options = reportOptions('en', eventful, { template });
    const html = renderHtml(writeReport(buildReportModel(eventful.state, options)));
    expect(html).toContain('&lt;b&gt;1,000 beds&lt;/b&gt;');
  });

  test.each([
    ['no JSON', '{', { kind: 'not-json' }],
    ['another file', '{"schema":"x"}', { kind: 'not-a-template', field: 'schema' }],
    [
      'a section twice',
      JSON.stringify({ ...template, sections: ['cover', 'cover'] }),
      { kind: 'not-a-template', field: 'sections' },
    ],
    [
      'a section that nobody describes',
      JSON.stringify({ ...template, sections: ['custom-2'] }),
      { kind: 'not-a-template', field: 'added' },
    ],
    [
      'a field of ours that is not there yet',
      JSON.stringify({ ...template, script: 'x' }),
      { kind: 'not-a-template', field: '' },
    ],
  ])('is refused when it is %s', (_name, text, error) => {
    expect(readReportTemplate(text)).toEqual({ ok: false, error });
  });
});

test('the review asks what the notebook leaves open, and blames nobody', async () => {
  const sample = await exampleNotebook('en');
  const options = reportOptions('en', sample, { audience: 'review' });
  const text = renderMarkdown(writeReport(buildReportModel(sample.state, options)));
  expect(text).toContain('Which log would have shown it?');
  expect(text).toContain('Where were we lucky?');
  expect(text).not.toMatch(/who is to blame|whose fault|mistake/i);
});
