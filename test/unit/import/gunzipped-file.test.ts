import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openGunzipped } from '../../../electron/import/gunzipped-file.ts';
import type { ReadableFile } from '../../../electron/import/readable-file.ts';

const runs = Number(process.env['KIROKU_FUZZ_RUNS'] ?? 500);

const plain = Buffer.from(
  Array.from(
    { length: 400 },
    (_none, at) => `2024-03-01T05:00:${at} web01 line ${at * 7919}\n`,
  ).join(''),
);
const packed = gzipSync(plain);

/** Bytes in memory as a file. */
function fileOf(bytes: Buffer): ReadableFile {
  return {
    size: bytes.length,
    storedSize: bytes.length,
    isOrdinary: true,
    read: async (into, position) => bytes.copy(into, 0, position),
    storedBefore: (position) => position,
    archiveTrouble: () => undefined,
    close: async () => {},
  };
}

/** All that can be unpacked, in blocks of a length, and what was wrong. */
async function unpack(bytes: Buffer, block = 4_096) {
  const file = openGunzipped(fileOf(bytes));
  const blocks: Buffer[] = [];
  let length = 0;
  for (;;) {
    const into = Buffer.alloc(block);
    const filled = await file.read(into, length);
    if (filled === 0) break;
    blocks.push(into.subarray(0, filled));
    length += filled;
  }
  const trouble = file.archiveTrouble();
  await file.close();
  return { content: Buffer.concat(blocks), trouble };
}

test('every damage is either told, or did no harm to the content', async () => {
  const damage = fc.record({
    flips: fc.array(
      fc.record({
        at: fc.nat({ max: packed.length - 1 }),
        bits: fc.integer({ min: 1, max: 255 }),
      }),
      { maxLength: 4 },
    ),
    end: fc.integer({ min: 3, max: packed.length }),
    behind: fc.constantFrom<Buffer>(
      Buffer.alloc(0),
      packed,
      Buffer.from('behind'),
      Buffer.alloc(20),
      packed.subarray(0, 12),
    ),
    block: fc.integer({ min: 1, max: 70_000 }),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ flips, end, behind, block }) => {
      const bytes = Buffer.from(packed);
      for (const { at, bits } of flips) bytes.writeUInt8(bytes.readUInt8(at) ^ bits, at);
      const { content, trouble } = await unpack(
        Buffer.concat([bytes.subarray(0, end), behind]),
        Math.max(block, 512),
      );
      if (trouble !== undefined) return;
      // Told of nothing: then it is the content, once or as often as it was packed.
      const isWhole = content.equals(plain) || content.equals(Buffer.concat([plain, plain]));
      expect(isWhole, `${end} of ${packed.length}, ${JSON.stringify(flips)}`).toBe(true);
    }),
    { numRuns: runs },
  );
}, 600_000);

test('anything behind the magic bytes ends, and says that it is broken', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const { content, trouble } = await unpack(
        Buffer.concat([Buffer.from([0x1f, 0x8b, 0x08]), bytes]),
      );
      expect(trouble === undefined ? content.length : trouble).toBe('archive-broken');
    }),
    { numRuns: runs },
  );
}, 600_000);

test('what is read does not depend on where it is read', async () => {
  const file = openGunzipped(fileOf(packed));
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: plain.length + 100 }),
      fc.integer({ min: 1, max: 3_000 }),
      async (position, length) => {
        const into = Buffer.alloc(length);
        const filled = await file.read(into, position);
        expect(into.subarray(0, filled).equals(plain.subarray(position, position + length))).toBe(
          true,
        );
      },
    ),
    { numRuns: Math.max(100, runs / 10) },
  );
  await file.close();
}, 600_000);
