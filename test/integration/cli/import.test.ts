import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { timesketchTable } from '../import/index-file.ts';
import { temporaryFolder } from '../notebook/temporary-notebook.ts';
import { deskWithIncident } from './run.ts';

const table = timesketchTable([
  { message: 'ログオンに失敗', datetime: '2024-03-01T05:02:00+09:00' },
  { message: 'service installed', datetime: '2024-03-01T05:01:00+09:00' },
  { message: 'no clock', datetime: 'Not a time' },
]);
const syslog = `<34>Oct 11 22:14:15 mymachine su: 'su root' failed for lonvick on /dev/pts/8
<34>Oct 11 22:14:16 mymachine su: 'su root' failed for lonvick on /dev/pts/8
<34>Oct 11 22:14:17 mymachine sshd[411]: Accepted password for root
`;

async function filesWith(contents: Readonly<Record<string, string | Uint8Array>>) {
  const folder = await temporaryFolder();
  const files = Object.keys(contents).map((name) => path.join(folder, name));
  for (const [name, content] of Object.entries(contents))
    await writeFile(path.join(folder, name), content);
  return files;
}

const evidenceOf = async (folder: string) =>
  (await readdir(path.join(folder, 'evidence')).catch(() => [])).length;

test('imports files and says what became of every line', async () => {
  const { run, folder, json } = await deskWithIncident();
  const files = await filesWith({ 'timeline.csv': table, 'messages.log': syslog });
  const [imported] = await json(
    'import',
    folder,
    ...files,
    '--zone',
    'Asia/Tokyo',
    '--year',
    '2023',
  );
  expect(imported).toMatchObject({
    files: [
      {
        file: files[0],
        format: 'timesketch',
        rows: 3,
        usable: 2,
        unusable: 1,
        first: '2024-02-29T20:01:00.000000Z',
        last: '2024-02-29T20:02:00.000000Z',
        hosts: ['PC-1', 'PC-2'],
        skipped: [],
        encoding: 'utf-8',
        zone: null,
        evidence: 'E-001',
      },
      {
        format: 'syslog',
        rows: 3,
        usable: 3,
        first: '2023-10-11T13:14:15.000000Z',
        zone: 'Asia/Tokyo',
        year: 2023,
        evidence: 'E-002',
      },
    ],
  });
  const [shown] = await json('show', folder);
  expect(shown).toMatchObject({
    evidence: [{ name: 'timeline.csv' }, { name: 'messages.log' }],
    sources: [
      { name: 'timeline.csv', result: { rows: 3, usable: 2, unusable: 1, skipped: 0 } },
      { name: 'messages.log', reading: { reader: 'syslog', zone: 'Asia/Tokyo', year: 2023 } },
    ],
  });
  expect(await run(['verify', folder])).toMatchObject({ code: 0 });
});

test('prints rows by true time, with what a wrong clock showed beside it', async () => {
  const { run, json, folder } = await deskWithIncident();
  const files = await filesWith({
    'gate.csv': timesketchTable([{ message: 'opened', datetime: '2024-01-01T00:10:00+00:00' }]),
    'host.csv': timesketchTable([{ message: 'logon', datetime: '2024-01-01T00:05:00+00:00' }]),
  });
  await run(['import', folder, ...files]);
  const clock = ['source', 'clock', folder, 'gate.csv', '--how', 'beside a radio clock'];
  expect(await run([...clock, '--offset', '-00:08:00'])).toMatchObject({ code: 0, error: '' });
  const [printed] = await json('rows', folder);
  expect(printed).toMatchObject({
    rows: [
      {
        file: 'gate.csv',
        time: '2024-01-01T00:02:00.000000Z',
        clockShowed: '2024-01-01T00:10:00.000000Z',
      },
      { file: 'host.csv', time: '2024-01-01T00:05:00.000000Z' },
    ],
  });
  // What is asked for is true time too: the raw one would be there.
  const [none] = await json('rows', folder, '--from', '2024-01-01T00:06:00Z');
  expect(none).toEqual({ rows: [] });
  const text = await run(['rows', folder, '--to', '2024-01-01T00:03:00Z']);
  expect(text.out).toMatch(
    /^2024-01-01T00:02:00\.000000Z {2}\(its clock showed 2024-01-01T00:10:00/,
  );
});

test('prints rows of all sources in order of time, and searches them', async () => {
  const { run, folder, json } = await deskWithIncident();
  const files = await filesWith({ 'timeline.csv': table, 'messages.log': syslog });
  await json('import', folder, ...files, '--zone', 'Asia/Tokyo', '--year', '2023');
  const rowsOf = async (...args: readonly string[]) => {
    const [printed] = await json('rows', folder, ...args);
    return (
      printed as { rows: { file: string; line: number; text: string; time: string | null }[] }
    ).rows;
  };
  expect((await rowsOf()).map(({ file, line }) => `${file}:${line}`)).toEqual([
    'messages.log:1',
    'messages.log:2',
    'messages.log:3',
    'timeline.csv:3',
    'timeline.csv:2',
    'timeline.csv:4',
  ]);
  expect(await rowsOf('--query', 'ﾛｸﾞｵﾝ 失敗')).toEqual([
    {
      source: expect.stringMatching(/^[0-9a-f]{32}$/),
      file: 'timeline.csv',
      line: 2,
      time: '2024-02-29T20:02:00.000000Z',
      timeText: '2024-03-01T05:02:00+09:00',
      host: 'PC-1',
      kind: 'Event Logged',
      text: 'ログオンに失敗',
    },
  ]);
  expect(await rowsOf('--from', '2024-01-01T00:00:00Z')).toHaveLength(2);
  expect(await rowsOf('--to', '2024-01-01T00:00:00Z', '--limit', '2')).toHaveLength(2);
  const plain = await run(['rows', folder, '--query', 'installed']);
  expect(plain).toEqual({
    code: 0,
    error: '',
    out: '2024-02-29T20:01:00.000000Z  timeline.csv:3  PC-2  Event Logged  service installed\n',
  });
});

test('builds the index of another machine anew from the evidence', async () => {
  const { run, folder, json } = await deskWithIncident();
  const files = await filesWith({ 'messages.log': syslog });
  await json('import', folder, ...files, '--zone', 'Asia/Tokyo', '--year', '2023');
  const here = await run(['rows', folder, '--json']);
  const userData = path.join(await temporaryFolder(), 'other');
  const there = await run(['rows', folder, '--json'], { env: { KIROKU_USER_DATA: userData } });
  expect(there).toEqual(here);
});

test('asks for what a file leaves out before anything is written', async () => {
  const { run, folder } = await deskWithIncident();
  const files = await filesWith({ 'timeline.csv': table, 'messages.log': syslog });
  for (const [args, sentence] of [
    [[], /^messages\.log has times without a zone; say with --zone .*\n$/],
    [['--zone', 'UTC'], /^messages\.log has times without a year; say with --year .*\n$/],
    [['--zone', 'Mars'], /^There is no time zone "Mars"/],
    [['--year', '23'], /^--year cannot be "23"/],
    [['--format', 'word'], /^--format cannot be "word"/],
    [['--format', 'plaso-json'], /timeline\.csv is not of the format plaso-json/],
    [['--encoding', 'iso-2022-jp'], /^--encoding: "iso-2022-jp"/],
    [['--map', files[0] ?? ''], /^--map: .*timeline\.csv is no JSON/],
  ] as const) {
    const { code, out, error } = await run(['import', folder, ...files, ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(sentence);
  }
  expect(await run(['import', folder, `${files[0]}-none`])).toMatchObject({ code: 2 });
  expect(await evidenceOf(folder)).toBe(0);
});

test('keeps a file that no reader understands, says so, and takes the others', async () => {
  const { run, folder, json } = await deskWithIncident();
  const files = await filesWith({
    'photo.bin': Buffer.from('ffd8ffe000104a46', 'hex'),
    'timeline.csv': table,
  });
  const { code, out, error } = await run(['import', folder, ...files, '--json']);
  expect(code).toBe(1);
  expect(error).toMatch(
    /^E-001 photo\.bin: no reader understands this file\. .* SHA-256 [0-9a-f]{64}/,
  );
  expect(JSON.parse(out)).toMatchObject({
    files: [
      { format: null, rows: 0, evidence: 'E-001', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { format: 'timesketch', rows: 3 },
    ],
  });
  const [shown] = await json('show', folder);
  expect(shown).toMatchObject({
    evidence: [{ name: 'photo.bin' }, {}],
    sources: [{ name: 'timeline.csv' }],
  });
});

test('reads an unknown table with the mapping of a file, and lists skipped lines', async () => {
  const { run, folder } = await deskWithIncident();
  const [file = '', map = ''] = await filesWith({
    'odd.csv':
      'alpha,beta,gamma\n1709236800,first thing,box1\n1709236801,"never closed,box2\n1709236802,third,box3\n',
    'map.json': '{"time":"alpha","epoch":"s","text":["beta"],"host":"gamma"}',
  });
  const { code, out } = await run(['import', folder, file, '--map', map, '--zone', 'UTC']);
  expect(code).toBe(0);
  expect(out).toContain('any-table, utf-8. Rows: 2; with a usable time: 2, without: 0.');
  expect(out).toContain('    line 3: a quotation mark is never closed');
});

test('says it in Japanese', async () => {
  const { run, folder } = await deskWithIncident();
  const files = await filesWith({ 'timeline.csv': table });
  const { out } = await run(['import', folder, ...files, '--lang', 'ja']);
  expect(out).toContain('行：3（時刻あり：2、使える時刻なし：1）');
});

test('lists every skipped line as JSON, however many there are', async () => {
  const { json, folder } = await deskWithIncident();
  const good = '{"__REALTIME_TIMESTAMP":"1709251200123456","MESSAGE":"m"}\n';
  const [file = ''] = await filesWith({
    'journal.json': good.repeat(200) + '{"broken\n'.repeat(12_000),
  });
  const [imported] = await json('import', folder, file);
  expect(imported).toMatchObject({ files: [{ format: 'journal-json', skippedCount: 12_000 }] });
  const [read] = (imported as { readonly files: readonly { readonly skipped: object[] }[] }).files;
  expect(read?.skipped).toHaveLength(12_000);
  expect(read?.skipped.at(-1)).toEqual({ line: 12_200, reason: 'broken-json' });
});
