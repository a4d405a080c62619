import { appendFile, readFile, rm, stat, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { readCheckedPrefix } from '../../../electron/notebook/checked-prefix.ts';
import { sha256Hex } from '../../../electron/notebook/node-crypto.ts';
import {
  type CheckedNotebook,
  checkedNotebook,
  learnedFrom,
  learnedOfChanged,
  testBuild,
} from './checked-notebook.ts';
import { entry, open, textsOf } from './temporary-notebook.ts';

let checked: CheckedNotebook;
beforeEach(async () => {
  checked = await checkedNotebook();
});

/** The checkpoint of the own feed: a test that has none would show nothing. */
function checkpoint() {
  const found = checked.checkpoints().of(checked.feed);
  if (found === undefined) throw new Error('nothing was kept');
  return found;
}

test('learns behind a checkpoint what it learns from the whole feed', async () => {
  const kept = checked.checkpoints();
  expect(checkpoint().bytes).toBeGreaterThan(80_000);
  expect(checkpoint().bytes).toBeLessThan(checked.content.length);
  const quick = await learnedFrom(checked, kept);
  expect(quick).toEqual(await learnedFrom(checked));
  expect(quick.check.findings).toEqual([]);
  expect(quick.check.evidence).toBe(1);
  expect(quick.feeds.some(({ check }) => check.facts.witnesses.length > 1)).toBe(true);
});

test('finds where every line begins, and its hash, without reading the lines', async () => {
  const prefix = await readCheckedPrefix(checked.file, checkpoint());
  const { content } = checked;
  const begins = [
    0,
    ...[...content.keys()].filter((at) => content[at] === 0x0a).map((at) => at + 1),
  ];
  const count = checkpoint().head.seq + 1;
  expect(prefix?.offsets).toEqual(begins.slice(0, count));
  expect([...(prefix?.known.values() ?? [])].map(({ hash }) => hash)).toEqual(
    begins
      .slice(0, count)
      .map((at, line) => sha256Hex(content.subarray(at, (begins[line + 1] ?? 0) - 1))),
  );
});

// Every byte: test/fault/checkpoints.test.ts.
test('hides no change of any byte', async () => {
  const { content } = checked;
  await fc.assert(
    fc.asyncProperty(
      fc.nat(content.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (at, change) => {
        const changed = Buffer.from(content);
        changed[at] = (changed[at] ?? 0) ^ change;
        const { quick, whole } = await learnedOfChanged(checked, changed);
        expect(quick).toEqual(whole);
        expect(quick.check.findings).not.toEqual([]);
        const prefix = await readCheckedPrefix(checked.file, checkpoint());
        expect(prefix === undefined).toBe(at < checkpoint().bytes);
      },
    ),
    { numRuns: 20 },
  );
});

test('hides no cut, no repeated line, no lines in another order, and nothing behind the end', async () => {
  const { content } = checked;
  const at = (part: number) => content.indexOf(0x0a, Math.floor(content.length * part)) + 1;
  const [first, second, third] = [at(0.2), at(0.4), at(0.6)];
  const part = (from: number, to?: number) => content.subarray(from, to);
  const others = [
    Buffer.alloc(0),
    ...[0.1, 0.5, 0.9].map((share) => part(0, Math.floor(content.length * share))),
    ...[first, checkpoint().bytes, content.length - 1].map((end) => part(0, end)),
    Buffer.concat([part(0, second), part(first, second), part(second)]),
    Buffer.concat([part(0, first), part(second, third), part(first, second), part(third)]),
    Buffer.concat([part(0, first), part(second)]),
    Buffer.concat([content, Buffer.from('{"p":')]),
    Buffer.concat([content, Buffer.from('nothing\n')]),
    Buffer.alloc(content.length),
  ];
  for (const other of others) {
    const { quick, whole } = await learnedOfChanged(checked, other);
    expect(quick).toEqual(whole);
  }
});

test('takes nothing that another hand or another build kept', async () => {
  const { kept, feed } = checked;
  const other = { ...testBuild, commit: 'later' };
  expect(checked.checkpoints(other).of(feed)).toBeUndefined();
  const text = await readFile(kept, 'utf8');
  await writeFile(kept, text.replace(checkpoint().sha256, sha256Hex('another content')));
  expect(checked.checkpoints().of(feed)).toBeUndefined();
  for (const broken of ['', '\n', text.slice(0, -1), text.slice(1), text.replace('\n', '\n\n')]) {
    await writeFile(kept, broken);
    expect(checked.checkpoints().of(feed)).toBeUndefined();
  }
  await rm(kept);
  expect(checked.checkpoints().of(feed)).toBeUndefined();
});

test('keeps nothing of a feed that there is something to say about', async () => {
  const changed = Buffer.from(checked.content);
  changed[5_000] = (changed[5_000] ?? 0) ^ 1;
  await writeFile(checked.file, changed);
  await rm(checked.kept);
  const notebook = await open(checked.place);
  expect(notebook.describe().findings).not.toEqual([]);
  expect(checked.checkpoints().of(checked.feed)).toBeUndefined();
});

test('goes on writing behind a checkpoint, and keeps it until there is more to keep', async () => {
  const before = (await stat(checked.kept)).mtimeMs;
  const notebook = await open(checked.place);
  expect(notebook.describe()).toMatchObject({ readOnly: null, findings: [], feed: checked.feed });
  const appended = await notebook.append(entry('after'));
  expect(appended).toMatchObject({ ok: true, value: { feed: checked.feed } });
  await notebook.close();
  expect((await stat(checked.kept)).mtimeMs).toBe(before);
  const again = await open(checked.place);
  expect(await textsOf(again)).toContain('after');
  for (let number = 0; number < 80; number += 1) await again.append(entry('y'.repeat(1_000)));
  await again.close();
  const known = checkpoint().bytes;
  await (await open(checked.place)).close();
  expect(checkpoint().bytes).toBeGreaterThan(known + 65_536);
  expect(await learnedFrom(checked, checked.checkpoints())).toEqual(await learnedFrom(checked));
});

test('cuts off an unfinished line behind a checkpoint', async () => {
  await appendFile(checked.file, '{"p":{"boot":');
  const notebook = await open(checked.place);
  expect(notebook.describe().findings.map(({ code }) => code)).toEqual(['torn-tail']);
  expect(await notebook.append(entry('after'))).toMatchObject({ value: { feed: checked.feed } });
  expect(await readFile(checked.file.replace('.jsonl', '.torn-1'), 'utf8')).toBe('{"p":{"boot":');
});
