import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { unzipSync, strFromU8 } from 'fflate';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, onTestFinished, test } from 'vitest';
import { buildReportModel } from '#shared/report/build-report-model.ts';
import { renderDocx } from '#shared/report/docx/render-docx.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { writeReport } from '#shared/report/write-report.ts';
import { packDocx } from '../../../electron/report/pack-docx.ts';
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
