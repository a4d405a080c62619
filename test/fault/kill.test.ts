import { expect, test } from 'vitest';
import { killWhileLogging, seededRandom } from '../integration/notebook/kill-while-logging.ts';

test('loses nothing it acknowledged in forty kills at random moments', async () => {
  const seed = Date.now();
  const count = await killWhileLogging(40, seededRandom(seed));
  process.stdout.write(`seed ${seed}: ${JSON.stringify(count)}\n`);
  expect(count.acknowledged).toBeGreaterThan(40);
});
