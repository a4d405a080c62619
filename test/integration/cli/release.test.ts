import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ReportTemplate } from '#shared/report/report-template.ts';
import { logoOf, pngPicture } from '../../fixtures/logos.ts';
import { deskWithIncident } from './run.ts';

async function deskWithReport() {
  const desk = await deskWithIncident();
  const place = await mkdtemp(path.join(os.tmpdir(), 'kiroku-release-'));
  onTestFinished(() => rm(place, { recursive: true, force: true }));
  await desk.run(['log', desk.folder, '2024-03-01 12:00 :attacker the first login @web01']);
  return { ...desk, at: (name: string) => path.join(place, name) };
}

test('a report goes from reviewers to readers, frozen, and a file is known again by its hash', async () => {
  const { run, json, folder, at } = await deskWithReport();
  const submit = ['release', folder, '--submit', '--in', 'en', '--changes', 'First issue'];
  expect(await run([...submit, '--by', 'Aiko'])).toMatchObject({ code: 0 });

  // What is written while reviewers read does not get into what they read.
  await run(['log', folder, '2024-03-01 13:00 written after the submission']);
  expect(await run(['release', folder, '--draft', 'R-001', '--out', at('draft.md')])).toMatchObject(
    {
      code: 0,
    },
  );
  const draft = await readFile(at('draft.md'), 'utf8');
  expect(draft).toContain('IN REVIEW');
  expect(draft).not.toContain('written after the submission');

  const early = await run(['release', folder, '--publish', 'R-001', '--out', at('r1.html')]);
  expect(early).toMatchObject({ code: 2 });
  expect(early.error).toContain('in review');
  const say = (verdict: string, by: string, ...more: readonly string[]) =>
    run(['release', folder, '--review', 'R-001', '--verdict', verdict, '--by', by, ...more]);
  expect(await say('object', 'Ben')).toMatchObject({ code: 2 });
  expect(await say('object', 'Ben', '--text', 'The time of the login is wrong')).toMatchObject({
    code: 0,
  });
  expect((await say('approve', 'Chie', '--role', 'CISO')).out).toContain('in review');
  expect((await say('approve', 'Ben', '--text', 'Seen again, right')).out).toContain('approved');

  const published = await run(['release', folder, '--publish', 'r-001', '--out', at('r1.html')]);
  expect(published).toMatchObject({ code: 0 });
  const html = await readFile(at('r1.html'), 'utf8');
  expect(html).not.toContain('paper-watermark">DRAFT');
  for (const said of ['R-001', 'Ben', 'Chie', 'CISO', 'First issue', 'Released'])
    expect(html).toContain(said);
  expect(html).not.toContain('written after the submission');

  expect(await run(['release', folder, '--check', at('r1.html')])).toMatchObject({ code: 0 });
  await writeFile(at('changed.html'), `${html} `);
  expect(await run(['release', folder, '--check', at('changed.html')])).toMatchObject({ code: 1 });
  const again = await run(['release', folder, '--publish', 'R-001', '--out', at('again.html')]);
  expect(again).toMatchObject({ code: 2 });
  expect(
    await run(['release', folder, '--publish', 'R-001', '--out', at('r1.docx')]),
  ).toMatchObject({ code: 0 });
  expect(await say('comment', 'Ben', '--text', 'late')).toMatchObject({ code: 2 });

  const [verified] = await json('verify', folder);
  expect(verified).toMatchObject({
    ok: true,
    released: [
      { no: 'R-001', format: 'html', whole: true },
      { no: 'R-001', format: 'docx', whole: true },
    ],
  });
});

test('a version keeps the template that it was submitted with', async () => {
  const { run, folder, at } = await deskWithReport();
  const template = at('template.json');
  await run(['report', folder, '--audience', 'legal', '--save-template', template]);
  const saved = JSON.parse(await readFile(template, 'utf8')) as ReportTemplate;
  const logo = logoOf(pngPicture(60, 20));
  const own = { ...saved, sections: ['cover', 'timeline'], header: 'Minami', logo };
  await writeFile(template, JSON.stringify(own));
  const submit = ['release', folder, '--submit', '--in', 'en', '--by', 'Aiko'];
  expect(await run([...submit, '--template', template])).toMatchObject({ code: 0 });
  await rm(template);
  await run(['release', folder, '--review', 'R-001', '--verdict', 'approve', '--by', 'Ben']);
  const published = await run(['release', folder, '--publish', 'R-001', '--out', at('r1.html')]);
  expect(published).toMatchObject({ code: 0 });
  const html = await readFile(at('r1.html'), 'utf8');
  expect(html).toContain(logo.base64);
  expect(html).toContain('Minami · ');
  expect(html).not.toContain('id="summary"');
  await writeFile(template, JSON.stringify({ ...own, pages: 3 }));
  expect(await run([...submit, '--template', template])).toMatchObject({ code: 2 });
});

test('a later version says what changed since the one before', async () => {
  const { run, folder, at } = await deskWithReport();
  const release = async (no: string, file: string) => {
    await run(['release', folder, '--submit', '--in', 'en', '--by', 'Aiko']);
    await run(['release', folder, '--review', no, '--verdict', 'approve', '--by', 'Ben']);
    return run(['release', folder, '--publish', no, '--out', file]);
  };
  await release('R-001', at('r1.md'));
  await run(['log', folder, '2024-03-01 14:00 a second login @web02']);
  expect(await release('R-002', at('r2.md'))).toMatchObject({ code: 0 });
  const text = await readFile(at('r2.md'), 'utf8');
  expect(text).toContain('R-001');
  expect(text).toContain('1 entry is new');
  expect(await readFile(at('r1.md'), 'utf8')).toContain('first version');
});

test('a released file that was changed in the notebook is told of, by verify too', async () => {
  const { run, json, folder, at } = await deskWithReport();
  await run(['release', folder, '--submit']);
  await run(['release', folder, '--review', 'R-001', '--verdict', 'approve', '--by', 'Ben']);
  await run(['release', folder, '--publish', 'R-001', '--out', at('r1.md')]);
  const [kept = ''] = await readdir(path.join(folder, 'evidence'));
  const file = path.join(folder, 'evidence', kept);
  await chmod(file, 0o600);
  await writeFile(file, 'something else');
  const { code, out } = await run(['verify', folder]);
  expect(code).toBe(1);
  expect(out).toContain('Released report R-001 (md, E-001): missing or changed');
  const [versions] = await json('release', folder);
  expect(versions).toMatchObject([{ no: 'R-001', state: 'released' }]);
});

test('what is taken back is said of its file, and a limited report keeps comments to itself', async () => {
  const { run, folder, at } = await deskWithReport();
  await run([
    'release',
    folder,
    '--submit',
    '--audience',
    'partner',
    '--tlp',
    'GREEN',
    '--in',
    'en',
  ]);
  const comment = ['--verdict', 'approve', '--text', 'The insider is Taro', '--by', 'Ben'];
  await run(['release', folder, '--review', 'R-001', ...comment]);
  await run(['release', folder, '--publish', 'R-001', '--out', at('partner.json')]);
  expect(await readFile(at('partner.json'), 'utf8')).not.toContain('Taro');
  expect(await run(['release', folder, '--withdraw', 'R-001'])).toMatchObject({ code: 2 });
  await run(['release', folder, '--withdraw', 'R-001', '--text', 'The cause was another one']);
  const { code, out } = await run(['release', folder, '--check', at('partner.json')]);
  expect(code).toBe(1);
  expect(out).toContain('The cause was another one');
});
