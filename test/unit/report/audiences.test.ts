import { describe, expect, test } from 'vitest';
import {
  printableReport,
  type ReportLanguage,
  reportOf,
  reportText,
} from '#shared/application/notebook-report.ts';
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
import { sha256Hex } from '../../../electron/notebook/node-crypto.ts';
import { logoOf, pngPicture } from '../../fixtures/logos.ts';
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
    typeface: 'sans',
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
      { kind: 'not-a-template', field: 'script' },
    ],
  ])('is refused when it is %s', (_name, text, error) => {
    expect(readReportTemplate(text)).toEqual({ ok: false, error });
  });

  test('a file of an earlier program has no logo and letters without serifs', () => {
    const { typeface: _typeface, ...earlier } = template;
    expect(readReportTemplate(JSON.stringify(earlier))).toEqual({ ok: true, value: template });
  });

  const logo = logoOf(pngPicture(300, 100));

  test.each([
    ['no picture', { ...logo, base64: 'PHN2Zz4=' }, { kind: 'logo', fault: 'not-a-picture' }],
    ['no base64', { ...logo, base64: '<svg>' }, { kind: 'logo', fault: 'damaged' }],
    ['of another kind', { ...logo, kind: 'jpeg' }, { kind: 'logo', fault: 'other-kind' }],
    [
      'a bomb',
      logoOf(pngPicture(1, 1, { claimed: [65_535, 65_535] })),
      { kind: 'logo', fault: 'too-many-pixels' },
    ],
    ['huge', { ...logo, base64: 'A'.repeat(5_000_000) }, { kind: 'logo', fault: 'too-large' }],
    ['an SVG', { ...logo, kind: 'svg' }, { kind: 'not-a-template', field: 'logo.kind' }],
    ['nameless', { ...logo, name: ' ' }, { kind: 'not-a-template', field: 'logo.name' }],
  ])('is refused when its logo is %s', (_name, wrong, error) => {
    expect(readReportTemplate(JSON.stringify({ ...template, logo: wrong }))).toEqual({
      ok: false,
      error,
    });
  });

  test('is refused when it is deeper than anything is read', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    for (const text of [deep, JSON.stringify({ ...template, header: 0 }).replace(':0', `:${deep}`)])
      expect(readReportTemplate(text)).toMatchObject({ ok: false });
  });

  test('puts its logo on the cover, once in both languages, and its letters everywhere', () => {
    const look = {
      ...template,
      logo: { ...logo, name: 'Minami "Hospital" <1>' },
      typeface: 'serif',
    };
    const report = (language: ReportLanguage) =>
      reportOf(eventful.state, {
        language,
        choices: { template: look as ReportTemplate },
        zone: 'UTC',
        nowMs: 0,
        appVersion: '0.1.0',
        heads: {},
        findings: [],
        sha256Hex,
      });
    for (const language of ['en', 'ja', 'both'] as const) {
      const made = report(language);
      const html = reportText(made, 'html');
      expect(html.split(`src="data:image/png;base64,${logo.base64}"`)).toHaveLength(2);
      expect(html).toContain('alt="Minami &quot;Hospital&quot; &lt;1&gt;" width="227" height="76"');
      expect(html).toContain('<body class="paper-serif">');
      const { html: printed, footerTemplate } = printableReport(made);
      expect(printed).toContain('<main class="paper paper-serif"');
      expect(footerTemplate).toContain('class="paper-template paper-serif"');
      for (const format of ['md', 'json'] as const)
        expect(reportText(made, format)).not.toContain(logo.base64.slice(0, 40));
    }
  });

  test('leaves a report without one as it was', () => {
    const html = renderHtml(
      writeReport(buildReportModel(eventful.state, reportOptions('en', eventful))),
    );
    expect(html).not.toMatch(/paper-serif|paper-logo|<img|<body /);
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
