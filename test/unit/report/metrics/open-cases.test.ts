import { describe, expect, test } from 'vitest';
import { buildReportModel } from '#shared/report/build-report-model.ts';
import { boundsOf } from '#shared/report/metrics/interval.ts';
import { caseNotebook, hasOpenCases } from '../case-notebooks.ts';
import { reportOptions } from '../sample-notebooks.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

function measured(name: string, tags: Readonly<Record<number, string>>) {
  const sample = caseNotebook(name, tags);
  const { metrics } = buildReportModel(sample.state, reportOptions('en', sample));
  const known = metrics.times.flatMap(({ id, interval }) => {
    const bounds = boundsOf(interval);
    return bounds === undefined ? [] : [[id, [bounds.least, bounds.most]] as const];
  });
  return { metrics, known: Object.fromEntries(known) };
}

/** What stands here was reckoned by hand from the published times. */
describe.skipIf(!hasOpenCases)('metrics of the published cases', () => {
  test('Cloudflare 2023: seconds for the attacker, minutes for the response', () => {
    const { metrics, known } = measured('cloudflare-thanksgiving-2023', {
      6: 'first_access',
      17: 'detected',
      18: 'acknowledged',
      21: 'declared',
      22: 'contained',
      24: 'eradicated',
      27: 'closed',
    });
    expect(known).toEqual({
      // 18 Oct (the whole day) to 23 Nov 16:00 (that minute).
      ttd: [35 * day + 16 * hour, 36 * day + 16 * hour + minute],
      // 15 Nov 16:28:38 to 23 Nov 16:00.
      dwell: [
        7 * day + 23 * hour + 31 * minute + 22_000,
        7 * day + 23 * hour + 32 * minute + 22_000,
      ],
      // 15 Nov 16:28:38 to 24 Nov 11:59.
      presence: [
        8 * day + 19 * hour + 30 * minute + 22_000,
        8 * day + 19 * hour + 31 * minute + 22_000,
      ],
      tta: [11 * minute, 13 * minute],
      ttdecl: [102 * minute, 104 * minute],
      ttc: [5 * hour + 30 * minute, 5 * hour + 32 * minute],
      tte: [19 * hour + 58 * minute, 20 * hour],
      // To 5 Jan, the whole day.
      ttclose: [42 * day + 7 * hour + 59 * minute, 43 * day + 8 * hour],
    });
    expect(metrics.known).toEqual({ exact: 0, bounded: 8, negative: 0, unknown: 5 });
    expect(metrics.milestones.get('first_activity')).toMatchObject({ by: 'first-adversary' });
    expect(metrics.times.find(({ id }) => id === 'ttr')?.missing).toEqual(['recovered']);
  });

  test('Equifax 2017: days, with the change of clocks on 12 March in between', () => {
    const { known } = measured('equifax-2017', {
      5: 'first-access',
      13: 'Detected',
      14: 'contained',
      15: 'escalated',
    });
    expect(known).toEqual({
      // 10 March to 29 July: 141 days apart, an hour short, a day either way.
      ttd: [140 * day - hour, 142 * day - hour],
      dwell: [76 * day, 78 * day],
      presence: [77 * day, 79 * day],
      ttc: [0, 2 * day],
      ttesc: [day, 3 * day],
    });
  });

  test('JPCERT/CC training: nobody detected anything, which is not zero', () => {
    const { metrics, known } = measured('jpcert-training-v2', {
      2: '最初の侵入',
      7: '最初の横展開',
    });
    expect(known).toEqual({ breakout: [17 * minute, 19 * minute] });
    expect(metrics.times.find(({ id }) => id === 'ttd')).toMatchObject({
      interval: { kind: 'unknown' },
      missing: ['detected'],
    });
  });

  test('Osaka 2022: "about seven" widens every length of time', () => {
    const { metrics, known } = measured('osaka-gmc-2022', {
      1: 'first_access',
      4: 'detected',
      21: 'recovered',
    });
    const about = metrics.milestones.get('detected')?.at.plusMinusMs ?? 0;
    expect(about).toBeGreaterThan(0);
    expect(known).toEqual({
      // 31 Oct (some time of it) to about 07:00 of the same day.
      ttd: [0, 7 * hour + minute + about],
      dwell: [0, 7 * hour + minute + about],
      // About 07:00 on 31 Oct to 12 Dec (some time of it): 42 days less seven hours, and a day.
      ttr: [42 * day - 7 * hour - minute - about, 43 * day - 7 * hour + about],
    });
  });
});
