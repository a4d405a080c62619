import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { takeLock } from '../../../electron/notebook/lock.ts';
import { bootId, processSpace, processStart } from '../../../electron/notebook/machine.ts';
import { entry, newNotebook, open, temporaryFolder } from './temporary-notebook.ts';

test('lets a second window read, and tells it who writes', async () => {
  const place = await newNotebook();
  await open(place);
  const second = await open(place);
  const { readOnly, feed } = second.describe();
  expect(readOnly).toEqual({
    because: 'locked',
    holder: `${os.userInfo().username}@${os.hostname()}, pid ${process.pid}`,
  });
  expect(feed).toBeNull();
  expect(await second.append(entry('no'))).toEqual({ ok: false, error: { kind: 'read-only' } });
});

test('gives the lock back when a notebook is closed', async () => {
  const place = await newNotebook();
  await (await open(place)).close();
  expect((await open(place)).describe().readOnly).toBeNull();
});

test('leaves nothing beside the lock file', async () => {
  const folder = await temporaryFolder();
  const taken = await takeLock(path.join(folder, '.lock'));
  expect(await readdir(folder)).toEqual(['.lock']);
  if (taken.ok) taken.value.release();
  expect(await readdir(folder)).toEqual([]);
});

test('takes over the lock of a process that is gone', async () => {
  const file = await lockOf({ pid: await pidOfTheDead() });
  expect(await takeLock(file)).toMatchObject({ ok: true });
});

test('takes over the lock of an earlier start of the machine', async () => {
  const file = await lockOf({ pid: process.pid, boot: 'another-boot' });
  expect(await takeLock(file)).toMatchObject({ ok: true });
});

test('takes over the lock of a process whose number another one has now', async () => {
  const file = await lockOf({ pid: process.pid, started: '1' });
  expect(await takeLock(file)).toMatchObject({ ok: true });
});

test('never takes over the lock of another host, however dead its process looks here', async () => {
  const file = await lockOf({ pid: await pidOfTheDead(), host: 'elsewhere' });
  const before = await readFile(file, 'utf8');
  expect(await takeLock(file)).toMatchObject({ error: { kind: 'locked' } });
  expect(await readFile(file, 'utf8')).toBe(before);
});

test('waits with a lock file that may be just being written, and takes an old unreadable one', async () => {
  const file = path.join(await temporaryFolder(), '.lock');
  await writeFile(file, '');
  expect(await takeLock(file)).toMatchObject({ error: { kind: 'locked' } });
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(file, longAgo, longAgo);
  expect(await takeLock(file)).toMatchObject({ ok: true });
});

test('lets exactly one of many processes take over a stale lock', async () => {
  const file = await lockOf({ pid: await pidOfTheDead() });
  const taken = await Promise.all(Array.from({ length: 25 }, () => takeLock(file)));
  expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
});

test('stops writing when somebody else has the lock', async () => {
  const place = await newNotebook();
  const notebook = await open(place);
  await notebook.append(entry('one'));
  await writeFile(path.join(place.folder, '.lock'), JSON.stringify(holder({ host: 'elsewhere' })));
  expect(await notebook.append(entry('two'))).toEqual({ ok: false, error: { kind: 'read-only' } });
});

test('stops writing when another lock of the same length takes the place of its own', async () => {
  const place = await newNotebook();
  const notebook = await open(place);
  await notebook.append(entry('one'));
  const file = path.join(place.folder, '.lock');
  const { atime, mtime } = await stat(file);
  const other = (await readFile(file, 'utf8')).replace(/"token":"./, '"token":"-');
  await writeFile(`${file}.part`, other);
  await utimes(`${file}.part`, atime, mtime);
  await rename(`${file}.part`, file);
  expect(await notebook.append(entry('two'))).toEqual({ ok: false, error: { kind: 'read-only' } });
});

test('puts the lock back when it was deleted by hand', async () => {
  const place = await newNotebook();
  const notebook = await open(place);
  const file = path.join(place.folder, '.lock');
  const before = await readFile(file, 'utf8');
  await rm(file);
  expect(await notebook.append(entry('one'))).toMatchObject({ ok: true });
  expect(await readFile(file, 'utf8')).toBe(before);
});

function holder(changes: object): object {
  return {
    pid: process.pid,
    started: processStart(process.pid) ?? '',
    boot: bootId(),
    space: processSpace(),
    host: os.hostname(),
    user: 'somebody',
    ...changes,
  };
}

async function lockOf(changes: object): Promise<string> {
  const file = path.join(await temporaryFolder(), '.lock');
  await writeFile(file, JSON.stringify(holder(changes)));
  return file;
}

async function pidOfTheDead(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}
