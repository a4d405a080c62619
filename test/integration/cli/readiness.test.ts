import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { deskWithIncident, newDesk } from './run.ts';

test('a readiness check begins in preparation with its checklist, and its report says what it is', async () => {
  const desk = await newDesk();
  await desk.json(
    'new',
    desk.folder,
    '--title',
    '備えの点検',
    '--readiness',
    '--zone',
    'Asia/Tokyo',
  );
  expect(await desk.json('show', desk.folder)).toMatchObject([
    {
      incident: { kind: 'readiness', phase: 'preparation' },
      checklists: [{ template: 'general-nist' }],
    },
  ]);
  const out = path.join(path.dirname(desk.folder), 'report.md');
  await desk.json('report', desk.folder, '--out', out);
  expect(await readFile(out, 'utf8')).toContain('There was no incident.');
});

describe('checklist set', () => {
  const item = ['general-nist', 'GEN-P01'] as const;
  test('keeps the date and what an item waits for, and takes them back on demand', async () => {
    const desk = await deskWithIncident();
    await desk.json('checklist', 'adopt', desk.folder, 'general-nist');
    const set = (...options: string[]) =>
      desk.run(['checklist', 'set', desk.folder, ...item, ...options]);
    const shown = async () => {
      const [lists] = (await desk.json('checklist', 'list', desk.folder)) as [
        readonly { readonly items: readonly { readonly id: string }[] }[],
      ];
      return lists[0]?.items.find(({ id }) => id === item[1]);
    };
    expect(await set('--due', '2024-03-02 09:00', '--waits-for', 'GEN-P02')).toMatchObject({
      code: 0,
    });
    await set('--owner', '佐藤');
    expect(await shown()).toMatchObject({
      owner: '佐藤',
      due: '2024-03-02T00:00:00.000Z',
      blockedBy: ['GEN-P02'],
    });
    const { out } = await desk.run(['checklist', 'list', desk.folder]);
    expect(out).toMatch(/GEN-P01 .*佐藤 {2}due 2024-03-02T00:00Z {2}waits for GEN-P02/);
    await set('--due', 'none', '--waits-for', 'none');
    expect(await shown()).toMatchObject({ due: null, blockedBy: [] });
    expect(await set('--waits-for', 'GEN-P01')).toMatchObject({ code: 2 });
    expect(await set('--waits-for', 'nothing')).toMatchObject({ code: 2 });
    expect(await set('--due', 'some day')).toMatchObject({ code: 2 });
  });
});

test('decisions and deadlines go into tables, and a limited report counts what it holds back', async () => {
  const desk = await deskWithIncident();
  await desk.json(
    'log',
    desk.folder,
    '2024-03-01 12:30 the SOC saw it #detected #known #tlp:green',
  );
  await desk.json('authority', 'add', desk.folder, 'isolate-segment', '佐藤部長', '--reach', '090');
  await desk.json(
    'decision',
    'add',
    desk.folder,
    '=Cut off?',
    '--option',
    'Yes',
    '--asked',
    '13:00',
  );
  await desk.json(
    'decision',
    'set',
    desk.folder,
    '1',
    '--chosen',
    'Yes',
    '--approved',
    '13:20',
    '--approved-by',
    '佐藤部長',
    '--authority',
    '1',
  );
  await desk.json('deadline', 'add', desk.folder, 'jp-appi-prelim');
  const place = (name: string) => path.join(path.dirname(desk.folder), name);

  await desk.json('export', desk.folder, '--format', 'csv', '--out', place('csv'));
  const decisions = await readFile(path.join(place('csv'), 'decisions.csv'), 'utf8');
  expect(decisions).toContain("'=Cut off?");
  expect(decisions).toContain('2024-03-01T04:20:00Z');
  expect(decisions).toMatch(/佐藤部長.*佐藤部長/);
  const deadlines = await readFile(path.join(place('csv'), 'deadlines.csv'), 'utf8');
  const [names = '', only = ''] = deadlines.replace(/^\uFEFF/, '').split('\r\n');
  const cells = only.split(',');
  const cell = (name: string) => cells.at(names.split(',').indexOf(name) - names.split(',').length);
  expect([cell('due'), cell('due_utc'), cell('earliest_utc')]).toEqual([
    '2024-03-05T23:59:59.999+09:00',
    '2024-03-05T14:59:59.999Z',
    '2024-03-03T14:59:59.999Z',
  ]);
  // Whoever reads it later than it was written knows how much was left then.
  const left = Date.parse('2024-03-05T14:59:59.999Z') - Date.parse(cell('reckoned_at_utc') ?? '');
  expect(cell('left_minutes')).toBe(String(Math.floor(left / 60_000)));
  await desk.json('export', desk.folder, '--format', 'iris', '--out', place('iris'));
  const events = await readFile(path.join(place('iris'), 'iris-events.csv'), 'utf8');
  expect(events).toContain('2024-03-01T04:20:00.000');

  await desk.json(
    'export',
    desk.folder,
    '--format',
    'csv',
    '--tlp',
    'GREEN',
    '--out',
    place('green'),
  );
  const green = await readFile(path.join(place('green'), 'decisions.csv'), 'utf8');
  expect(green).not.toContain('Cut off');
  const limited = await desk.run(['report', desk.folder, '--tlp', 'GREEN', '--preview']);
  expect(limited.out).toContain('Decisions (1)');
  expect(limited.out).toContain('Lines of the table of authority (1)');
  expect(limited.out).toContain('Deadlines (1)');
});

test('a date that is counted from an entry that stays behind stays too', async () => {
  const desk = await deskWithIncident();
  await desk.json('incident', desk.folder, '--tlp', 'GREEN');
  await desk.json('log', desk.folder, '2024-03-01 12:30 lawyers told #known #tlp:red');
  await desk.json('deadline', 'add', desk.folder, 'eu-gdpr');
  await desk.json('deadline', 'add', desk.folder, '--name', 'Insurer', '--event', 'call');
  const file = path.join(path.dirname(desk.folder), 'case.json');
  const dates = async (...options: string[]) => {
    await desk.json('export', desk.folder, '--format', 'json', '--out', file, ...options);
    const whole = JSON.parse(await readFile(file, 'utf8')) as {
      readonly deadlines: readonly { readonly reckoned: readonly { readonly due?: string }[] }[];
    };
    return whole.deadlines.map(({ reckoned }) => reckoned.map(({ due }) => due));
  };
  expect(await dates()).toEqual([['2024-03-04T03:30:00.000Z'], []]);
  expect(await dates('--tlp', 'GREEN')).toEqual([[], []]);
});

test('the brief reckons deadlines as the Now panel does, and tells what one person has not read', async () => {
  const desk = await deskWithIncident();
  await desk.json('log', desk.folder, '2024-03-01 12:30 the SOC saw it #known');
  const { out: none } = await desk.run(['brief', desk.folder, '--since', 'read', '--by', '佐藤']);
  expect(none).toContain('the SOC saw it');
  expect(none).toContain('what 佐藤 has read');
  await desk.json('deadline', 'add', desk.folder, 'jp-appi-prelim');
  const [listed] = (await desk.json('deadline', 'list', desk.folder)) as [
    { readonly deadlines: readonly { readonly due: string }[] },
  ];
  const { out } = await desk.run(['brief', desk.folder, '--since', '2024-03-01T00:00Z']);
  const due = new Date(listed.deadlines[0]?.due ?? '').toLocaleDateString('sv', {
    timeZone: 'Asia/Tokyo',
  });
  expect(out).toMatch(new RegExp(`: ${due} 23:59 JST .* left`));
});

test('checklists in the report stand under the headings that the notebook chose', async () => {
  const desk = await deskWithIncident();
  await desk.json('checklist', 'adopt', desk.folder, 'general-nist');
  const out = path.join(path.dirname(desk.folder), 'report.md');
  const report = async () => {
    await desk.json('report', desk.folder, '--out', out);
    return readFile(out, 'utf8');
  };
  expect(await report()).toContain('CSF 2.0: DE');
  await desk.json('incident', desk.folder, '--headings', 'csf');
  const csf = await report();
  expect(csf).toContain('Respond (RS)');
  expect(csf).toContain('SP 800-61r2: Detection and Analysis');
});
