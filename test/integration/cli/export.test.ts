import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportFormats, formatFacts } from '#shared/export/export-formats.ts';
import { type Desk, deskWithIncident } from './run.ts';

async function deskWithCase(): Promise<Desk & { readonly out: (name: string) => string }> {
  const desk = await deskWithIncident();
  const lines = [
    '2024-03-01 09:10 @vpn01 &nurse7 VPN used from 203.0.113.9 !3 /T1133 #vpn',
    '2024-03-01 09:40 :response Account locked',
    '2024-03-02 10:00 A scan of our addresses was seen elsewhere too #tlp:green !1',
  ];
  for (const line of lines) {
    const { code, error } = await desk.run(['log', desk.folder, line, '--accept']);
    if (code !== 0) throw new Error(error);
  }
  return { ...desk, out: (name) => path.join(path.dirname(desk.folder), name) };
}

type Preview = {
  readonly label: string;
  readonly files: readonly { readonly place: string; readonly sha256: string }[];
  readonly included: readonly { readonly kind: string; readonly count: number }[];
  readonly leftOut: readonly {
    readonly kind: string;
    readonly reason: string;
    readonly ids: readonly string[];
  }[];
};

async function filesIn(place: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(place)).toSorted();
  const texts = await Promise.all(names.map((name) => readFile(path.join(place, name), 'utf8')));
  return Object.fromEntries(names.map((name, at) => [name, texts[at] ?? '']));
}

describe('kiroku export', () => {
  test.each(exportFormats)('%s: twice the same bytes', async (format) => {
    const desk = await deskWithCase();
    const ending = formatFacts[format].ending;
    const sums = [];
    for (const name of ['one', 'two']) {
      const place = desk.out(`${name}.${ending}`);
      const [result] = (await desk.json(
        'export',
        desk.folder,
        '--format',
        format,
        '--out',
        place,
      )) as readonly Preview[];
      expect(result?.files).toHaveLength(1);
      sums.push(result?.files[0]?.sha256);
    }
    expect(sums[0]).toBe(sums[1]);
  });

  test('a set of files is a folder, or an archive of the same files', async () => {
    const desk = await deskWithCase();
    await desk.json('export', desk.folder, '--format', 'timesketch', '--out', desk.out('set'));
    await desk.json('export', desk.folder, '--format', 'timesketch', '--out', desk.out('set.ZIP'));
    const files = await filesIn(desk.out('set'));
    expect(Object.keys(files)).toEqual(['UPLOAD.txt', 'timeline.csv', 'timeline.jsonl']);
    const archive = unzipSync(new Uint8Array(await readFile(desk.out('set.ZIP'))));
    expect(
      Object.fromEntries(
        Object.entries(archive).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
      ),
    ).toEqual(files);
  });

  test('a label limits what goes, and the result says what stayed and why', async () => {
    const desk = await deskWithCase();
    const place = desk.out('green.json');
    const [result] = (await desk.json(
      'export',
      desk.folder,
      '--format',
      'stix',
      '--tlp',
      'tlp:green',
      '--out',
      place,
    )) as readonly Preview[];
    expect(result).toMatchObject({ label: 'GREEN', included: [{ kind: 'entry', count: 1 }] });
    expect(result?.leftOut).toEqual([
      { kind: 'incident', reason: 'label', ids: ['title', 'tlp', 'zone', 'phase', 'status'] },
      { kind: 'entry', reason: 'label', ids: [expect.any(String), expect.any(String)] },
    ]);
    const text = await readFile(place, 'utf8');
    expect(text).toContain('A scan of our addresses');
    for (const held of ['Osaka', 'vpn01', 'nurse7', 'VPN used', 'Account locked', 'AMBER'])
      expect(text).not.toContain(held);
    const { out } = await desk.run([
      'export',
      desk.folder,
      '--format',
      'stix',
      '--tlp',
      'GREEN',
      '--dry-run',
      '--lang',
      'ja',
    ]);
    expect(out).toBe(
      '含まれるもの（TLP:GREEN）：記録1件\n除外：インシデントの項目5件（区分が上限より狭いため）\n除外：記録2件（区分が上限より狭いため）\n',
    );
  });

  test('times and numbers choose entries', async () => {
    const desk = await deskWithCase();
    const counted = async (...more: readonly string[]) => {
      const [result] = (await desk.json(
        'export',
        desk.folder,
        '--format',
        'json',
        '--dry-run',
        ...more,
      )) as readonly Preview[];
      return result?.included.find(({ kind }) => kind === 'entry')?.count ?? 0;
    };
    expect(await counted('--from', '2024-03-01', '--to', '2024-03-01')).toBe(2);
    expect(await counted('--from', '2024-03-01 09:30')).toBe(2);
    const [shown] = (await desk.json('show', desk.folder)) as readonly {
      readonly entries: readonly { readonly seq: number }[];
    }[];
    const numbers = shown?.entries.map(({ seq }) => seq) ?? [];
    expect(await counted('--entries', `#${numbers[0]}, ${numbers[2]}`)).toBe(2);
  });

  test.each([
    [['--format', 'pdf', '--out', 'x'], '--format'],
    [['--out', 'x'], '--format'],
    [['--format', 'stix'], '--out'],
    [['--format', 'stix', '--out', 'x', '--tlp', 'PINK'], 'PINK'],
    [['--format', 'stix', '--out', 'x', '--from', 'someday'], 'someday'],
    [
      ['--format', 'stix', '--out', 'x', '--from', '2024-03-02', '--to', '2024-03-01'],
      'before the beginning',
    ],
    [['--format', 'stix', '--out', 'x', '--entries', '999'], '999'],
  ])('%j is wrong use, and nothing is written', async (args, word) => {
    const desk = await deskWithCase();
    const { code, error } = await desk.run(['export', desk.folder, ...args]);
    expect({ code, error }).toEqual({ code: 2, error: expect.stringContaining(word) });
  });

  test('a place that cannot be written is said, and what was there stays', async () => {
    const desk = await deskWithCase();
    await mkdir(desk.out('taken.json'));
    await writeFile(desk.out('file'), 'old');
    const onFolder = await desk.run([
      'export',
      desk.folder,
      '--format',
      'stix',
      '--out',
      desk.out('taken.json'),
    ]);
    expect(onFolder).toMatchObject({
      code: 2,
      error: expect.stringContaining('could not be written'),
    });
    const onFile = await desk.run([
      'export',
      desk.folder,
      '--format',
      'csv',
      '--out',
      desk.out('file'),
    ]);
    expect(onFile.code).toBe(2);
    expect(await readFile(desk.out('file'), 'utf8')).toBe('old');
    expect(
      (await readdir(path.dirname(desk.folder))).filter((name) => name.endsWith('.part')),
    ).toEqual([]);
  });

  test('our own import reads the Timesketch and IRIS timelines back', async () => {
    const desk = await deskWithCase();
    await desk.json('export', desk.folder, '--format', 'timesketch', '--out', desk.out('ts'));
    await desk.json('export', desk.folder, '--format', 'iris', '--out', desk.out('iris'));
    const other = await deskWithIncident();
    const read = async (file: string, ...more: readonly string[]) => {
      const [result] = (await other.json('import', other.folder, file, ...more)) as readonly {
        readonly files: readonly unknown[];
      }[];
      return result?.files[0];
    };
    const span = { first: '2024-03-01T00:10:00.000000Z', last: '2024-03-02T01:00:00.000000Z' };
    for (const name of ['timeline.csv', 'timeline.jsonl'])
      expect(await read(path.join(desk.out('ts'), name))).toMatchObject({
        format: 'timesketch',
        rows: 3,
        usable: 3,
        ...span,
      });
    expect(
      await read(path.join(desk.out('iris'), 'iris-events.csv'), '--zone', 'UTC'),
    ).toMatchObject({ rows: 3, usable: 3, ...span });
  });

  test('a partner brings its label, and an unknown one is said', async () => {
    const desk = await deskWithCase();
    const user = desk.out('user');
    await mkdir(user, { recursive: true });
    const partners = [{ name: 'Police', tlp: 'GREEN' }];
    const settings = { language: 'en', theme: 'system', by: '', partners };
    await writeFile(path.join(user, 'settings.json'), JSON.stringify(settings));
    const args = ['export', desk.folder, '--format', 'json', '--dry-run', '--partner'];
    const [result] = (await desk.json(...args, 'Police', '--tlp', 'RED')) as readonly Preview[];
    expect(result).toMatchObject({ label: 'GREEN', included: [{ kind: 'entry', count: 1 }] });
    const { code, error } = await desk.run([...args, 'Press']);
    expect({ code, error }).toEqual({ code: 2, error: expect.stringContaining('Police') });
  });
});
