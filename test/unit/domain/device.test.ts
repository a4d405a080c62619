import { expect, test } from 'vitest';
import { countDevices } from '#shared/domain/device.ts';

test.each([
  ['nobody has written', [], 0],
  ['two devices', [{ id: 'a' }, { id: 'b' }], 2],
  ['one that changed its key and has written since', [{ id: 'a', successor: 'b' }, { id: 'b' }], 1],
  ['one that changed its key and has not written yet', [{ id: 'a', successor: 'b' }], 1],
  [
    'one that changed it twice, beside another',
    [{ id: 'a', successor: 'b' }, { id: 'b', successor: 'c' }, { id: 'd' }],
    2,
  ],
])('counts devices, not feeds: %s', (_what, feeds, count) => {
  expect(countDevices(feeds)).toBe(count);
});
