import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { deskWithIncident, now } from './run.ts';

type Shown = {
  readonly sources: readonly {
    readonly id: string;
    readonly clock: object;
    readonly measured: object[];
  }[];
  readonly entries: readonly { readonly text: string; readonly correctedUtc: string | null }[];
};

test('a source without a file is registered, measured and listed', async () => {
  const { run, folder, json } = await deskWithIncident();
  const added = await run(['source', 'add', folder, 'gate', 'camera', '--by', 'AK']);
  expect(added).toMatchObject({ code: 0, error: '' });
  expect(added.out).toMatch(/^Registered "gate camera": [0-9a-f]{32}\n$/);
  await run(['log', folder, '12:20 $"gate camera" door opened']);
  await run(['log', folder, '12:10 logon']);
  const clock = ['source', 'clock', folder, 'ＧＡＴＥ camera', '--how', 'beside a radio clock'];
  const measured = await run([...clock, '--offset', '-00:15:00', '--measured-at', '13:00']);
  expect(measured).toMatchObject({ code: 0, error: '' });
  const [shown] = (await json('show', folder)) as [Shown];
  expect(shown.entries.map(({ text }) => text)).toEqual(['door opened', 'logon']);
  expect(shown.entries[0]?.correctedUtc).toBe('2024-03-01T03:05:00Z');
  expect(shown.sources[0]?.clock).toEqual({
    aheadMs: 900_000,
    plusMinusMs: 0,
    measuredAt: '2024-03-01T04:00:00Z',
    how: 'beside a radio clock',
  });
  expect(await run([...clock, '--showed', '12:00:10', '--when', '12:03:22'])).toMatchObject({
    code: 0,
  });
  const list = await run(['source', 'list', folder]);
  expect(list.out.split('\n')).toEqual([
    'gate camera: 3 min 12 s behind ± 1 s',
    '  +00:03:12 ±00:00:01; Measured 2024-03-01 12:03:22 JST (UTC+09:00): beside a radio clock',
    '  -00:15:00; Measured 2024-03-01 13:00:00 JST (UTC+09:00): beside a radio clock',
    '',
  ]);
  const [listed] = (await json('source', 'list', folder)) as [Shown['sources']];
  expect(listed).toMatchObject([{ name: 'gate camera', measured: [{ aheadMs: 900_000 }, {}] }]);
  const again = (await json('show', folder)) as [Shown];
  expect(again[0].entries.map(({ text }) => text)).toEqual(['logon', 'door opened']);
  const text = await run(['show', folder]);
  expect(text.out).toContain('the clock of gate camera showed 2024-03-01 12:20 JST');
  expect(text.out).toContain('gate camera: 3 min 12 s behind ± 1 s');
});

test.each([
  [['add', 'FOLDER'], 'NAME is missing'],
  [['add', 'FOLDER', ' '], 'needs a name'],
  [['add', 'FOLDER', 'n'.repeat(1_025)], 'too long'],
  [['add', 'FOLDER', 'CAMERA'], 'There is a source with this name'],
  [['clock', 'FOLDER', 'nobody', '--offset', '+00:01:00', '--how', 'x'], 'no source "nobody"'],
  [['clock', 'FOLDER', 'camera', '--offset', '+00:01:00'], 'Say how it was measured'],
  [['clock', 'FOLDER', 'camera', '--offset', '00:01:00', '--how', 'x'], '--offset "00:01:00"'],
  [['clock', 'FOLDER', 'camera', '--how', 'x'], 'either --offset'],
  [['clock', 'FOLDER', 'camera', '--how', 'x', '--showed', '12:00'], 'either --offset'],
  [
    ['clock', 'FOLDER', 'camera', '--how', 'x', '--showed', 'soon', '--when', '12:00'],
    '--showed "soon"',
  ],
  [
    ['clock', 'FOLDER', 'camera', '--how', 'x', '--showed', '12:00', '--when', '~12:00'],
    '--when "~12:00"',
  ],
  [
    ['clock', 'FOLDER', 'camera', '--how', 'x', '--offset', '+1s', '--plus-minus', 'some'],
    '--plus-minus "some"',
  ],
  [
    ['clock', 'FOLDER', 'camera', '--how', 'x', '--offset', '+1s', '--zone', 'Mars'],
    'no time zone "Mars"',
  ],
  [
    ['clock', 'FOLDER', 'camera', '--how', 'x', '--offset', '+1s', '--measured-at', '2024'],
    '--measured-at',
  ],
])('source %j is refused and nothing is written', async (args, sentence) => {
  const { run, folder } = await deskWithIncident();
  await run(['source', 'add', folder, 'camera']);
  const before = await readFeeds(folder);
  const ran = await run(['source', ...args.map((arg) => (arg === 'FOLDER' ? folder : arg))]);
  expect(ran).toMatchObject({ code: 2, out: '', error: expect.stringContaining(sentence) });
  expect(await readFeeds(folder)).toEqual(before);
});

test('this machine’s clock is held against a better one', async () => {
  const { run, folder, json } = await deskWithIncident();
  // The desk's clock says 14:08:00.
  const checked = await run([
    'clock',
    'check',
    folder,
    '--reference',
    'radio clock',
    '--showed',
    '14:08:20',
  ]);
  expect(checked.error).toBe('');
  expect(checked.out).toContain('Checked: this machine is 20 s 500 ms behind ± 500 ms.');
  await run([
    'clock',
    'check',
    folder,
    '--reference',
    'GPS',
    '--showed',
    '14:00:00',
    '--when',
    '14:00:03',
    '--note',
    'by phone',
  ]);
  const [clocks] = (await json('clock', 'list', folder)) as [{ checks: object[] }[]];
  expect(clocks).toMatchObject([
    {
      checks: [
        { reference: 'radio clock', aheadMs: -20_500, plusMinusMs: 500, note: '' },
        { reference: 'GPS', aheadMs: 3_000, plusMinusMs: 1_000, note: 'by phone' },
      ],
      jumps: [],
    },
  ]);
  expect((await run(['clock', 'list', folder])).out).toContain('3 s ahead ± 1 s against GPS');
  expect((await run(['show', folder, '--lang', 'ja'])).out).toContain('GPSに対して3秒進み');
  const wrong = await run(['clock', 'check', folder, '--showed', '14:08:20']);
  expect(wrong).toMatchObject({ code: 2, error: expect.stringContaining('held against') });
  expect(now).toBe(Date.UTC(2024, 2, 1, 5, 8));
});

test('show prints what else an entry says', async () => {
  const { run, folder } = await deskWithIncident();
  await run(['log', folder, '12:00 &svc logon $vpn :probable :opinion n13:00']);
  await run(['log', folder, '12:05 and then >#2', '--accept']);
  const { out } = await run(['show', folder]);
  expect(out).toContain('&svc  $VPN');
  expect(out).toContain('[Probable, Opinion]');
  expect(out).toContain('    noticed 2024-03-01 13:00 JST');
  expect(out).toContain('    caused No. 2');
});

async function readFeeds(folder: string): Promise<readonly string[]> {
  const feeds = path.join(folder, 'feeds');
  const names = await fs.readdir(feeds);
  return Promise.all(names.map((name) => fs.readFile(path.join(feeds, name), 'utf8')));
}
