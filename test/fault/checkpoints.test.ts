import { open } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readCheckedPrefix } from '../../electron/notebook/checked-prefix.ts';
import { checkedNotebook, learnedOfChanged } from '../integration/notebook/checked-notebook.ts';
import { seededRandom } from '../integration/notebook/kill-while-logging.ts';

test('lets no checkpoint stand over a flipped bit, wherever it is', async () => {
  const checked = await checkedNotebook();
  const { feed, file, content } = checked;
  const checkpoint = checked.checkpoints().of(feed);
  if (checkpoint === undefined) throw new Error('nothing was kept');
  const random = seededRandom(Date.now());
  const handle = await open(file, 'r+');
  const put = (byte: number, at: number) => handle.write(Uint8Array.of(byte), 0, 1, at);
  const stood: number[] = [];
  // A random one of every seven: each run looks at others.
  for (let from = 0; from + 7 <= checkpoint.bytes; from += 7) {
    const at = from + Math.floor(random() * 7);
    const byte = content[at] ?? 0;
    await put(byte ^ (1 << Math.floor(random() * 8)), at);
    if ((await readCheckedPrefix(file, checkpoint)) !== undefined) stood.push(at);
    await put(byte, at);
  }
  await handle.close();
  expect(stood).toEqual([]);
  expect(await readCheckedPrefix(file, checkpoint)).toBeDefined();
});

test('learns of a flipped bit what it learns without a checkpoint', async () => {
  const checked = await checkedNotebook();
  const { content } = checked;
  const random = seededRandom(Date.now());
  for (let offset = 0; offset < content.length; offset += 997) {
    const changed = Buffer.from(content);
    changed[offset] = (changed[offset] ?? 0) ^ (1 << Math.floor(random() * 8));
    const { quick, whole } = await learnedOfChanged(checked, changed);
    expect({ offset, quick }).toEqual({ offset, quick: whole });
    expect(quick.check.findings).not.toEqual([]);
  }
  expect(content.length).toBeGreaterThan(80_000);
});
