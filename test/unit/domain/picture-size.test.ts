import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readPictureFacts } from '#shared/domain/picture-size.ts';

const picture = readFileSync(
  path.resolve(import.meta.dirname, '../../../docs/images/report-en.png'),
);

/** A JPEG of nothing but its header: one table, then a frame of a size. */
function jpeg(width: number, height: number): Uint8Array {
  const frame = [0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3];
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xc4, 0, 4, 1, 2, ...frame, 0, 0, 0]);
}

test('the size of a picture is read out of its header', () => {
  const { width, height, kind } = readPictureFacts(picture) ?? {};
  expect(kind).toBe('png');
  expect([width, height]).toEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)]);
  expect(readPictureFacts(jpeg(640, 480))).toEqual({ kind: 'jpg', width: 640, height: 480 });
});

test.each([
  ['nothing', new Uint8Array()],
  ['a text', new TextEncoder().encode('<svg onload=alert(1)>')],
  ['a PNG that ends after its signature', picture.subarray(0, 8)],
  [
    'a PNG without IHDR',
    Uint8Array.from([...picture.subarray(0, 8), ...Array<number>(20).fill(0)]),
  ],
  [
    'a JPEG without a frame',
    Uint8Array.from([0xff, 0xd8, 0xff, 0xda, ...Array<number>(20).fill(0)]),
  ],
  [
    'a JPEG whose segments stand still',
    Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, ...Array<number>(20).fill(0)]),
  ],
  ['a JPEG of no height', jpeg(640, 0)],
])('%s has none', (_name, bytes) => {
  expect(readPictureFacts(bytes)).toBeUndefined();
});
