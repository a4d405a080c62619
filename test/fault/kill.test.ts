import { expect, test } from 'vitest';
import { killWhileChangingKey } from '../integration/notebook/kill-while-changing-key.ts';
import { killWhileLogging, seededRandom } from '../integration/notebook/kill-while-logging.ts';

test('loses nothing it acknowledged in forty kills at random moments', async () => {
  const seed = Date.now();
  const count = await killWhileLogging(40, seededRandom(seed));
  process.stdout.write(`seed ${seed}: ${JSON.stringify(count)}\n`);
  expect(count.acknowledged).toBeGreaterThan(40);
});

test('goes on under the old key or the new one after forty kills amid a change', async () => {
  const seed = Date.now();
  const count = await killWhileChangingKey(40, seededRandom(seed));
  process.stdout.write(`seed ${seed}: ${JSON.stringify(count)}\n`);
  expect(count.feeds).toBeGreaterThan(1);
  expect(count.kept).toBeGreaterThan(0);
});
