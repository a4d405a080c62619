import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { LogAnswers } from '#shared/ipc/log-contract.ts';
import { openWindowHandlers, valueOf, type WindowHandlers } from './window-handlers.ts';

let handlers: WindowHandlers | undefined;
afterEach(() => handlers?.close());

test('columns are read as somebody chose for the last file with the same', async () => {
  handlers = await openWindowHandlers();
  const { request, places, answers: dialogs, notebook } = handlers;
  const incident = { title: 'T', by: 'A', tlp: 'AMBER', zone: 'UTC', choosePlace: false } as const;
  valueOf(await request('notebook:create', incident));
  const content = 'a,b,c\n2024-03-01T05:00:00Z,x,first\n2024-03-01T06:00:00Z,y,second\n';
  const columns = { time: 'a', text: ['c'], host: 'b' };
  const pick = async (name: string, text: string) => {
    dialogs.logs = [path.join(places.files, name)];
    await writeFile(path.join(places.files, name), text);
    return valueOf(await request('log:pick', {})).files[0]?.id ?? '';
  };
  const look = async (name: string, answers: LogAnswers, text = content) => {
    const id = await pick(name, text);
    const seen = valueOf(await request('log:preview', { id, answers }));
    return [seen.remembered, seen.reading?.columns];
  };
  const take = async (name: string, answers: LogAnswers) => {
    const id = await pick(name, content);
    valueOf(await request('log:preview', { id, answers }));
    valueOf(await request('log:import', { id, note: '' }));
    await notebook.jobs()?.settled();
  };
  const reader = 'any-table';
  const [isRemembered, guessed] = await look('one.csv', { reader });
  expect(isRemembered).toBe(false);
  expect(guessed).not.toEqual(columns);
  // Nobody chose anything for this one.
  await take('zero.csv', { reader });
  expect(await look('one.csv', { reader })).toEqual([false, guessed]);
  await take('one.csv', { reader, columns });
  expect(await look('two.csv', { reader })).toEqual([true, columns]);
  // What somebody says now counts; other columns are another file.
  const other = { time: 'a', text: ['b'] };
  expect(await look('two.csv', { reader, columns: other })).toEqual([false, other]);
  const widened = content.replaceAll('\n', ',z\n');
  expect((await look('three.csv', { reader }, widened))[0]).toBe(false);
});
