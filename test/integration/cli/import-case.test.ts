import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { auroraCase, auroraEvent, auroraSecrets } from '../../unit/import/rescue/aurora-cases.ts';
import { makeWorkbook } from '../../unit/import/rescue/make-workbook.ts';
import { deskWithIncident } from './run.ts';

type Desk = Awaited<ReturnType<typeof deskWithIncident>>;

async function deskWithFile(
  name: string,
  content: unknown,
): Promise<Desk & { readonly file: string }> {
  const desk = await deskWithIncident();
  const file = path.join(path.dirname(desk.folder), name);
  await writeFile(
    file,
    content instanceof Uint8Array ? content : JSON.stringify(content, null, '\t'),
  );
  return { ...desk, file };
}

/** Every byte of every file of the notebook, as text. */
async function everythingIn(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('\n');
}

async function feedIn(folder: string): Promise<string> {
  return everythingIn(path.join(folder, 'feeds'));
}

const withoutKeys = { mispapikey: '', vtapikey: '', mispserver: '', mispeventid: '' };

describe('kiroku import of a case', () => {
  test('takes the file as evidence, writes what it holds, and accounts for every row', async () => {
    const timeline = [
      auroraEvent(),
      auroraEvent({
        date_time: 'Date',
        event_data: 'Event',
        event_host: 'Host',
        event_source_host: '',
        direction: '',
        killchain: '',
        notes: '',
        owner: '',
        event_type: '',
      }),
    ];
    const content = auroraCase(7, {
      ...withoutKeys,
      timeline,
      systems: [{ text: 'PACS01', system_type: 'Server' }, { text: 'VPN' }],
    });
    const { folder, file, json } = await deskWithFile('case.fox', content);
    const [result] = await json('import', folder, file, '--zone', 'Asia/Tokyo');
    expect(result).toMatchObject({
      files: [
        {
          file,
          format: 'aurora',
          version: '7',
          rows: 5,
          taken: 4,
          changed: 0,
          guessed: 0,
          entries: 2,
          systems: 2,
          secretsLeft: [],
          evidence: 'E-001',
          zone: 'Asia/Tokyo',
          dryRun: false,
          error: null,
        },
      ],
    });
    expect(result).toMatchObject({
      files: [
        {
          left: [{ table: 'timeline', row: 2, what: ['header-row'], detail: '' }],
        },
      ],
    });
    const [shown] = await json('show', folder);
    const { entries, evidence } = shown as {
      entries: { text: string; evidence: string[] }[];
      evidence: { id: string }[];
    };
    const rescued = entries.find(({ text }) => text.startsWith('Logon'));
    expect(rescued?.evidence).toEqual([evidence[0]?.id]);
    const [verified] = await json('verify', folder);
    expect(verified).toMatchObject({ findings: [] });
  });

  test('asks for the zone before anything is written', async () => {
    const { folder, file, run } = await deskWithFile(
      'case.fox',
      auroraCase(7, { ...withoutKeys, timeline: [auroraEvent()] }),
    );
    const before = await everythingIn(folder);
    const asked = await run(['import', folder, file]);
    expect(asked).toMatchObject({ code: 2, out: '', error: expect.stringContaining('--zone') });
    expect(await everythingIn(folder)).toBe(before);
  });

  test('leaves out a file with secrets, says so, and takes none of them over', async () => {
    const { folder, file, run } = await deskWithFile(
      'case.fox',
      auroraCase(7, { timeline: [auroraEvent({ notes: `used ${auroraSecrets[0]}` })] }),
    );
    const ran = await run(['import', folder, file, '--zone', 'UTC', '--json']);
    expect(ran).toMatchObject({
      code: 0,
      error: expect.stringMatching(/mispapikey.*vtapikey.*--with-original/),
    });
    const all = `${ran.out}${ran.error}${await everythingIn(folder)}`;
    for (const secret of auroraSecrets) expect(all).not.toContain(secret);
  });

  test('warns that the original in evidence still holds them', async () => {
    const { folder, file, run } = await deskWithFile(
      'case.fox',
      auroraCase(7, { timeline: [auroraEvent()] }),
    );
    const ran = await run([
      'import',
      folder,
      file,
      '--zone',
      'UTC',
      '--with-original',
      '--lang',
      'ja',
    ]);
    expect(ran).toMatchObject({ code: 0, error: expect.stringMatching(/E-001.*残っています/) });
    for (const secret of auroraSecrets) {
      expect(`${ran.out}${ran.error}${await feedIn(folder)}`).not.toContain(secret);
      expect(await everythingIn(folder)).toContain(secret);
    }
  });

  test('writes nothing in a dry run, and says what is open', async () => {
    const { folder, file, run, json } = await deskWithFile(
      'case.fox',
      auroraCase(7, { timeline: [auroraEvent()] }),
    );
    const before = await everythingIn(folder);
    const [planned] = await json('import', folder, file, '--dry-run');
    expect(planned).toMatchObject({
      files: [
        {
          format: 'aurora',
          questions: ['zone'],
          entries: 2,
          evidence: null,
          dryRun: true,
        },
      ],
    });
    const shown = await run(['import', folder, file, '--dry-run']);
    expect(shown).toMatchObject({ code: 0, out: expect.stringContaining('--zone') });
    expect(await everythingIn(folder)).toBe(before);
  });

  test('does not take the same file in twice unless it is told to', async () => {
    const { folder, file, run } = await deskWithFile('case.json', [
      { title: 'VPN', severity: 2, startDate: 1_709_251_380_000, tlp: 2 },
    ]);
    expect(await run(['import', folder, file])).toMatchObject({ code: 0 });
    const before = await feedIn(folder);
    expect(await run(['import', folder, file])).toMatchObject({
      code: 2,
      error: expect.stringContaining('E-001'),
    });
    expect(await feedIn(folder)).toBe(before);
    expect(await run(['import', folder, file, '--again'])).toMatchObject({ code: 0 });
  });

  test('knows a workbook by what is in it, and leaves others to the evidence', async () => {
    const headings = [
      'Timestamp_UTC_0',
      'Event System',
      '<->',
      'Remote System',
      'Suspect Account',
      'Visualize',
      'Activity',
    ];
    const kanvas = makeWorkbook({
      Timeline: [headings, ['2024-03-01 12:00:00', 'PC1', '', '', '', '', 'Logon']],
    });
    const { folder, file, json, run } = await deskWithFile('any name', kanvas);
    const [result] = await json('import', folder, file);
    expect(result).toMatchObject({ files: [{ format: 'kanvas', rows: 1, taken: 1, entries: 1 }] });
    const other = path.join(path.dirname(folder), 'other.xlsx');
    await writeFile(other, makeWorkbook({ A: [['x']] }));
    expect(await run(['import', folder, other])).toMatchObject({ code: 1 });
  });

  test('names a case that only a password opens', async () => {
    const { folder, file, run } = await deskWithFile('a.iris-case', {
      enc: 'aes256gcm',
      v: 1,
      salt: 'a',
      nonce: 'b',
      ct: 'c',
    });
    expect(await run(['import', folder, file])).toMatchObject({
      code: 2,
      error: expect.stringContaining('DFIR-IRIS'),
    });
  });

  test('reads it as the format that was named, or says that it is not', async () => {
    const { folder, file, run } = await deskWithFile('case.fox', auroraCase(7, withoutKeys));
    expect(await run(['import', folder, file, '--format', 'iris'])).toMatchObject({
      code: 2,
      error: expect.stringContaining('iris'),
    });
    expect(await run(['import', folder, file, '--format', 'aurora'])).toMatchObject({ code: 0 });
  });
});
