import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EntryLineReading } from '#shared/domain/entry-line/entry-draft.ts';
import { parseEntryLine } from '#shared/domain/entry-line/parse-entry-line.ts';
import { lineContext } from './entry-line-context.ts';

const read = (line: string): EntryLineReading => parseEntryLine(line, lineContext());

const fragments = [
  '14:02',
  '2021-10-31',
  '~',
  '<',
  '-5m',
  '@',
  '＠',
  'pacs01',
  '#',
  'vpn',
  '!',
  '3',
  '/',
  'T1566',
  '.001',
  '^',
  'E-004',
  ':',
  'note',
  '?',
  '*',
  '＊',
  '\\',
  '"',
  '「',
  '」',
  ' ',
  '\n',
  '\u3000',
  '\t',
  ',',
  '。',
  'on',
  'が',
  'text',
  '停止',
  '\ud83d',
  '\u202e',
  '１４：０２',
  '昨日',
  '10:30',
  '&',
  '＆',
  '$',
  'dns',
  '>#',
  '=#7',
  '→',
  'n',
  '検知',
  'noticed:',
  ':probable',
  ':推定',
  '👩‍💻',
  '\u2067',
  '\r\n',
  'PST',
] as const;
const anyLine = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.array(fc.constantFrom(...fragments), { maxLength: 25 }).map((parts) => parts.join('')),
);

/** A line that breaks a rule, or null. */
function findBreach(holds: (line: string) => boolean, numRuns: number): readonly unknown[] | null {
  return fc.check(fc.property(anyLine, holds), { numRuns }).counterexample;
}

/** True when all of `short` stands in `long` in its order, whatever stands between. */
function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const unit of long) if (short.startsWith(unit, at)) at += unit.length;
  return at === short.length;
}

test('never throws, and its tokens lie end to end over the line', () => {
  const breach = findBreach((line) => {
    const { tokens, problems, draft } = read(line);
    let end = 0;
    for (const token of tokens) {
      if (token.start !== end || token.end <= token.start) return false;
      if (token.raw !== line.slice(token.start, token.end)) return false;
      end = token.end;
    }
    return end === line.length && (draft.text !== '' || problems.length > 0);
  }, 5_000);
  expect(breach).toBeNull();
});

test('no letter or digit outside a recognised token is missing from the text', () => {
  const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const breach = findBreach((line) => {
    const { tokens, draft } = read(line);
    const outside = tokens
      .filter(({ kind, problem }) => kind === 'text' || problem !== undefined)
      .map(({ raw }) => raw)
      .join('');
    // Bare words of hosts and tags may stand between.
    return isSubsequence(letters(outside), letters(draft.text));
  }, 2_000);
  expect(breach).toBeNull();
});

describe('a line of 100,000 characters is read in time that grows with its length', () => {
  const workMs = (line: string): number => {
    const before = process.cpuUsage();
    read(line);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
  test.each([
    'a',
    'word ',
    '!3 ',
    '@a ',
    '#tag,',
    '@" ',
    '@「 ',
    ')',
    '\\',
    '\\@ ',
    '? ',
    '* x ',
    '14:02 ',
    '1',
    '1:',
    '~',
    '2021-',
    '\n',
    '\n@a ',
    '&a ',
    '$" ',
    '=#1 ',
    'n1:00 ',
    'n1:0',
    'n:1 ',
    '検知:10月31日 ',
    '\\n1:00 ',
    '\u202e',
    '👩‍💻 ',
    '\ud83d',
    '   ',
  ])('%j', (part) => {
    const line = part.repeat(Math.ceil(100_000 / part.length));
    // Not a benchmark: work that grows with the square of the line would take tens of seconds.
    expect(Math.max(workMs(line), workMs(`@${line}`))).toBeLessThan(5_000);
  });
});

test('a line of 200 kB is read whole, whatever it is made of', () => {
  const parts = ['@a ', '=#1 ', 'n10:30 ', '\u2067文 ', '👩‍💻', '\ud83d'];
  for (const part of parts) {
    const line = part.repeat(Math.ceil(200_000 / part.length));
    const { tokens, draft } = read(`14:02 ${line}word`);
    expect(tokens.map(({ raw }) => raw).join('')).toBe(`14:02 ${line}word`);
    expect(draft.text.endsWith('word')).toBe(true);
  }
}, 60_000);
