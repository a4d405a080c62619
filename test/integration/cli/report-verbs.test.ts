import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ReportTemplate } from '#shared/report/report-template.ts';
import { jpegPicture, logoOf, pngPicture } from '../../fixtures/logos.ts';
import { deskWithIncident } from './run.ts';

async function deskWithIncidentOnly() {
  const desk = await deskWithIncident();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kiroku-report-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { ...desk, place: (name: string) => path.join(folder, name) };
}

async function deskWithEntries() {
  const desk = await deskWithIncidentOnly();
  for (const line of [
    '2024-03-01 12:00 :attacker login from 203.0.113.7 @web01 #tlp:green !exploitation',
    '2024-03-01 12:30 the SOC saw it #detected #known',
    '2024-03-01 13:00 #contained account locked :response',
    '2024-03-01 13:05 :decision switch off the VPN',
    '2024-03-01 13:10 :question was the backup reached?',
  ])
    expect(await desk.run(['log', desk.folder, line])).toMatchObject({ code: 0 });
  return desk;
}

test.each([
  ['docx', 'PK'],
  ['html', '<!doctype html>'],
  ['md', '**TLP:AMBER**'],
  ['json', '{\n "schema": "kiroku-report/1"'],
])('writes %s for every audience', async (format, beginning) => {
  const { run, folder, place } = await deskWithEntries();
  for (const audience of ['technical', 'executive', 'legal', 'review', 'partner']) {
    const out = place(`${audience}.${format}`);
    const args = ['report', folder, '--audience', audience, '--lang', 'both', '--out', out];
    expect(await run(args)).toMatchObject({ code: 0 });
    expect((await readFile(out)).subarray(0, beginning.length).toString()).toBe(beginning);
  }
});

test('keeps back what is marked narrower, and shows before what that is', async () => {
  const { run, folder, place } = await deskWithEntries();
  const limit = ['--tlp', 'GREEN', '--defang', '--audience', 'partner'];
  const { out } = await run(['report', folder, ...limit, '--preview']);
  expect(out).toContain('Entries (4)');
  expect(out).toContain('was the backup reached?');
  const file = place('partner.md');
  expect(await run(['report', folder, ...limit, '--out', file])).toMatchObject({ code: 0 });
  const text = await readFile(file, 'utf8');
  expect(text).toContain('203[.]0[.]113[.]7'.replaceAll('[', '\\[').replaceAll(']', '\\]'));
  expect(text).not.toContain('backup');
});

test('a template is saved, edited and used; a wrong one is refused before anything is written', async () => {
  const { run, folder, place } = await deskWithEntries();
  const template = place('template.json');
  expect(
    await run(['report', folder, '--audience', 'legal', '--save-template', template]),
  ).toMatchObject({ code: 0 });
  const read = JSON.parse(await readFile(template, 'utf8')) as { sections: string[] };
  await writeFile(template, JSON.stringify({ ...read, sections: ['cover', 'timeline'] }));
  const out = place('own.md');
  await run(['report', folder, '--template', template, '--out', out]);
  expect((await readFile(out, 'utf8')).match(/^## .*/gm)?.[0]).toContain('Timeline');
  await writeFile(template, '{"schema":"other"}');
  const refused = await run(['report', folder, '--template', template, '--out', place('no.md')]);
  expect(refused).toMatchObject({ code: 2, error: expect.stringContaining('schema') });
  await expect(readFile(place('no.md'))).rejects.toThrow('ENOENT');
});

test('a template brings a logo, a header and letters with serifs into every format that has a place', async () => {
  const { run, folder, place } = await deskWithEntries();
  const template = place('template.json');
  await run(['report', folder, '--save-template', template]);
  const saved = JSON.parse(await readFile(template, 'utf8')) as ReportTemplate;
  expect(saved.typeface).toBe('sans');
  const logo = logoOf(pngPicture(120, 40));
  const own = { ...saved, header: '<b>Minami</b> Hospital', typeface: 'serif', logo };
  await writeFile(template, JSON.stringify(own));
  for (const format of ['html', 'docx', 'md', 'json'])
    expect(
      await run(['report', folder, '--template', template, '--out', place(`own.${format}`)]),
    ).toMatchObject({ code: 0 });
  const html = await readFile(place('own.html'), 'utf8');
  expect(html).toContain(logo.base64);
  expect(html).toContain('&lt;b&gt;Minami&lt;/b&gt; Hospital');
  expect(html).toContain('paper-serif');
  expect(Buffer.from(await readFile(place('own.docx'))).includes('word/media/logo.png')).toBe(true);
});

test.each([
  [
    'a huge logo',
    { logo: { ...logoOf(pngPicture(1, 1)), base64: 'A'.repeat(2_000_000) } },
    'larger than',
  ],
  [
    'an archive',
    { logo: { ...logoOf(pngPicture(1, 1)), base64: 'UEsDBAoAAAAAAA==' } },
    'neither PNG nor JPEG',
  ],
  ['a JPEG that is cut off', { logo: logoOf(jpegPicture.subarray(0, 300), 'jpeg') }, 'cut off'],
  ['a bomb', { logo: logoOf(pngPicture(1, 1, { claimed: [65_535, 65_535] })) }, '4,096 pixels'],
  ['fonts of a stranger', { typeface: 'url(https://example.org)' }, 'typeface'],
  ['a field of a later program', { pages: 3 }, 'pages'],
])('a template with %s is refused in one sentence', async (_name, wrong, said) => {
  const { run, folder, place } = await deskWithIncidentOnly();
  const template = place('template.json');
  await run(['report', folder, '--save-template', template]);
  const saved = JSON.parse(await readFile(template, 'utf8')) as ReportTemplate;
  await writeFile(template, JSON.stringify({ ...saved, ...wrong }));
  const refused = await run(['report', folder, '--template', template, '--out', place('no.html')]);
  expect(refused).toMatchObject({ code: 2, error: expect.stringContaining(said) });
  await expect(readFile(place('no.html'))).rejects.toThrow('ENOENT');
});

test('a file that is no template is refused whatever it is', async () => {
  const { run, folder, place } = await deskWithIncidentOnly();
  for (const [bytes, said] of [
    ['['.repeat(200_000) + ']'.repeat(200_000), 'is no template'],
    [Buffer.from('504b0304', 'hex'), 'no JSON'],
    [Buffer.alloc(17 * 1024 * 1024), 'too large'],
  ] as const) {
    await writeFile(place('template.json'), bytes);
    const args = ['--template', place('template.json'), '--out', place('no.html')];
    expect(await run(['report', folder, ...args])).toMatchObject({
      code: 2,
      error: expect.stringContaining(said),
    });
  }
});

test('measures one notebook, and compares several', async () => {
  const { run, folder } = await deskWithEntries();
  const one = await run(['metrics', folder]);
  expect(one.out).toContain('Time to contain: 29 min to 31 min');
  expect(one.out).toContain('Contained − Detected');
  const two = await run(['metrics', folder, folder, folder, '--json']);
  const { overall } = JSON.parse(two.out) as { overall: { id: string; count: number }[] };
  expect(overall.find(({ id }) => id === 'ttc')).toMatchObject({
    count: 3,
    mean: { leastMs: 29 * 60_000, mostMs: 31 * 60_000 },
    median: { leastMs: 29 * 60_000, mostMs: 31 * 60_000 },
  });
  expect(await run(['metrics'])).toMatchObject({ code: 2 });
});

test('briefs whoever takes over, since a time or in a page', async () => {
  const { run, folder, place } = await deskWithEntries();
  // Only what somebody took over runs: the same deadlines that the Now panel counts down.
  expect(await run(['deadline', 'add', folder, 'eu-gdpr'])).toMatchObject({ code: 0 });
  const all = await run(['brief', folder, '--since', '2024-01-01T00:00Z']);
  expect(all.out).toContain('was the backup reached?');
  expect(all.out).toContain('EU: GDPR');
  expect(all.out).toContain('login from 203.0.113.7');
  const later = new Date(Date.now() + 86_400_000).toISOString();
  const none = await run(['brief', folder, '--since', later, '--lang', 'ja']);
  expect(none.out).toContain('新しい記録\n- なし');
  const page = place('brief.html');
  await run(['brief', folder, '--since', '2024-01-01T00:00Z', '--out', page]);
  expect(await readFile(page, 'utf8')).toContain('was the backup reached?');
  for (const since of ['yesterday', 'abcdef0123456789'])
    expect(await run(['brief', folder, '--since', since])).toMatchObject({ code: 2 });
});
