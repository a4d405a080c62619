import { expect, test } from 'vitest';
import { killWhileLogging, seededRandom } from './kill-while-logging.ts';

// Twenty-five rounds and more: test/fault/kill.test.ts.
test('loses nothing it acknowledged when it is killed at random moments', async () => {
  const count = await killWhileLogging(5, seededRandom(20_240_301));
  expect(count.acknowledged).toBeGreaterThan(5);
}, 120_000);
