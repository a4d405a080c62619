import { describe, expect, test } from 'vitest';
import { deskWithIncident, now } from './run.ts';

type Listed = {
  readonly decisions: readonly Readonly<Record<string, unknown>>[];
  readonly authorities: readonly Readonly<Record<string, unknown>>[];
  readonly deadlines: readonly Readonly<Record<string, unknown>>[];
};

describe('kiroku decision and authority', () => {
  test('records options, people and times, and tells of it in the timeline once', async () => {
    const desk = await deskWithIncident();
    await desk.run([
      'authority',
      'add',
      desk.folder,
      'isolate-segment',
      '佐藤部長',
      '--scope',
      '病棟',
      '--reach',
      '090-0000-0000',
      '--deputy',
      '鈴木、PHS 1234',
    ]);
    const [asked] = await desk.json('log', desk.folder, '13:40 ward asks for help :question');
    const added = await desk.json(
      'decision',
      'add',
      desk.folder,
      'Cut off the ward network?',
      '--option',
      'Wait for the vendor | spreads meanwhile',
      '--option',
      'Cut it off',
      '--asked-by',
      '高橋',
      '--asked',
      '13:45',
      '--known',
      '3',
    );
    expect(added).toEqual([expect.objectContaining({ entry: null })]);
    const listed = async () => (await desk.json('decision', 'list', desk.folder))[0] as Listed;
    expect((await listed()).decisions).toMatchObject([{ state: 'asked', askedBy: '高橋' }]);

    const set = await desk.json(
      'decision',
      'set',
      desk.folder,
      '1',
      '--chosen',
      'Cut it off',
      '--because',
      'two more hosts',
      '--approved-by',
      '佐藤部長',
      '--authority',
      '1',
      '--approved',
      '14:00',
    );
    await desk.run([
      'decision',
      'set',
      desk.folder,
      '1',
      '--executed',
      '14:06',
      '--outcome',
      'quiet',
    ]);
    const [state] = await desk.json('show', desk.folder);
    const { entries } = state as { readonly entries: readonly Record<string, unknown>[] };
    const written = entries.filter(({ kind }) => kind === 'decision');
    expect(written).toMatchObject([
      { text: 'Cut off the ward network? → Cut it off', at: { utc: '2024-03-01T05:00:00Z' } },
    ]);
    expect(set).toMatchObject([{ entry: written[0]?.['id'] }]);
    expect((await listed()).decisions).toMatchObject([
      {
        state: 'executed',
        known: [(asked as { readonly id: string }).id],
        chosen: { text: 'Cut it off', because: 'two more hosts' },
        options: [{ because: 'spreads meanwhile' }, { text: 'Cut it off', because: '' }],
        entry: written[0]?.['id'],
      },
    ]);
  });

  test('measures how long it took, and says so once', async () => {
    const desk = await deskWithIncident();
    await desk.run([
      'decision',
      'add',
      desk.folder,
      'Isolate?',
      '--chosen',
      'Yes',
      '--asked',
      '13:45:00',
      '--approved',
      '14:00:00',
      '--executed',
      '14:06:00',
    ]);
    const [measured] = await desk.json('metrics', desk.folder);
    expect(measured).toMatchObject({
      notebooks: [
        {
          decisions: [
            {
              toApproval: { kind: 'exact', leastMs: 900_000, mostMs: 900_000 },
              toExecution: { kind: 'exact', leastMs: 360_000, mostMs: 360_000 },
            },
          ],
        },
      ],
    });
  });

  test('gives an entry that is there its record instead of a second line', async () => {
    const desk = await deskWithIncident();
    await desk.run(['log', desk.folder, '13:50 isolate pacs01 :decision']);
    await desk.run([
      'decision',
      'add',
      desk.folder,
      'Isolate pacs01?',
      '--entry',
      '2',
      '--chosen',
      'Yes',
    ]);
    const [state] = await desk.json('show', desk.folder);
    expect((state as { readonly entries: readonly unknown[] }).entries).toHaveLength(1);
  });

  test('refuses what it cannot read, and writes nothing', async () => {
    const desk = await deskWithIncident();
    const wrong = [
      ['decision', 'add', desk.folder],
      ['decision', 'add', desk.folder, 'Q', '--asked', 'soon'],
      ['decision', 'add', desk.folder, 'Q', '--known', '99'],
      ['decision', 'set', desk.folder, '1'],
      ['decision', 'remove', desk.folder, 'x', '--because', 'y'],
      ['authority', 'add', desk.folder, 'launch-missiles', 'Bob'],
      ['authority', 'add', desk.folder, 'isolate-host'],
    ];
    for (const args of wrong) {
      const { code, error } = await desk.run(args);
      expect([args.join(' '), code]).toEqual([args.join(' '), 2]);
      expect(error).not.toBe('');
    }
    expect(await desk.json('decision', 'list', desk.folder)).toEqual([{ decisions: [] }]);
  });

  test('takes a line off the table for a reason only', async () => {
    const desk = await deskWithIncident();
    await desk.run(['authority', 'add', desk.folder, 'isolate-host', 'Sato']);
    expect((await desk.run(['authority', 'remove', desk.folder, '1'])).code).toBe(2);
    expect(
      (await desk.run(['authority', 'remove', desk.folder, '1', '--because', 'left'])).code,
    ).toBe(0);
    expect(await desk.json('authority', 'list', desk.folder)).toEqual([{ authorities: [] }]);
  });
});

describe('kiroku deadline', () => {
  test('counts from the milestone, moves for a reason, is done with an entry', async () => {
    const desk = await deskWithIncident();
    await desk.run(['deadline', 'add', desk.folder, 'eu-gdpr']);
    await desk.run(['deadline', 'add', desk.folder, 'jp-appi-prelim']);
    await desk.run([
      'deadline',
      'add',
      desk.folder,
      '--name',
      'Insurer',
      '--limit',
      '24h',
      '--from',
      'detected',
    ]);
    const listed = async () =>
      ((await desk.json('deadline', 'list', desk.folder))[0] as Listed).deadlines;
    expect((await listed()).map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
    const said = await desk.run(['deadline', 'list', desk.folder]);
    expect(said.out).toMatch(/Insurer {2}Unknown: no time yet for “/);

    await desk.run(['log', desk.folder, '12:00:00 lawyer told #known']);
    expect(await listed()).toMatchObject([
      { clock: 'eu-gdpr', state: 'running', due: '2024-03-04T03:00:00.000Z' },
      {
        clock: 'jp-appi-prelim',
        due: '2024-03-05T14:59:59.999Z',
        earliest: '2024-03-03T14:59:59.999Z',
      },
      { name: 'Insurer', state: 'waiting', due: null },
    ]);
    expect((await desk.run(['deadline', 'move', desk.folder, '1', '2024-03-02 18:00'])).code).toBe(
      2,
    );
    await desk.run([
      'deadline',
      'move',
      desk.folder,
      '1',
      '2024-03-02 18:00',
      '--because',
      'office hours',
    ]);
    expect((await listed())[0]).toMatchObject({
      due: '2024-03-02T09:00:00.000Z',
      byRule: '2024-03-04T03:00:00.000Z',
    });
    expect((await desk.run(['deadline', 'done', desk.folder, '1'])).code).toBe(2);
    await desk.run(['log', desk.folder, '13:00 reported to the authority :communication']);
    await desk.run(['deadline', 'done', desk.folder, '1', '--entry', '7']);
    expect((await listed()).map(({ state }) => state)).toEqual(['running', 'waiting', 'done']);
    const { out } = await desk.run(['deadline', 'list', desk.folder]);
    expect(out).toContain('not legal advice');
  });

  test('stands in the report with its rule, and claims no certainty', async () => {
    const desk = await deskWithIncident();
    await desk.run(['deadline', 'add', desk.folder, 'eu-nis2-early']);
    await desk.run(['log', desk.folder, '12:00:00 known #known']);
    const file = `${desk.folder}.md`;
    const { readFile } = await import('node:fs/promises');
    await desk.run(['report', desk.folder, '--out', file, '--lang', 'en'], {
      deps: { nowMs: () => now + 86_400_000 },
    });
    const text = await readFile(file, 'utf8');
    expect(text).toContain('Within 24 hours of becoming aware');
    expect(text).toContain('Overdue');
    expect(text).toContain('not legal advice');
  });

  test.each(['0h', '5', 'h', '9-3d', '1.5h', '99999h'])('refuses a limit of %s', async (limit) => {
    const desk = await deskWithIncident();
    const { code } = await desk.run([
      'deadline',
      'add',
      desk.folder,
      '--name',
      'x',
      '--limit',
      limit,
    ]);
    expect(code).toBe(2);
  });
});

describe('kiroku incident', () => {
  test('keeps every move of the phase, back too, with its reason', async () => {
    const desk = await deskWithIncident();
    await desk.run(['incident', desk.folder, '--phase', 'containment-eradication-recovery']);
    await desk.run([
      'incident',
      desk.folder,
      '--phase',
      'detection-analysis',
      '--because',
      'second host found',
      '--functional',
      'high',
      '--information',
      'privacy-breach',
      '--information',
      'integrity-loss',
      '--recoverability',
      'extended',
    ]);
    expect(await desk.json('incident', desk.folder)).toMatchObject([
      {
        incident: {
          phase: 'detection-analysis',
          functionalImpact: 'high',
          informationImpact: ['privacy-breach', 'integrity-loss'],
          recoverability: 'extended',
        },
        phases: [
          { phase: 'detection-analysis', because: '' },
          { phase: 'containment-eradication-recovery' },
          { phase: 'detection-analysis', because: 'second host found' },
        ],
      },
    ]);
    expect((await desk.run(['incident', desk.folder, '--phase', 'panic'])).code).toBe(2);
  });
});
