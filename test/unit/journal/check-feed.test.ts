import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFeedCheck, type FeedCheck } from '#shared/journal/check-feed.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import { nodeCrypto } from '../../../electron/notebook/node-crypto.ts';
import { makeVectors } from '../../fixtures/make-vectors.ts';
import { rawLinesOf } from '../../fixtures/notebook-files.ts';
import { addEntry } from '../../fixtures/test-operations.ts';
import { fileOf, vectorNotebook, writer } from '../../fixtures/vector-parts.ts';

const crypto = nodeCrypto();
const vectors = makeVectors();
const device = writer();
const whole = Buffer.from(fileOf(device.texts), 'utf8');

/** Reads a feed's bytes; returns the lines that may be folded and the verdict. */
function read(
  bytes: Uint8Array,
  options = { signatures: true },
  feed = device.feed,
): { readonly lines: SignedLine[]; readonly check: FeedCheck } {
  const reader = createFeedCheck(feed, vectorNotebook, crypto, options);
  const lines: SignedLine[] = [];
  for (const raw of rawLinesOf(bytes)) {
    const line = reader.push(raw);
    if (line !== undefined) lines.push(line);
  }
  return { lines, check: reader.finish() };
}

function codes(check: FeedCheck): string[] {
  return check.findings.map(({ code }) => code);
}

describe('reading a feed', () => {
  test('returns every line as it was signed and tells where it may be continued', () => {
    const { lines, check } = read(whole);
    expect(lines).toEqual(device.lines);
    expect(check).toMatchObject({
      publicKey: device.key.publicKey,
      head: { seq: 3, hash: device.lines[3]?.hash, lam: 3 },
      lines: 4,
      findings: [],
      appendable: true,
      whole: true,
    });
    expect(check.torn).toBeUndefined();
  });

  test('takes a file cut at any byte as an unfinished line, never as damage', () => {
    for (let at = 0; at < whole.length; at += 1) {
      const bytes = whole.subarray(0, at);
      const complete = bytes.toString('utf8').split('\n').length - 1;
      const rest = at - (bytes.lastIndexOf(0x0a) + 1);
      // The signatures are another test's business; here they would be checked ten thousand times.
      const { lines, check } = read(bytes, { signatures: false });
      expect(lines).toHaveLength(complete);
      expect(check.appendable, `cut at ${at}`).toBe(true);
      expect(check.torn).toEqual(rest === 0 ? undefined : { line: complete + 1, bytes: rest });
      expect(codes(check)).toEqual(at === 0 ? ['feed-empty'] : rest === 0 ? [] : ['torn-tail']);
    }
  });

  test('after the torn bytes are cut off, the same lines are read and nothing is found', () => {
    const torn = Buffer.concat([whole, Buffer.from('{"p":{"boot":"half\u0000\u0000')]);
    const { check } = read(torn);
    const mended = torn.subarray(0, torn.length - (check.torn?.bytes ?? 0));
    expect(mended.equals(whole)).toBe(true);
  });

  test('counts the newline of a last line that does not parse among the torn bytes', () => {
    const torn = Buffer.concat([whole, Buffer.from('\0\0\0\n')]);
    const { check } = read(torn);
    expect(check.torn).toEqual({ line: 5, bytes: 4 });
    expect(check.appendable).toBe(true);
  });

  test('finds every flipped bit and still reads the other lines', () => {
    fc.assert(
      fc.property(fc.noBias(fc.nat({ max: whole.length - 1 })), fc.nat({ max: 7 }), (at, bit) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const { lines, check } = read(bytes);
        expect(codes(check)).not.toEqual([]);
        // A newline that is no longer one joins two lines.
        expect(lines.length).toBeGreaterThanOrEqual(device.lines.length - 2);
        for (const line of lines) expect(device.lines).toContainEqual(line);
      }),
      { numRuns: 300 },
    );
  });

  test('the quick way finds a changed line by the one after it', () => {
    const bytes = Buffer.from(whole.toString('utf8').replace('server down', 'server fine'));
    const quick = read(bytes, { signatures: false });
    expect(quick.lines).toHaveLength(4);
    expect(quick.check.findings).toMatchObject([{ code: 'chain-broken', line: 4 }]);
    expect(quick.check.appendable).toBe(false);
    expect(codes(read(bytes).check)).toEqual(['bad-signature']);
  });

  test('the quick way asks for no signature', () => {
    const silent = { ...crypto, verify: () => expect.unreachable('a signature was checked') };
    const reader = createFeedCheck(device.feed, vectorNotebook, silent, { signatures: false });
    for (const raw of rawLinesOf(whole)) reader.push(raw);
    expect(reader.finish().findings).toEqual([]);
  });

  test('reads the lines after a damaged first line and says that they were not checked', () => {
    const bytes = Buffer.from(fileOf(['{"p":', ...device.texts.slice(1)]), 'utf8');
    const { lines, check } = read(bytes);
    expect(lines).toEqual(device.lines.slice(1));
    expect(codes(check)).toEqual(['line-unreadable', 'key-missing']);
    expect(check.appendable).toBe(false);
  });

  test('sets both lines of a fork aside, with everything after them', () => {
    const [name, bytes] = [...(vectors['fork']?.files ?? [])].find(([file]) =>
      file.startsWith('feeds/'),
    ) ?? ['', new Uint8Array()];
    expect(name).toContain(device.feed);
    const { lines, check } = read(bytes);
    expect(check.forkedAt).toBe(2);
    expect(check.head?.seq).toBe(1);
    expect(check.lines).toBe(2);
    // The first of the two was returned before the second was seen: whoever folds takes it out again.
    expect(lines.filter(({ p }) => p.seq < (check.forkedAt ?? Infinity))).toHaveLength(2);
    expect(check.appendable).toBe(false);
  });

  test('never continues a feed that has a line of a newer version', () => {
    const newer = writer();
    newer.append(addEntry('From the future.'), (p) => ({ ...p, v: 2 }));
    const { lines, check } = read(Buffer.from(fileOf(newer.texts)));
    expect(lines).toHaveLength(4);
    expect(check).toMatchObject({ lines: 5, head: { seq: 4 }, appendable: false, whole: false });
    expect(check.findings).toMatchObject([{ code: 'newer-line', severity: 'note', line: 5 }]);
  });

  test('goes on behind lines of a newer version that stand in the middle', () => {
    const mixed = writer();
    mixed.append(addEntry('From the future.'), (p) => ({ ...p, v: 2 }));
    mixed.append(addEntry('Back again.'));
    const { lines, check } = read(Buffer.from(fileOf(mixed.texts)));
    expect(lines.map(({ p }) => p.seq)).toEqual([0, 1, 2, 3, 5]);
    expect(codes(check)).toEqual(['newer-line']);
  });

  test('takes the text of a line for the signature, not what a schema made of it', () => {
    const odd = writer();
    odd.append(JSON.parse('{"t":"hologram.add","__proto__":{"sides":6}}') as { t: string });
    const { lines, check } = read(Buffer.from(fileOf(odd.texts)));
    expect(check.findings).toEqual([]);
    expect(lines).toHaveLength(5);
  });

  test('keeps a byte order mark: such a line is not canonical', () => {
    const { lines, check } = read(Buffer.concat([Buffer.from('\ufeff'), whole]));
    expect(lines).toHaveLength(3);
    expect(codes(check)).toContain('line-unreadable');
  });

  test('lists no more than a hundred findings of a feed and counts the others', () => {
    const { check } = read(Buffer.concat([whole, Buffer.from('x\n'.repeat(5000))]));
    expect(codes(check)).toEqual([
      ...Array<string>(100).fill('line-unreadable'),
      'torn-tail',
      'more-findings',
    ]);
    expect(check.findings.at(-1)?.values).toEqual({ n: 4899 });
  });
});
