import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createNotebookFolder } from '../../../electron/notebook/notebook-folder.ts';
import { takeFile } from '../../../electron/notebook/evidence-vault.ts';
import { verifyNotebook } from '../../../electron/notebook/verify-notebook.ts';
import { smallDisk } from '../small-disk.ts';
import { cutTo, damageable, flipBit } from './damage.ts';
import { seededRandom } from './kill-while-logging.ts';
import { entry, open, temporaryFolder, textsOf } from './temporary-notebook.ts';

// Every byte and every bit: test/fault/damage.test.ts.
test.each([true, false])(
  'keeps every whole line of a file that was cut (remembers: %s)',
  async (remembers) => {
    const damaged = await damageable();
    const { content } = damaged;
    const lastLine = content.subarray(0, -1).lastIndexOf(0x0a) + 1;
    const places = [
      lastLine,
      lastLine + 1,
      Math.round((lastLine + content.length) / 2),
      content.length - 1,
    ];
    for (const length of places) await cutTo(damaged, length, remembers);
    expect(content.length).toBeGreaterThan(lastLine);
  },
);

test('leaves a feed with a flipped bit alone and begins a new one', async () => {
  const damaged = await damageable();
  const random = seededRandom(7);
  for (let round = 0; round < 24; round += 1)
    await flipBit(damaged, Math.floor(random() * damaged.content.length), Math.floor(random() * 8));
  // A changed number makes a line look like another one: that one must not be turned away for it.
  const numberAt = damaged.content.indexOf('"seq":0') + '"seq":'.length;
  for (const bit of [0, 1, 2]) await flipBit(damaged, numberAt, bit);
  const newlines = [...damaged.content.keys()].filter((at) => damaged.content[at] === 0x0a);
  for (const at of newlines) await flipBit(damaged, at, 0);
  expect(newlines).toHaveLength(5);
});

test('says that the disk is full, loses nothing, and goes on when there is room', async (context) => {
  const disk = smallDisk(await temporaryFolder());
  if (disk === undefined) return context.skip('needs root to mount a small disk');
  const place = { folder: path.join(disk, 'case.kiroku'), userData: await temporaryFolder() };
  await createNotebookFolder(place.folder);
  const notebook = await open(place);
  const filler = path.join(disk, 'filler');
  await notebook.append(entry('before'));
  fill(filler);
  const results = [];
  for (let index = 0; index < 40; index += 1)
    results.push(await notebook.append(entry(`${index} ${'x'.repeat(2_000)}`)));
  const taken = await takeFile(place.folder, '/proc/self/maps');
  const saved = results.filter(({ ok }) => ok).length;
  expect(results.filter(({ ok }) => !ok)).toEqual(
    Array.from({ length: 40 - saved }, () => ({ ok: false, error: { kind: 'disk-full' } })),
  );
  expect(saved).toBeLessThan(10);
  expect(taken).toEqual({ ok: false, error: { kind: 'disk-full' } });
  expect(await notebook.append(entry('x'.repeat(9_000), 'd'.repeat(32)))).toMatchObject({
    error: { kind: 'disk-full' },
  });
  await rm(filler);
  // The same operation again, now that there is room: one line.
  expect(await notebook.append(entry('x'.repeat(9_000), 'd'.repeat(32)))).toMatchObject({
    ok: true,
  });
  expect(await textsOf(notebook)).toHaveLength(saved + 2);
  expect(await verifyNotebook(place.folder)).toMatchObject({ value: { findings: [] } });
});

test('makes no half notebook on a full disk', async (context) => {
  const disk = smallDisk(await temporaryFolder());
  if (disk === undefined) return context.skip('needs root to mount a small disk');
  fill(path.join(disk, 'filler'));
  const created = await createNotebookFolder(path.join(disk, 'case.kiroku'));
  expect(created).toMatchObject({ error: { kind: 'disk-full' } });
  expect(execFileSync('ls', ['-A', disk], { encoding: 'utf8' })).toBe('filler\n');
});

function fill(file: string): void {
  try {
    execFileSync('dd', ['if=/dev/zero', `of=${file}`, 'bs=4096'], { stdio: 'pipe' });
  } catch {
    // It ends with "no space left on device": that is what it is for.
  }
}
