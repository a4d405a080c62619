import { expect, test } from 'vitest';
import { killWhileChangingKey } from './kill-while-changing-key.ts';
import { killWhileLogging, seededRandom } from './kill-while-logging.ts';

// Forty rounds of each: test/fault/kill.test.ts.
test('loses nothing it acknowledged when it is killed at random moments', async () => {
  const count = await killWhileLogging(5, seededRandom(20_240_301));
  expect(count.acknowledged).toBeGreaterThan(5);
}, 120_000);

test('goes on under the old key or the new one when it is killed amid a change', async () => {
  const count = await killWhileChangingKey(4, seededRandom(20_261_122));
  expect(count.rounds).toBe(4);
}, 120_000);
