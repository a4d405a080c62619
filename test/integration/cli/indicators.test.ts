import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { deskWithIncident } from './run.ts';

const advisory =
  '攻撃者はhxxps://update[.]example[.]com/a.phpから請求書.exeを取得し、198[.]51[.]100[.]7と通信した。198.51.100.7は遮断済み。';

type Extracted = {
  readonly candidates: readonly {
    readonly type: string;
    readonly value: string;
    readonly count: number;
    readonly places: readonly { readonly start: number; readonly end: number }[];
    readonly registered: string | null;
  }[];
  readonly own: number;
  readonly kept: { readonly added: number; readonly merged: number } | null;
};

describe('kiroku indicators', () => {
  test('finds what is in a text with counts and places, and keeps nothing unasked', async () => {
    const desk = await deskWithIncident();
    const { code, out } = await desk.run(['indicators', desk.folder, '--extract', '-', '--json'], {
      input: advisory,
    });
    const { candidates, kept } = JSON.parse(out) as Extracted;
    expect(code).toBe(0);
    expect(kept).toBeNull();
    expect(
      candidates.map(({ type, value, count, places: [place], registered }) => [
        type,
        value,
        count,
        advisory.slice(place?.start, place?.end),
        registered,
      ]),
    ).toEqual([
      ['url', 'https://update.example.com/a.php', 1, 'hxxps://update[.]example[.]com/a.php', null],
      ['file-name', '請求書.exe', 1, '請求書.exe', null],
      ['ipv4', '198.51.100.7', 2, '198[.]51[.]100[.]7', null],
    ]);
    expect(await desk.json('indicators', desk.folder)).toEqual([{ indicators: [] }]);
  });

  test('keeps them with --add, once, and joins the sources', async () => {
    const desk = await deskWithIncident();
    const place = path.dirname(desk.folder);
    const first = path.join(place, 'advisory.txt');
    const second = path.join(place, 'mail.txt');
    await writeFile(first, advisory);
    await writeFile(second, 'beacon to 198.51.100[.]7 and 203.0.113[.]9');
    await desk.run(['indicators', desk.folder, '--extract', first, '--add']);
    const again = await desk.run(['indicators', desk.folder, '--extract', second, '--add']);
    expect(again.out).toContain('Indicators: 1 added, 1 completed.');
    const [listed] = await desk.json('indicators', desk.folder);
    expect(listed).toMatchObject({
      indicators: [
        { value: 'https://update.example.com/a.php', state: 'candidate', origin: 'advisory.txt' },
        { value: '請求書.exe' },
        { value: '198.51.100.7', origin: 'advisory.txt\nmail.txt' },
        { value: '203.0.113.9', origin: 'mail.txt' },
      ],
    });
    const { out } = await desk.run(['indicators', desk.folder]);
    expect(out).toContain('198[.]51[.]100[.]7');
    expect(out).not.toContain('198.51.100.7');
  });

  test.each([
    ['plain', 'https://update.example.com/a.php\n請求書.exe\n198.51.100.7\n'],
    ['rpz', '32.7.100.51.198.rpz-ip CNAME .'],
    ['suricata', 'alert ip any any <> [198.51.100.7] any'],
    ['edr-csv', 'Url,https://update.example.com/a.php'],
  ])('writes a block list: %s', async (format, expected) => {
    const desk = await deskWithIncident();
    await desk.run(['indicators', desk.folder, '--extract', '-', '--add'], { input: advisory });
    const out = path.join(path.dirname(desk.folder), 'list');
    const { code, error } = await desk.run([
      'indicators',
      desk.folder,
      '--block-list',
      format,
      '--out',
      out,
    ]);
    expect(code, error).toBe(0);
    expect(await readFile(out, 'utf8')).toContain(expected);
  });

  test.each([
    [['--add'], '--add needs --extract'],
    [['--extract', '-', '--block-list', 'plain'], 'cannot be used together'],
    [['--block-list', 'carrier-pigeon'], 'carrier-pigeon'],
    [['--extract', '/nowhere/at/all'], 'ENOENT'],
  ])('refuses %s with a sentence', async (args, expected) => {
    const desk = await deskWithIncident();
    const { code, error } = await desk.run(['indicators', desk.folder, ...args]);
    expect(code).toBe(2);
    expect(error).toContain(expected);
  });
});

describe('kiroku import of what other tools exchange', () => {
  test('says what is new before anything is written, and completes what stands', async () => {
    const desk = await deskWithIncident();
    const file = path.join(path.dirname(desk.folder), 'event.json');
    const attributes = ['198.51.100.7', '203.0.113.9'].map((value) => ({
      type: 'ip-dst',
      value,
      to_ids: true,
    }));
    await writeFile(
      file,
      JSON.stringify({ response: [{ Event: { info: 'Wave', Attribute: attributes } }] }),
    );
    await desk.run(['indicators', desk.folder, '--extract', '-', '--add'], { input: advisory });
    const [planned] = await desk.json('import', desk.folder, file, '--dry-run');
    expect(planned).toMatchObject({
      files: [
        {
          format: 'misp',
          dryRun: true,
          againstRegisters: { indicators: { new: 1, merged: 1, known: 0 } },
        },
      ],
    });
    await desk.run(['import', desk.folder, file]);
    const [listed] = await desk.json('indicators', desk.folder);
    const { indicators } = listed as { readonly indicators: readonly Record<string, unknown>[] };
    expect(indicators.filter(({ value }) => value === '198.51.100.7')).toHaveLength(1);
    expect(indicators.find(({ value }) => value === '203.0.113.9')).toMatchObject({
      origin: 'MISP, Wave',
    });
  });

  test('refuses what holds nothing of a case, and names it', async () => {
    const desk = await deskWithIncident();
    const file = path.join(path.dirname(desk.folder), 'exercise.json');
    await writeFile(file, JSON.stringify({ exercise: { name: 'drill' }, injects: [] }));
    const { code, error } = await desk.run(['import', desk.folder, file]);
    expect(code).toBe(2);
    expect(error).toContain('“exercise”');
  });
});
