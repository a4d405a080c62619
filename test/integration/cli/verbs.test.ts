import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '#shared/lib/result.ts';
import { userDataFolder } from '../../../electron/cli/user-data.ts';
import { deskWithIncident, newDesk } from './run.ts';

test('starts an incident in a new folder', async () => {
  const { run, folder, json } = await newDesk();
  const ran = await run(['new', folder, '--title', 'Osaka', '--tlp', 'red', '--by', 'AK']);
  expect(ran).toEqual({ code: 0, out: `Started "Osaka" in ${folder}.\n`, error: '' });
  expect(await json('show', folder)).toMatchObject([
    {
      name: 'case',
      incident: {
        title: 'Osaka',
        tlp: 'RED',
        zone: 'Europe/Berlin',
        phase: 'detection-analysis',
        status: 'open',
      },
      entries: [],
      findings: [],
    },
  ]);
});

test('shows an entry with everything that its line said', async () => {
  const { run, folder, json } = await deskWithIncident();
  const logged = await run([
    'log',
    folder,
    '14:02 @pacs01 VPN account used',
    '!3 #vpn /T1078',
    '--by',
    'AK',
  ]);
  expect(logged).toMatchObject({ code: 0, error: '' });
  expect(logged.out).toMatch(/^No\. 2 saved [0-9a-f]{8}\n$/);
  const [shown] = await json('show', folder);
  expect(shown).toMatchObject({
    entries: [
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        seq: 2,
        text: 'VPN account used',
        kind: 'adversary',
        stages: ['delivery'],
        techniques: ['T1078'],
        tags: ['vpn'],
        hosts: ['pacs01'],
        at: {
          utc: '2024-03-01T05:02:00Z',
          text: '14:02',
          zone: 'Asia/Tokyo',
          precision: 'minute',
          plusMinusMs: 0,
          untilUtc: null,
          relation: 'at',
        },
        recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/),
        by: 'AK',
        evidence: [],
        corrected: false,
        withdrawn: false,
        starred: false,
        confidence: null,
      },
    ],
  });
});

test('takes the whole grammar of the entry line, new tags and links to entries before', async () => {
  const { run, folder, json } = await deskWithIncident();
  await run(['log', folder, 'how did they come in ?']);
  const [first] = (await json('show', folder)) as { entries: { id: string; seq: number }[] }[];
  const question = first?.entries[0];
  const line = `02:10 検知08:00 &svc_backup logon $vpn :おそらく :推定 ?#${question?.seq} #never-used`;
  expect(await run(['log', folder, line])).toMatchObject({ code: 0, error: '' });
  const more = await run(['log', folder, '-'], {
    input: `same again =#${question?.seq}\nnothing there =#4711\n`,
  });
  expect(more).toMatchObject({ code: 1, error: expect.stringContaining('=#4711') });
  const { code } = await run([
    'correct',
    folder,
    String((question?.seq ?? 0) + 1),
    '02:11 logon from outside',
    '--reason',
    'clock read again',
  ]);
  expect(code).toBe(0);
  const feed = await readFeed(folder);
  const entries = feed.filter(({ t }) => String(t).startsWith('entry.'));
  expect(entries[1]).toMatchObject({
    text: 'logon',
    at: { utc: '2024-02-29T17:10:00Z' },
    noticed: { utc: '2024-02-29T23:00:00Z' },
    accounts: ['svc_backup'],
    logSource: 'vpn',
    confidence: 'probable',
    basis: 'opinion',
    tags: ['never-used'],
    links: [{ type: 'answers', entry: question?.id }],
  });
  expect(entries[2]).toMatchObject({
    text: 'same again',
    links: [{ type: 'same-event', entry: question?.id }],
  });
  // What the correction says nothing about stays.
  expect(entries[3]).toMatchObject({
    t: 'entry.correct',
    text: 'logon from outside',
    accounts: ['svc_backup'],
    confidence: 'probable',
    links: [{ type: 'answers', entry: question?.id }],
  });
});

test('reads an entry that begins with a hyphen as an entry', async () => {
  const { run, folder, json } = await deskWithIncident();
  await run(['log', folder, '-5m', 'router rebooted']);
  const [shown] = await json('show', folder);
  expect(shown).toMatchObject({
    entries: [{ text: 'router rebooted', at: { utc: '2024-03-01T05:03:00Z' } }],
  });
});

test('acknowledges each line of standard input, and names those it could not read', async () => {
  const { run, folder, json } = await deskWithIncident();
  const input = 'first\r\n\n99:99 bad\n!nowhere second\nlast without a line end';
  const ran = await run(['log', folder, '-', '--json'], { input });
  expect(ran.code).toBe(1);
  expect(ran.out.split('\n').filter(Boolean)).toHaveLength(2);
  expect(ran.error).toBe(
    [
      'Line 3: "99:99" cannot be read as a time; nothing was saved.',
      'Line 4: "!nowhere" is no stage of the kill chain; use !1 to !7 or a name.',
      '2 lines were not saved; 2 saved.',
      '',
    ].join('\n'),
  );
  const [shown] = await json('show', folder);
  expect(shown).toMatchObject({
    entries: [{ text: 'first' }, { text: 'last without a line end' }],
  });
});

test('saves no line that is not UTF-8, and reads over a byte order mark', async () => {
  const { run, folder, json } = await deskWithIncident();
  const input = Buffer.concat([
    Buffer.from('\ufeff最初\n'),
    Buffer.from([0x83, 0x41, 0x0a]),
    Buffer.from('最後'),
  ]);
  const ran = await run(['log', folder, '-'], { input });
  expect(ran).toMatchObject({
    code: 1,
    error: expect.stringContaining('Line 2: This is not UTF-8'),
  });
  expect(await json('show', folder)).toMatchObject([
    { entries: [{ text: '最初' }, { text: '最後' }] },
  ]);
});

test('takes a line as it is when its problems are accepted', async () => {
  const { run, folder, json } = await deskWithIncident();
  expect(await run(['log', folder, '!nowhere second', '--accept'])).toMatchObject({ code: 0 });
  expect(await json('show', folder)).toMatchObject([{ entries: [{ text: '!nowhere second' }] }]);
});

test('orders entries by when they happened', async () => {
  const { run, folder, json } = await deskWithIncident();
  await run(['log', folder, '-'], {
    input: '13:00 c\n12:00 a\n13:00 d\n12:30 b\n??:?? z\n',
  });
  const [shown] = (await json('show', folder)) as [{ entries: { text: string }[] }];
  expect(shown.entries.map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd', 'z']);
});

test('keeps the original of a corrected entry, and its time when none is named', async () => {
  const { run, folder, json } = await deskWithIncident();
  await run(['log', folder, '14:02 wrong host', '--by', 'AK']);
  const ran = await run([
    'correct',
    folder,
    '2',
    '@pacs02 right host',
    '--reason',
    'misread',
    '--by',
    'BM',
  ]);
  expect(ran).toMatchObject({ code: 0, error: '' });
  const [shown] = await json('show', folder);
  expect(shown).toMatchObject({
    entries: [
      {
        seq: 2,
        text: 'right host',
        by: 'AK',
        hosts: ['pacs02'],
        corrected: true,
        at: { text: '14:02' },
        history: [
          { text: 'wrong host', by: 'AK', reason: '' },
          { text: 'right host', by: 'BM', reason: 'misread' },
        ],
      },
    ],
  });
});

test('withdraws an entry and takes that back', async () => {
  const { run, folder, json } = await deskWithIncident();
  await run(['log', folder, 'not ours']);
  await run(['correct', folder, '2', '--withdraw', '--reason', 'other case']);
  const [withdrawn] = await json('show', folder);
  await run(['correct', folder, '2', '--restore', '--reason', 'ours after all']);
  const [restored] = await json('show', folder);
  expect([withdrawn, restored]).toMatchObject([
    { entries: [{ withdrawn: true, text: 'not ours' }] },
    { entries: [{ withdrawn: false, text: 'not ours' }] },
  ]);
});

test('takes evidence in and cites it', async () => {
  const { run, folder, json } = await deskWithIncident();
  const file = `${folder}-access.log`;
  await writeFile(file, 'GET /');
  const added = await run(['evidence', 'add', folder, file, '--note', 'from the proxy']);
  await run(['log', folder, 'seen in ^E-001']);
  const [shown] = (await json('show', folder)) as [{ evidence: { id: string }[] }];
  expect(added).toMatchObject({ code: 0, out: expect.stringContaining('E-001 ') });
  expect(shown).toMatchObject({
    evidence: [{ no: 'E-001', name: 'case.kiroku-access.log', size: 5, note: 'from the proxy' }],
    entries: [{ evidence: [shown.evidence[0]?.id] }],
  });
});

test('takes the files that can be read and names the one that cannot', async () => {
  const { run, folder } = await deskWithIncident();
  const file = `${folder}-a`;
  await writeFile(file, 'a');
  const ran = await run(['evidence', 'add', folder, `${folder}-missing`, file]);
  expect(ran).toMatchObject({
    code: 2,
    out: expect.stringContaining('E-001 '),
    error: `${folder}-missing is not there.\n`,
  });
});

test('adopts a checklist and ticks an item with what proves it', async () => {
  const { run, folder, json } = await deskWithIncident();
  await run(['log', folder, 'VPN account disabled']);
  await json('checklist', 'adopt', folder, 'general-nist');
  const [lists] = (await json('checklist', 'list', folder)) as [{ items: { id: string }[] }[]];
  const item = lists[0]?.items[0]?.id ?? '';
  const bare = await run(['checklist', 'set', folder, 'general-nist', item, '--state', 'done']);
  const cited = await run([
    'checklist',
    'set',
    folder,
    'general-nist',
    item,
    '--state',
    'done',
    '--entry',
    '2',
  ]);
  expect(bare).toMatchObject({ code: 2, error: expect.stringContaining('--entry') });
  expect(cited).toMatchObject({ code: 0 });
  const [shown] = (await json('show', folder)) as [{ entries: { id: string }[] }];
  expect(shown).toMatchObject({
    checklists: [
      {
        template: 'general-nist',
        items: [{ id: item, state: 'done', entries: [shown.entries[0]?.id] }],
      },
    ].map((list) => ({
      ...list,
      items: expect.arrayContaining([expect.objectContaining(list.items[0])]),
    })),
  });
});

test('verifies a sound notebook and finds a changed letter', async () => {
  const { run, folder } = await deskWithIncident();
  await run(['log', folder, 'seventeen machines']);
  const before = await run(['verify', folder]);
  const feeds = path.join(folder, 'feeds');
  const file = path.join(feeds, (await readdir(feeds))[0] ?? '');
  await writeFile(file, (await readFile(file, 'utf8')).replace('seventeen', 'seventien'));
  const after = await run(['verify', folder, '--json']);
  expect(before).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Nothing was found\. .*\nSeal [0-9a-f]{64}\n$/),
  });
  expect(after.code).toBe(1);
  expect(JSON.parse(after.out)).toMatchObject({
    ok: false,
    findings: [{ code: 'bad-signature', line: 3, text: expect.stringContaining('Line 3') }],
  });
});

test.each([
  ['report.html', 'en', '<html lang="en">'],
  ['report.md', 'en', '# Osaka'],
  ['report.html', 'ja', '<html lang="ja">'],
  ['report.md', 'ja', '# Osaka'],
])('writes %s in %s', async (name, language, part) => {
  const { run, folder } = await deskWithIncident();
  await run(['log', folder, '14:02 <script>alert(1)</script> !3']);
  const out = path.join(path.dirname(folder), name);
  expect(await run(['report', folder, '--out', out, '--lang', language])).toMatchObject({
    code: 0,
  });
  const text = await readFile(out, 'utf8');
  expect(text).toContain(part);
  expect(text).not.toContain('<script>');
  expect((await readdir(path.dirname(out))).filter((file) => file.endsWith('.part'))).toEqual([]);
});

test('prints a PDF with what the application gives it', async () => {
  const { run, folder } = await deskWithIncident();
  const out = path.join(path.dirname(folder), 'report.pdf');
  const printPdf = async ({ html }: { html: string }) =>
    ok(Buffer.from(`%PDF ${html.length > 500}`));
  expect(await run(['report', folder, '--out', out], { deps: { printPdf } })).toMatchObject({
    code: 0,
  });
  expect(await readFile(out, 'utf8')).toBe('%PDF true');
});

test('keeps keys where it is told to', () => {
  expect(userDataFolder({ KIROKU_USER_DATA: '/stick/user' })).toBe(path.resolve('/stick/user'));
});

test.runIf(process.platform === 'linux')('keeps keys beside those of the application', () => {
  expect(userDataFolder({ XDG_CONFIG_HOME: '/home/ak/conf' })).toBe('/home/ak/conf/kiroku');
});

/** The operations of a notebook's only feed. */
async function readFeed(folder: string): Promise<readonly Record<string, unknown>[]> {
  const [name = ''] = await readdir(path.join(folder, 'feeds'));
  const text = await readFile(path.join(folder, 'feeds', name), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { p: { op: Record<string, unknown> } }).p.op);
}
