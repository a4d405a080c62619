import { expect, test } from 'vitest';
import { deskWithIncident, newDesk } from './run.ts';

test('actions are added, changed with evidence, and listed over notebooks by urgency', async () => {
  const { run, json, folder } = await deskWithIncident();
  const [entry] = await json('log', folder, '2024-03-01 12:00 :attacker login @web01');
  const add = (text: string, ...more: readonly string[]) =>
    json('actions', folder, '--add', text, ...more);
  const [late] = await add(
    'Ask for a second factor',
    '--owner',
    'Ben',
    '--due',
    '2024-03-01T10:00+09:00',
    '--stage',
    '4',
    '--category',
    'technology',
    '--cause',
    'One password was enough',
    '--entry',
    (entry as { id: string }).id,
  );
  expect(late).toMatchObject({
    state: 'open',
    stage: 'exploitation',
    due: '2024-03-01T01:00:00.000Z',
  });
  await add('Write the procedure down', '--priority', 'high', '--owner', 'Chie');

  const listed = await run(['actions', folder]);
  expect(listed.code).toBe(1);
  expect(listed.out.split('\n')[0]).toContain('OVERDUE');
  expect(listed.out).toContain('2 open, 1 overdue, 0 done or dropped');

  const id = (late as { id: string }).id.slice(0, 8);
  expect(await run(['actions', folder, '--set', id, '--state', 'doing'])).toMatchObject({
    code: 0,
  });
  const [done] = await json('actions', folder, '--set', id, '--state', 'done');
  expect(done).toMatchObject({
    states: [{ state: 'open' }, { state: 'doing' }, { state: 'done' }],
  });
  const other = await newDesk();
  await other.run(['new', other.folder, '--title', 'Second case', '--zone', 'UTC']);
  await other.run(['actions', other.folder, '--add', 'Test the backup']);
  const both = await run(['actions', folder, other.folder, '--open']);
  expect(both.code).toBe(0);
  expect(both.out).toContain('Second case');
  expect(both.out).toContain('Test the backup');
  expect(both.out).not.toContain('second factor');
});

test.each([
  [['--add', '   '], 'what is to be done'],
  [['--add', 'x', '--due', 'tomorrow'], '--due needs'],
  [['--set', 'ffff', '--state', 'done'], 'No action begins with'],
  [['--add', 'x', '--stage', '8'], '--stage'],
  [['--add', 'x', '--entry', '99'], '99'],
])('refuses %j in words and writes nothing', async (args, said) => {
  const { run, json, folder } = await deskWithIncident();
  const { code, error } = await run(['actions', folder, ...args]);
  expect(code).toBe(2);
  expect(error).toContain(said);
  expect(await json('actions', folder)).toMatchObject([[{ actions: [] }]]);
});
