import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@playwright/test';
import { expect } from '../fixtures/kiroku-test.ts';
import { environment, startOf } from '../fixtures/launch-kiroku.ts';
import { makePlaces, type Places, removePlaces } from '../fixtures/places.ts';

let places: Places;
test.beforeEach(async () => {
  places = await makePlaces();
});
test.afterEach(() => removePlaces(places));

type Outcome = { readonly code: number; readonly out: string; readonly errors: string };

/** Runs the application's own program, without Playwright and without a window. */
function run(...words: string[]): Promise<Outcome> {
  const { executablePath, args } = startOf({ args: words });
  return new Promise((resolve) => {
    execFile(executablePath, args, { env: environment(places) }, (error, out, errors) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      resolve({ code: error === null ? 0 : code, out, errors });
    });
  });
}

test('the application has the verbs of the command line', async () => {
  const folder = path.join(places.notebooks, 'x.kiroku');
  const created = await run('new', folder, '--title', 'From a shell', '--by', 'Aoki');
  expect(created).toMatchObject({ code: 0 });
  expect(await run('log', folder, '14:02 first line', '--by', 'Aoki')).toMatchObject({ code: 0 });
  const { out } = await run('show', folder, '--json');
  expect(JSON.parse(out)).toMatchObject({ entries: [{ text: 'first line' }] });
  expect(await run('verify', folder)).toMatchObject({ code: 0 });
  const report = path.join(places.files, 'report.pdf');
  expect(await run('report', folder, '--out', report)).toMatchObject({ code: 0 });
  expect((await readFile(report)).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a word that is no verb is wrong use', async () => {
  const { code, errors } = await run('opne');
  expect(code).toBe(2);
  expect(errors).toContain('opne');
});

test('a print job is printed without running or loading anything of it', async () => {
  const job = path.join(places.files, 'job');
  const trace = path.join(places.files, 'trace.txt');
  await mkdir(job);
  await writeFile(trace, '');
  const html = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>t</title>
    <script>document.write('script ran'.repeat(1000))</script>
    <img src="file://${trace}"><img src="https://example.com/x.png">
    <iframe src="file:///etc/passwd"></iframe><p>報告書 report</p>`;
  const headerTemplate = '<span style="font-size:9px">TLP:AMBER</span>';
  const footerTemplate =
    '<span style="font-size:9px"><i class="pageNumber"></i>/<i class="totalPages"></i></span>';
  await writeFile(
    path.join(job, 'document.json'),
    JSON.stringify({ html, headerTemplate, footerTemplate }),
  );
  expect(await run(`--kiroku-print=${job}`)).toMatchObject({ code: 0 });
  const pdf = path.join(job, 'document.pdf');
  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await stat(pdf)).mode & 0o777).toBe(0o600);
  const text = await textOf(pdf);
  test.skip(text === undefined, 'pdftotext (poppler-utils) is missing: the text was not looked at');
  expect(text).toContain('報告書 report');
  expect(text).toContain('TLP:AMBER');
  expect(text).toContain('1/1');
  expect(text).not.toContain('script ran');
  expect(text).not.toContain('root:');
});

test('a print job that is none is refused', async () => {
  await writeFile(path.join(places.files, 'document.json'), '{"html": 7}');
  expect(await run(`--kiroku-print=${places.files}`)).toMatchObject({ code: 2 });
  expect(await readdir(places.files)).toEqual(['document.json']);
});

function textOf(pdf: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('pdftotext', [pdf, '-'], (error, out) => resolve(error === null ? out : undefined));
  });
}
