import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeWorkbook } from '../../unit/import/rescue/make-workbook.ts';
import { deskWithIncident } from './run.ts';

async function deskWithList(name: string, content: string | Uint8Array) {
  const desk = await deskWithIncident();
  const place = (one: string) => path.join(path.dirname(desk.folder), one);
  const file = place(name);
  await writeFile(file, content);
  return { ...desk, file, place };
}

type Register = readonly Readonly<Record<string, unknown>>[];

describe('kiroku import --as', () => {
  test('says what would become of a list, completes what stands, and says nothing twice', async () => {
    const { folder, file, run, json } = await deskWithList(
      'assets.csv',
      'Host,IP,Owner,Status\npacs01,10.1.2.3,Radiology,compromised\nward-srv,10.1.2.9,Ward,\n',
    );
    await run(['systems', folder, '--set', 'PACS01', '--owner', 'Imaging', '--role', 'images']);
    const [planned] = await json('import', folder, file, '--as', 'systems', '--dry-run');
    expect(planned).toMatchObject({
      files: [
        {
          format: 'list',
          as: 'systems',
          columns: { Host: 'name', IP: 'aliases', Owner: 'owner', Status: 'state' },
          systems: 2,
          dryRun: true,
          againstRegisters: {
            systems: { new: 1, merged: 1, known: 0 },
            completed: [{ register: 'systems', name: 'PACS01', fields: ['state', 'aliases'] }],
          },
        },
      ],
    });
    const words = await run(['import', folder, file, '--as', 'systems', '--dry-run']);
    expect(words.out).toContain('Host = name');
    expect(words.out).toContain('completes PACS01: state, aliases');
    expect(await json('systems', folder)).toMatchObject([{ systems: [{ name: 'PACS01' }] }]);

    expect((await run(['import', folder, file, '--as', 'systems'])).code).toBe(0);
    const [listed] = await json('systems', folder);
    const { systems } = listed as { readonly systems: Register };
    expect(systems).toMatchObject([
      { name: 'PACS01', owner: 'Imaging', role: 'images', aliases: ['10.1.2.3'] },
      { name: 'ward-srv', owner: 'Ward' },
    ]);
    const again = await run(['import', folder, file, '--as', 'systems']);
    expect(again).toMatchObject({ code: 2, error: expect.stringContaining('E-001') });
    const [once] = await json('import', folder, file, '--as', 'systems', '--again');
    expect(once).toMatchObject({
      files: [{ againstRegisters: { systems: { new: 0, merged: 0, known: 2 } } }],
    });
  });

  test('saves the mapping, and reads the next list with it', async () => {
    const list = 'What;Why;Rest\nevil[.]example;C2;x\nworse.example;drop;y\n';
    const { folder, file, place, run, json } = await deskWithList('a.csv', list);
    const map = place('map.json');
    await writeFile(map, JSON.stringify({ What: 'value', Why: 'origin', Rest: 'leave' }));
    const saved = place('saved.json');
    const asked = ['--as', 'indicators', '--map', map, '--save-map', saved];
    expect((await run(['import', folder, file, ...asked])).code).toBe(0);
    expect(JSON.parse(await readFile(saved, 'utf8'))).toEqual({
      as: 'indicators',
      columns: { What: 'value', Why: 'origin', Rest: 'leave' },
    });
    const next = place('b.csv');
    await writeFile(next, list.replace('evil', 'other'));
    // What was saved says by itself that it is a list.
    expect((await run(['import', folder, next, '--map', saved])).code).toBe(0);
    const [listed] = await json('indicators', folder);
    const { indicators } = listed as { readonly indicators: Register };
    expect(indicators.map(({ value, origin, note }) => [value, origin, note])).toEqual([
      ['evil.example', 'C2', undefined],
      ['worse.example', 'drop', undefined],
      ['other.example', 'C2', undefined],
    ]);
    const [shown] = await json('show', folder);
    const { entries } = shown as { readonly entries: Register };
    expect(entries.map(({ text, evidence }) => [text, (evidence as unknown[]).length])).toEqual([
      ['a.csv\nWhat: value\nWhy: origin\nRest: leave\n[list indicators 0]', 1],
      ['b.csv\nWhat: value\nWhy: origin\nRest: leave\n[list indicators 0]', 1],
    ]);
    expect(await json('verify', folder)).toMatchObject([{ findings: [] }]);
  });

  test('takes a Shift_JIS list and a workbook', async () => {
    const bytes = Buffer.from(
      '83 7a 83 58 83 67 96 bc 2c 96 f0 8a 84 0a 70 61 63 73 30 31 2c 89 e6 91 9c 0a'.replaceAll(
        ' ',
        '',
      ),
      'hex',
    );
    const { folder, file, place, run, json } = await deskWithList('sjis.csv', bytes);
    expect((await run(['import', folder, file, '--as', 'systems'])).code).toBe(0);
    const workbook = place('accounts.xlsx');
    await writeFile(
      workbook,
      makeWorkbook({
        Users: [
          ['User name', 'Domain'],
          ['nurse7', 'WARD'],
        ],
      }),
    );
    expect((await run(['import', folder, workbook, '--as', 'accounts'])).code).toBe(0);
    expect(await json('systems', folder)).toMatchObject([
      { systems: [{ name: 'pacs01', role: '画像' }] },
    ]);
    expect(await json('accounts', folder)).toMatchObject([
      { accounts: [{ name: 'nurse7', domain: 'WARD' }] },
    ]);
  });

  test('finds the indicators of a text, and leaves our own systems out', async () => {
    const { folder, file, run, json } = await deskWithList(
      'advisory.txt',
      'C2 is beacon[.]example[.]com, reached from pacs01.ward.example.jp\n',
    );
    await run(['systems', folder, '--set', 'pacs01']);
    const [taken] = await json('import', folder, file, '--as', 'text');
    expect(taken).toMatchObject({
      files: [{ format: 'text', indicators: 1, left: [{ row: 1, what: ['own-system'] }] }],
    });
  });

  test.each([
    [['--as', 'incidents'], '', '--as'],
    [['--as', 'systems', '--format', 'zeek-tsv'], '', '--format'],
    [['--as', 'systems', '--map', 'MAP'], '{"Host":"value"}', '--map'],
    [['--as', 'systems', '--map', 'MAP'], '[1]', '--map'],
    [['--as', 'indicators'], '', '--map'],
    [['--as', 'text', '--save-map', 'SAVED'], '', '--save-map'],
  ])('refuses %j and writes nothing', async (asked, map, expected) => {
    const { folder, file, place, run } = await deskWithList('a.csv', 'a,b\nx y,z w\n');
    await writeFile(place('map.json'), map);
    const args = asked.map((one) =>
      one === 'MAP' ? place('map.json') : one === 'SAVED' ? place('saved.json') : one,
    );
    const refused = await run(['import', folder, file, ...args]);
    expect(refused.code).toBe(2);
    expect(refused.error).toContain(expected);
    expect(JSON.parse((await run(['show', folder, '--json'])).out)).toMatchObject({ entries: [] });
  });
});
