import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { defang } from '#shared/indicators/defang.ts';
import { extractIndicators } from '#shared/indicators/extract-indicators.ts';
import { indicatorKey } from '#shared/indicators/indicator-key.ts';
import { hurtfulTexts } from '../../fixtures/ioc-text/hurtful-texts.ts';

const runs = Number(process.env['KIROKU_FUZZ_RUNS'] ?? 500);

/** Pieces of which indicators and their marks are made, in any order. */
const piece = fc.constantFrom(
  ...'[.] . hxxp http :// :/ / \\ \\. @ [at] (dot) DOT AT evil com example www 1 255 10.0.0.1 ::1 f: C:\\ HKLM\\ %TEMP%\\ " ` 「 」 。 あ 請求書 ．ｃ ] [ ( ) { } < > , ; \n CVE-2021-44228 T1566 mutex: User-Agent: .exe .zip xn-- é \u200b \ud800 😀 /24 - _'.split(
    ' ',
  ),
  ' ',
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

test('any text can be searched, and every place lies in it', () => {
  fc.assert(
    fc.property(text, (written) => {
      for (const { value, places, count } of extractIndicators(written)) {
        expect(value).not.toBe('');
        expect(count).toBeGreaterThanOrEqual(places.length);
        for (const { start, end } of places) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(written.length);
        }
      }
    }),
    { numRuns: runs },
  );
});

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const domain = fc
  .tuple(label, label, fc.constantFrom('com', 'net', 'co.jp', 'xyz', 'ru', 'zone'))
  .map(([sub, name, suffix]) => `${sub}9.x${name}.${suffix}`);
const indicator = fc.oneof(
  fc
    .ipV4()
    .filter((address) => /^(?:[1-9]|[2-9]\d)\./.test(address) && !address.startsWith('10.'))
    .map((value) => ({ type: 'ipv4' as const, value })),
  domain.map((value) => ({ type: 'domain' as const, value })),
  domain.map((name) => ({ type: 'url' as const, value: `http://${name}/a/b.php` })),
  domain.map((name) => ({ type: 'email' as const, value: `a.b@${name}` })),
);

test('what was defanged for people is found again as it was', () => {
  fc.assert(
    fc.property(
      indicator,
      fc.constantFrom('', '見つかった', 'see '),
      fc.constantFrom('', '。', ', and', ')', 'へ'),
      ({ type, value }, before, after) => {
        const found = extractIndicators(`${before}${defang(type, value)}${after}`);
        expect(found.map((one) => indicatorKey(one.type, one.value))).toEqual([
          indicatorKey(type, value),
        ]);
      },
    ),
    { numRuns: runs },
  );
});

describe('work grows with the length of a text, and no faster', () => {
  const short = hurtfulTexts(1_000);
  test.each(hurtfulTexts(4_000).map(([name, long], at) => [name, long, short[at]?.[1] ?? '']))(
    '%s',
    (_name, long, quarter) => {
      expect(workOn(long)).toBeLessThan(6 * workOn(quarter) + 5_000);
    },
  );
});

/** How many signs were looked at one by one or cut out, and how often expressions were asked and what they matched. */
function workOn(written: string): number {
  const looks = vi.spyOn(String.prototype, 'charCodeAt');
  const cuts = vi.spyOn(String.prototype, 'slice');
  const questions = vi.spyOn(RegExp.prototype, 'exec');
  extractIndicators(written);
  const sizes = [looks.mock.results.length, questions.mock.results.length];
  for (const { value } of cuts.mock.results) sizes.push(String(value).length);
  for (const { value } of questions.mock.results) sizes.push(String(value).length);
  vi.restoreAllMocks();
  return sizes.reduce((sum, size) => sum + size, 0);
}

test.each(hurtfulTexts(100_000))('comes to an end: %s', (_name, hurtful) => {
  expect(extractIndicators(hurtful).length).toBeLessThan(20_000);
});
