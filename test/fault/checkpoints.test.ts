import { writeFile } from 'node:fs/promises';
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
  const changed = Buffer.from(content);
  let checkedBytes = 0;
  for (let offset = 0; offset < checkpoint.bytes; offset += 1) {
    const bit = 1 << Math.floor(random() * 8);
    changed[offset] = (content[offset] ?? 0) ^ bit;
    await writeFile(file, changed);
    if ((await readCheckedPrefix(file, checkpoint)) === undefined) checkedBytes += 1;
    changed[offset] = content[offset] ?? 0;
  }
  expect(checkedBytes).toBe(checkpoint.bytes);
  await writeFile(file, content);
  expect(await readCheckedPrefix(file, checkpoint)).toBeDefined();
});

test('learns of a flipped bit what it learns without a checkpoint', async () => {
  const checked = await checkedNotebook();
  const { content } = checked;
  const random = seededRandom(Date.now());
  for (let offset = 0; offset < content.length; offset += 97) {
    const changed = Buffer.from(content);
    changed[offset] = (changed[offset] ?? 0) ^ (1 << Math.floor(random() * 8));
    const { quick, whole } = await learnedOfChanged(checked, changed);
    expect({ offset, quick }).toEqual({ offset, quick: whole });
    expect(quick.check.findings).not.toEqual([]);
  }
  expect(content.length).toBeGreaterThan(80_000);
});
