import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hexLines } from '#shared/domain/hex-lines.ts';
import { printableStrings } from '#shared/domain/printable-strings.ts';

const bytes = Uint8Array.from([
  ...new TextEncoder().encode('\u0000\u0001MZ\u0090kernel32.dll\u0000ab\u0000\u0000'),
  ...Buffer.from('C:\\evil.exe', 'utf16le'),
  0xff,
  0xfe,
  0x00,
]);

test('bytes stand in lines of sixteen with their place and their letters', () => {
  const lines = hexLines(bytes, 0x1000);
  expect(lines[0]).toEqual({
    offset: '00001000',
    hex: '00 01 4d 5a c2 90 6b 65  72 6e 65 6c 33 32 2e 64',
    text: '..MZ..kernel32.d',
  });
  expect(lines).toHaveLength(Math.ceil(bytes.length / 16));
  expect(hexLines(new Uint8Array(), 0)).toEqual([]);
});

test('the bytes of a hex dump are those that od(1) shows', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kiroku-hex-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, 'file'), bytes);
  const dump = execFileSync('od', ['-An', '-tx1', '-v', path.join(folder, 'file')], {
    encoding: 'utf8',
  });
  const ours = hexLines(bytes, 0).map(({ hex }) => hex);
  expect(ours.join(' ').split(/\s+/)).toEqual(dump.trim().split(/\s+/));
});

test('runs of printable letters are found in both widths, with their place', () => {
  expect(printableStrings(bytes, 100)).toEqual([
    { offset: 106, encoding: 'ascii', text: 'kernel32.dll' },
    { offset: 123, encoding: 'utf-16le', text: 'C:\\evil.exe' },
  ]);
});

test('what runs on is cut, and ends', () => {
  const long = new Uint8Array(65_536).fill(65);
  const [only, ...others] = printableStrings(long, 0);
  expect(others).toEqual([]);
  expect(only?.text).toHaveLength(1_000);
});
