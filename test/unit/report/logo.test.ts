import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBase64 } from '#shared/lib/base64.ts';
import { documentLogo, longestLogoBytes, readLogo } from '#shared/report/logo.ts';
import {
  jpegPicture,
  logoOf,
  pngChunk,
  pngPicture,
  progressivePicture,
} from '../../fixtures/logos.ts';

const png = pngPicture(60, 20);
const nothing = Buffer.alloc(0);
const zip = Buffer.from('504b0506' + '00'.repeat(18), 'hex');

test('base64 is read as others write it, and nothing else is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(readBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
    }),
  );
  for (const wrong of ['a', 'ab=', 'ab==c', 'ab c', 'a===', '====', 'ab\n=', 'あ===', 'ab-_'])
    expect(readBase64(wrong), wrong).toBeUndefined();
});

test.each([
  ['a PNG', png, { kind: 'png', width: 60, height: 20 }],
  ['a JPEG', jpegPicture, { kind: 'jpg', width: 48, height: 16 }],
  ['a progressive JPEG', progressivePicture, { kind: 'jpg', width: 48, height: 16 }],
])('%s is read with its size', (_name, bytes, facts) => {
  expect(readLogo(bytes)).toEqual({ ok: true, value: facts });
});

test.each([
  ['nothing', nothing, 'not-a-picture'],
  [
    'an SVG',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
    'not-a-picture',
  ],
  ['an archive', zip, 'not-a-picture'],
  ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000'), 'not-a-picture'],
  ['an archive after the signature of a PNG', Buffer.concat([png.subarray(0, 8), zip]), 'damaged'],
  ['a PNG with an archive behind it', Buffer.concat([png, zip]), 'damaged'],
  ['a PNG that is cut off', png.subarray(0, png.length - 20), 'damaged'],
  ['a PNG of a header alone', png.subarray(0, 33), 'damaged'],
  [
    'a PNG without pixels',
    Buffer.concat([png.subarray(0, 33), pngChunk('IEND', nothing)]),
    'damaged',
  ],
  [
    'a PNG whose chunk is longer than the file',
    Buffer.concat([png.subarray(0, 33), Buffer.from('ffffffff49444154', 'hex'), png]),
    'damaged',
  ],
  ['a PNG without width', pngPicture(1, 1, { claimed: [0, 1] }), 'damaged'],
  ['a bomb', pngPicture(1, 1, { claimed: [65_535, 65_535] }), 'too-many-pixels'],
  ['a PNG that moves', pngPicture(4, 4, { before: pngChunk('acTL', Buffer.alloc(8)) }), 'animated'],
  ['a JPEG that is cut off', jpegPicture.subarray(0, jpegPicture.length - 30), 'damaged'],
  ['a JPEG that is cut off before its scan', jpegPicture.subarray(0, 180), 'damaged'],
  ['a JPEG without a scan', Buffer.concat([jpegPicture.subarray(0, 178), zip]), 'damaged'],
  ['a JPEG with an archive behind it', Buffer.concat([jpegPicture, zip]), 'damaged'],
  ['more than a report carries', Buffer.alloc(longestLogoBytes + 1, png), 'too-large'],
])('%s is no logo', (_name, bytes, fault) => {
  expect(readLogo(bytes)).toEqual({ ok: false, error: fault });
});

test('any bytes after a signature end in an answer', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(png.subarray(0, 8), png.subarray(0, 33), jpegPicture.subarray(0, 3)),
      fc.uint8Array({ maxLength: 400 }),
      (head, rest) => {
        expect(typeof readLogo(Buffer.concat([head, rest])).ok).toBe('boolean');
      },
    ),
  );
});

test.each([
  [6000 / 4, 500, 60, 20],
  [4000, 100, 60, 1.5],
  [100, 4000, 0.5, 20],
  // Smaller than its room: as large as a browser draws it.
  [96, 48, 25.4, 12.7],
])('a picture of %d by %d pixels takes %d by %d mm', (width, height, widthMm, heightMm) => {
  const drawn = documentLogo(logoOf(pngPicture(1, 1, { claimed: [width, height] })));
  expect(drawn?.widthMm).toBeCloseTo(widthMm);
  expect(drawn?.heightMm).toBeCloseTo(heightMm);
});
