import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { cliOverviewMessages } from '#shared/i18n/cli-overview-messages.ts';
import { open } from '../notebook/temporary-notebook.ts';
import { runBuiltCli } from '../notebook/command-line.ts';
import { deskWithIncident, newDesk } from './run.ts';

test.each<[string, readonly string[], string]>([
  ['an unknown verb', ['frobnicate'], 'There is no verb "frobnicate"'],
  ['an unknown option', ['new', 'FOLDER', '--titel', 'x'], 'The option --titel is not known here'],
  [
    'an option without its value',
    ['new', 'FOLDER', '--title'],
    'The option --title needs a value.',
  ],
  ['no folder', ['new'], 'FOLDER is missing'],
  ['no title', ['new', 'FOLDER'], '--title is missing'],
  ['an empty title', ['new', 'FOLDER', '--title', '  '], '--title is missing'],
  ['an unknown TLP', ['new', 'FOLDER', '--title', 'x', '--tlp', 'PINK'], '--tlp cannot be "PINK"'],
  [
    'an unknown zone',
    ['new', 'FOLDER', '--title', 'x', '--zone', 'Mars/X'],
    'no time zone "Mars/X"',
  ],
  ['one argument too many', ['new', 'FOLDER', 'x', '--title', 'x'], '"x" is one argument too many'],
  ['an unknown language', ['verify', 'FOLDER', '--lang', 'fr'], '--lang cannot be "fr"'],
  ['a folder that is not there', ['log', 'FOLDER', 'x'], 'There is nothing at'],
  ['a folder that is not there', ['verify', 'FOLDER'], 'There is nothing at'],
  ['a folder that is not there', ['report', 'FOLDER', '--out', 'x.md'], 'There is nothing at'],
  ['an unknown format', ['report', 'FOLDER', '--out', 'x.odt'], '--format cannot be "odt"'],
  [
    'a PDF without the application',
    ['report', 'FOLDER', '--out', 'x.pdf'],
    'needs the desktop application',
  ],
])('says what is wrong with %s in one sentence, and makes nothing', async (_what, args, words) => {
  const { run, folder } = await newDesk();
  const ran = await run(args.map((arg) => (arg === 'FOLDER' ? folder : arg)));
  expect(ran).toMatchObject({ code: 2, out: '', error: expect.stringContaining(words) });
  expect(ran.error.match(/\n/g)).toHaveLength(1);
  expect(existsSync(folder)).toBe(false);
});

test.each<[string, readonly string[], string]>([
  ['a time that cannot be', ['log', 'FOLDER', '25:99 x'], 'cannot be read as a time'],
  ['no words', ['log', 'FOLDER', '#tag-only ', '!3'], 'The entry has no words'],
  ['unknown evidence', ['log', 'FOLDER', 'see ^E-009'], 'There is no evidence item "^E-009"'],
  ['an unknown entry', ['correct', 'FOLDER', '99', 'x', '--reason', 'r'], 'There is no entry "99"'],
  ['no reason', ['correct', 'FOLDER', '1', 'x'], 'Say why with --reason'],
  ['a new key', ['seal', 'FOLDER', '--new-key', '--check', 'x'], '--new-key writes a seal'],
  ['an unknown template', ['checklist', 'adopt', 'FOLDER', 'x'], 'no checklist template "x"'],
  ['a checklist nobody adopted', ['checklist', 'set', 'FOLDER', 'x', 'y'], 'has not adopted'],
])('saves nothing when an entry has %s', async (_what, args, words) => {
  const { run, folder, json } = await deskWithIncident();
  const before = await json('show', folder);
  const ran = await run(args.map((arg) => (arg === 'FOLDER' ? folder : arg)));
  expect(ran).toMatchObject({ code: 2, out: '', error: expect.stringContaining(words) });
  expect(await json('show', folder)).toEqual(before);
});

test('says who has the notebook open', async () => {
  const { run, folder } = await deskWithIncident();
  const notebook = await open({ folder, userData: `${folder}-other-user` });
  const ran = await run(['log', folder, 'x']);
  await notebook.close();
  expect(ran).toMatchObject({
    code: 2,
    error: expect.stringMatching(/open elsewhere \(.*pid \d+\)/),
  });
});

test('does not touch a folder that exists', async () => {
  const { run, folder } = await deskWithIncident();
  expect(await run(['new', folder, '--title', 'again'])).toMatchObject({
    code: 2,
    error: expect.stringContaining('exists already'),
  });
});

test('cannot be made to steer a terminal by what stands in a notebook', async () => {
  const { run, folder } = await deskWithIncident();
  await run(['log', folder, 'red \u001b[31m and \u202e turned \u0007']);
  expect((await run(['show', folder])).out).toContain(
    'red ‹U+001B›[31m and ‹U+202E› turned ‹U+0007›',
  );
});

test('speaks the language of the system, or the one it is told', async () => {
  const { run, folder } = await newDesk();
  const results = await Promise.all([
    run(['verify', folder], { env: { LANG: 'ja_JP.UTF-8' } }),
    run(['verify', folder, '--lang', 'ja']),
    run(['verify', folder, '--lang', 'en'], { env: { LANG: 'ja_JP.UTF-8' } }),
  ]);
  expect(results.map(({ error }) => /[ぁ-ん]/.test(error))).toEqual([true, true, false]);
});

test('keeps its own language when a report is written in another', async () => {
  const { run, folder } = await deskWithIncident();
  const env = { LANG: 'ja_JP.UTF-8' };
  const [written, complained] = await Promise.all([
    run(['report', folder, '--out', `${folder}.md`, '--lang', 'en'], { env }),
    run(['report', `${folder}-x`, '--out', `${folder}-x.md`, '--lang', 'ja']),
  ]);
  expect(written).toMatchObject({ code: 0, out: expect.stringMatching(/[ぁ-ん]/) });
  expect(await readFile(`${folder}.md`, 'utf8')).not.toMatch(/[ぁ-ん]/);
  expect(complained).toMatchObject({ code: 2, error: expect.stringContaining('There is nothing') });
});

test.each(['new', 'log', 'correct', 'show', 'evidence', 'checklist', 'verify', 'report'])(
  'explains %s',
  async (verb) => {
    const { run } = await newDesk();
    const [en, ja] = await Promise.all([
      run([verb, '--help']),
      run([verb, '--help', '--lang', 'ja']),
    ]);
    expect(en).toMatchObject({
      code: 0,
      out: expect.stringContaining(`kiroku ${verb}`),
      error: '',
    });
    expect(ja).toMatchObject({ code: 0, out: expect.stringMatching(/[ぁ-ん]/), error: '' });
    expect(cliOverviewMessages.help.en).toContain(`  ${verb} `);
  },
);

test('works as a program of its own', async () => {
  const { folder } = await newDesk();
  const env = { KIROKU_USER_DATA: `${folder}-user` };
  const made = await runBuiltCli(['new', folder, '--title', 'Osaka'], env);
  const logged = await runBuiltCli(['log', folder, '-'], env, 'one\ntwo\n');
  const wrong = await runBuiltCli(['log', folder], env);
  await writeFile(`${folder}-x`, 'x');
  expect([made, logged, wrong]).toMatchObject([
    { code: 0, error: '' },
    { code: 0, out: expect.stringMatching(/^No\. 2 saved .{8}\nNo\. 3 saved .{8}\n$/), error: '' },
    { code: 2, out: '' },
  ]);
});

test('lets many commands write at the same time, one after the other', async () => {
  const { folder, json } = await deskWithIncident();
  const env = { KIROKU_USER_DATA: `${folder}-user` };
  const all = await Promise.all(
    Array.from({ length: 4 }, (_, index) => runBuiltCli(['log', folder, `entry ${index}`], env)),
  );
  const saved = all.filter(({ code }) => code === 0).length;
  const refused = all.filter(({ error }) => error.includes('open elsewhere')).length;
  expect(saved).toBeGreaterThanOrEqual(1);
  expect(saved + refused).toBe(4);
  const [shown] = (await json('show', folder)) as [{ entries: unknown[]; findings: unknown[] }];
  expect(shown.entries).toHaveLength(saved);
  expect(shown.findings).toEqual([]);
});
