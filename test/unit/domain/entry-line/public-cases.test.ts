import { describe, expect, test } from 'vitest';
import { parseEntryLine } from '#shared/domain/entry-line/parse-entry-line.ts';
import { latestMs, earliestMs } from '#shared/domain/time/entry-time.ts';
import { toInstants } from '#shared/domain/time/zone.ts';
import { factLine, havePublicCases, publicCases } from '../../../fixtures/public-cases.ts';
import { lineContext } from './entry-line-context.ts';

/** What an instant typed in a case's zone is in UTC; a day or month is its first instant. */
function toMs(text: string, zone: string): number | undefined {
  if (text.includes('T')) return Date.parse(text);
  return toInstants(
    zone,
    Date.parse(text.length === 7 ? `${text}-01T00:00Z` : `${text}T00:00Z`),
  )[0];
}

describe.each(publicCases)('$id', ({ defaultTimezone: zone, facts }) => {
  test.each(facts)('fact $seq can be logged', (fact) => {
    const { draft, problems } = parseEntryLine(factLine(fact), lineContext(zone));
    expect(problems).toEqual([]);
    expect(draft).toMatchObject({
      text: fact.fact.trim(),
      kind: fact.killChain === null && fact.techniques.length === 0 ? 'observation' : 'adversary',
      hosts: fact.host === undefined ? [] : [fact.host],
      techniques: fact.techniques,
      at: { precision: fact.precision === 'range' ? 'day' : fact.precision, relation: 'at' },
    });
    expect(draft.stages).toHaveLength(fact.killChain === null ? 0 : 1);

    const { at } = draft;
    if (!at) throw new Error('no time');
    const startMs =
      fact.eventTimeUtc === null ? toMs(fact.eventTime, zone) : Date.parse(fact.eventTimeUtc);
    expect(Date.parse(at.utc ?? '')).toBe(startMs);
    expect(at.untilUtc === null ? undefined : Date.parse(at.untilUtc)).toBe(
      fact.endTime === undefined ? undefined : toMs(fact.endTime, zone),
    );
    expect(at.plusMinusMs > 0).toBe(fact.approx === true);
    expect(earliestMs(at)).toBeLessThanOrEqual(startMs ?? 0);
    expect(latestMs(at)).toBeGreaterThan(startMs ?? 0);
  });
});

test('all four cases were tried, or it is said that they are not here', () => {
  const missing = 'SKIPPED: no public cases beside this checkout; their facts were not tried.';
  // oxlint-disable-next-line no-console -- a test that does not run has to say so
  console.log(havePublicCases ? `${publicCases.length} public cases tried` : missing);
  expect(publicCases.map(({ facts }) => facts.length).toSorted((a, b) => a - b)).toEqual(
    havePublicCases ? [16, 23, 25, 29] : [],
  );
});
