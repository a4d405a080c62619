import { expect, test } from 'vitest';
import { cutTo, damageable, flipBit } from '../integration/notebook/damage.ts';
import { seededRandom } from '../integration/notebook/kill-while-logging.ts';

test.each([true, false])(
  'keeps every whole line, wherever the last two lines are cut (remembers: %s)',
  async (remembers) => {
    const damaged = await damageable();
    const { content } = damaged;
    const lastLine = content.subarray(0, -1).lastIndexOf(0x0a) + 1;
    const secondToLast = content.subarray(0, lastLine - 1).lastIndexOf(0x0a) + 1;
    for (let length = secondToLast; length < content.length; length += 1)
      await cutTo(damaged, length, remembers);
    expect(content.length - secondToLast).toBeGreaterThan(1_000);
  },
);

test('finds a flipped bit anywhere, and loses no other line to it', async () => {
  const damaged = await damageable();
  const random = seededRandom(Date.now());
  for (let offset = 0; offset < damaged.content.length; offset += 1)
    await flipBit(damaged, offset, Math.floor(random() * 8));
  expect(damaged.content.length).toBeGreaterThan(2_000);
});
