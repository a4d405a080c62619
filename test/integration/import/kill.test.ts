import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startCli, runBuiltCli } from '../notebook/command-line.ts';
import { temporaryFolder } from '../notebook/temporary-notebook.ts';
import { timesketchTable } from './index-file.ts';

const rows = 60_000;

const namesUnder = async (folder: string): Promise<readonly string[]> =>
  readdir(folder, { recursive: true }).catch(() => []);

test('has all rows or none of an import that is killed, and the next one goes well', async () => {
  const base = await temporaryFolder();
  const folder = path.join(base, 'case.kiroku');
  const userData = path.join(base, 'user');
  const env = { KIROKU_USER_DATA: userData };
  const file = path.join(base, 'timeline.csv');
  await writeFile(
    file,
    timesketchTable(
      Array.from({ length: rows }, (_, at) => ({
        message: `event ${at} ${'of some length '.repeat(8)}`,
        datetime: new Date(1_700_000_000_000 + at * 1_000).toISOString(),
      })),
    ),
  );
  expect(await runBuiltCli(['new', folder, '--title', 'Osaka'], env)).toMatchObject({ code: 0 });

  const isBuilding = async () =>
    (await namesUnder(path.join(userData, 'rows'))).some((name) => name.includes('.building-'));
  const leftUnfinished: boolean[] = [];
  for (const afterMs of [0, 20, 60, 150, 300]) {
    const command = startCli(['import', folder, file], env);
    await expect.poll(isBuilding, { interval: 2, timeout: 20_000 }).toBe(true);
    await Promise.race([command.finished, delay(afterMs)]);
    command.kill();
    await command.finished;
    leftUnfinished.push(await isBuilding());
    // What is printed is whole: every source that the notebook names has all of its rows.
    const printed = await runBuiltCli(['rows', folder, '--json'], env);
    expect(printed.code).toBe(0);
    const { length } = (JSON.parse(printed.out) as { rows: readonly unknown[] }).rows;
    expect(length % rows).toBe(0);
  }

  // Killed in the very moment, it is surely not finished.
  expect(leftUnfinished[0]).toBe(true);
  expect(await runBuiltCli(['import', folder, file], env)).toMatchObject({ code: 0, error: '' });
  expect(await isBuilding()).toBe(false);
  expect(await runBuiltCli(['verify', folder], env)).toMatchObject({ error: '' });
}, 120_000);
