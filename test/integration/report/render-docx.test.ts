import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { unzipSync, strFromU8 } from 'fflate';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, onTestFinished, test } from 'vitest';
import { buildReportModel } from '#shared/report/build-report-model.ts';
import { docxPicture } from '#shared/report/docx/logo-picture.ts';
import { renderDocx } from '#shared/report/docx/render-docx.ts';
import { templateOfAudience } from '#shared/report/report-template.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { writeReport } from '#shared/report/write-report.ts';
import { packDocx } from '../../../electron/report/pack-docx.ts';
import { jpegPicture, logoOf, pngPicture } from '../../fixtures/logos.ts';
import {
  eventfulNotebook,
  exampleNotebook,
  reportOptions,
  type SampleNotebook,
} from '../../unit/report/sample-notebooks.ts';
import { attacks, hostileNotebook, hostileText } from './hostile-notebook.ts';

function partsOf(sample: SampleNotebook, language: 'en' | 'ja' = 'en') {
  const model = buildReportModel(sample.state, reportOptions(language, sample));
  return renderDocx(writeReport(model), model.generatedAtMs);
}

/** Elements and text of a part; a part that is not XML throws. */
function readXml(xml: string) {
  const parser = new SaxesParser({ xmlns: true });
  const elements: string[] = [];
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    elements.push(name);
    if (name === 'w:p') text += '\n';
    if (name === 'w:br') text += '\n';
    if (name === 'w:tab') text += '\t';
  });
  parser.on('text', (piece) => (text += piece));
  parser.write(xml).close();
  return { elements, text };
}

const known = readVocabulary();

/** Elements of a report without anything hostile in it: nothing else may come out of one. */
function readVocabulary(): ReadonlySet<string> {
  return new Set(partsOf(eventfulNotebook()).flatMap(([, xml]) => readXml(xml).elements));
}

describe('a report as a Word file', () => {
  test('is well-formed, holds hostile text as text, and gains no element by it', () => {
    const check = (text: string) => {
      const parts = partsOf({ state: hostileNotebook(text), seal: undefined });
      for (const [name, xml] of parts) {
        const { elements, text: said } = readXml(xml);
        expect(elements.filter((element) => !known.has(element))).toEqual([]);
        if (name !== 'word/document.xml') continue;
        const words = visibleText(text)
          .split(/\s+/)
          .filter((word) => word !== '');
        for (const word of words) expect(said).toContain(word);
      }
    };
    for (const attack of attacks) check(attack);
    fc.assert(fc.property(hostileText, check), { numRuns: 60 });
  });

  test('a word of a hundred kilobytes stays one text and stays out of the header', () => {
    const long = 'x'.repeat(100_000);
    const parts = new Map(partsOf({ state: hostileNotebook(long), seal: undefined }));
    expect(readXml(parts.get('word/document.xml') ?? '').text).toContain(long);
    expect(parts.get('word/header1.xml')?.length).toBeLessThan(6_000);
  });

  test('has every entry of the timeline once, and no bookmark twice', async () => {
    const sample = await exampleNotebook('en');
    const document = new Map(partsOf(sample)).get('word/document.xml') ?? '';
    const names = [...document.matchAll(/w:bookmarkStart w:id="(\d+)" w:name="(\w+)"/g)];
    expect(new Set(names.map(([, , name]) => name)).size).toBe(names.length);
    expect(new Set(names.map(([, id]) => id)).size).toBe(names.length);
    const links = [...document.matchAll(/w:hyperlink w:anchor="(\w*)"/g)].map(([, to]) => to);
    const marked = new Set(names.map(([, , name]) => name));
    expect(links.filter((to) => !marked.has(to ?? ''))).toEqual([]);
    const model = buildReportModel(sample.state, reportOptions('en', sample));
    const timeline = model.entries.map(({ content }) => content.text);
    const said = readXml(document).text;
    for (const text of timeline) expect(said).toContain(text);
  });

  test('marks every page, numbers it, and repeats the heads of its tables', () => {
    const parts = new Map(partsOf(eventfulNotebook()));
    const document = parts.get('word/document.xml') ?? '';
    expect(readXml(parts.get('word/header1.xml') ?? '').text).toContain('TLP:AMBER');
    const footer = readXml(parts.get('word/footer1.xml') ?? '').text;
    expect(footer).toMatch(/TLP:AMBER/);
    expect(footer).toMatch(/PAGE.*NUMPAGES/s);
    expect(parts.get('word/header1.xml')).toContain('string="DRAFT"');
    const reportTables = document.match(/<w:tblStyle w:val="ReportTable"\/>/g) ?? [];
    expect(reportTables.length).toBeGreaterThan(5);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(reportTables.length);
    expect(document).toContain('TOC \\o');
    expect(document).toContain('SEQ Table');
    expect(document).toContain('SEQ Figure');
  });

  test('carries the logo of a template as a part, and the letters that it asks for', () => {
    const bytes = pngPicture(300, 100);
    const sample = eventfulNotebook();
    const template = {
      ...templateOfAudience('legal', 'Hospital'),
      logo: { ...logoOf(bytes), name: 'A & "B" <c>' },
      typeface: 'serif' as const,
    };
    const model = buildReportModel(sample.state, reportOptions('en', sample, { template }));
    const document = writeReport(model);
    const files = unzipSync(packDocx(renderDocx(document, 0), docxPicture(document)));
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(Buffer.from(files['word/media/logo.png'] ?? [])).toEqual(bytes);
    expect(text('[Content_Types].xml')).toContain(
      '<Override PartName="/word/media/logo.png" ContentType="image/png"/>',
    );
    expect(text('word/_rels/document.xml.rels')).toContain('Target="/word/media/logo.png"');
    const body = text('word/document.xml');
    readXml(body);
    expect(body).toContain('<wp:extent cx="2160000" cy="720000"/>');
    expect(body).toContain('descr="A &amp; &quot;B&quot; &lt;c&gt;"');
    expect(text('word/styles.xml')).toContain('w:ascii="Times New Roman" w:eastAsia="Yu Mincho"');
    expect(text('word/fontTable.xml')).toContain('w:val="roman"');
  });

  test('is the same bytes for the same report, and tells nothing beside it', async () => {
    const sample = await exampleNotebook('ja');
    const bytes = packDocx(partsOf(sample, 'ja'));
    expect(packDocx(partsOf(sample, 'ja'))).toEqual(bytes);
    const files = unzipSync(bytes);
    const core = strFromU8(files['docProps/core.xml'] ?? new Uint8Array());
    expect(readXml(core).elements).toEqual([
      'cp:coreProperties',
      'dc:title',
      'dc:language',
      'dcterms:created',
      'dcterms:modified',
    ]);
    expect(strFromU8(files['word/styles.xml'] ?? new Uint8Array())).toContain(
      'w:eastAsia="Yu Gothic"',
    );
    const everything = Object.values(files)
      .map((file) => strFromU8(file))
      .join('');
    expect(everything).not.toMatch(/w:rsid|w:author|w:initials|lastModifiedBy/);
  });

  const office = spawnSync('soffice', ['--version']).status === 0;
  test.skipIf(!office)(
    'LibreOffice keeps the logo of a template (skipped where there is no soffice)',
    async () => {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'kiroku-docx-'));
      onTestFinished(() => rm(folder, { recursive: true, force: true }));
      const sample = eventfulNotebook();
      for (const [kind, picture] of [
        ['png', pngPicture(300, 100)],
        ['jpeg', jpegPicture],
      ] as const) {
        const template = { ...templateOfAudience('legal', 'x'), logo: logoOf(picture, kind) };
        const model = buildReportModel(sample.state, reportOptions('en', sample, { template }));
        const document = writeReport(model);
        const file = path.join(folder, `${kind}.docx`);
        await writeFile(file, packDocx(renderDocx(document, 0), docxPicture(document)));
        const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
        const options = ['--headless', '--convert-to', 'odt', '--outdir', folder, file];
        execFileSync('soffice', [profile, ...options], { stdio: 'pipe' });
        const parts = unzipSync(await readFile(path.join(folder, `${kind}.odt`)));
        const content = strFromU8(parts['content.xml'] ?? new Uint8Array());
        expect(content).toContain('<svg:desc>Minami Hospital</svg:desc>');
        const kept = Object.entries(parts).filter(([name]) => name.startsWith('Pictures/'));
        expect(kept.map(([, bytes]) => Buffer.from(bytes))).toContainEqual(picture);
      }
    },
    120_000,
  );

  test.skipIf(!office)(
    'LibreOffice opens it and prints what it says, in order (skipped where there is no soffice)',
    async () => {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'kiroku-docx-'));
      onTestFinished(() => rm(folder, { recursive: true, force: true }));
      const sample = await exampleNotebook('ja');
      await writeFile(path.join(folder, 'report.docx'), packDocx(partsOf(sample, 'ja')));
      const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
      const convert = (to: string) =>
        execFileSync(
          'soffice',
          [
            profile,
            '--headless',
            '--convert-to',
            to,
            '--outdir',
            folder,
            path.join(folder, 'report.docx'),
          ],
          { stdio: 'pipe' },
        );
      convert('txt:Text (encoded):UTF8');
      const text = await readFile(path.join(folder, 'report.txt'), 'utf8');
      const model = buildReportModel(sample.state, reportOptions('ja', sample));
      const timeline = text.slice(text.lastIndexOf('出来事の時刻の順'));
      let at = 0;
      for (const { content } of model.entries) {
        const found = timeline.indexOf(content.text, at);
        expect(found, content.text).toBeGreaterThanOrEqual(at);
        at = found;
      }
      convert('pdf');
      expect((await readFile(path.join(folder, 'report.pdf'))).subarray(0, 5).toString()).toBe(
        '%PDF-',
      );
    },
    120_000,
  );
});
