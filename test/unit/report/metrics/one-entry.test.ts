import { expect, test } from 'vitest';
import { buildReportModel } from '#shared/report/build-report-model.ts';
import { createTestDevice, testId } from '../../../fixtures/test-device.ts';
import { addEntry, entryContent, setIncident } from '../../../fixtures/test-operations.ts';
import { reportOptions, sampleOf } from '../sample-notebooks.ts';

const noon = { ...entryContent('').at, plusMinusMs: 15 * 60_000 };

function timeToAcknowledge(at: Parameters<typeof addEntry>[1] & object, isOne: boolean) {
  const desk = createTestDevice(testId('metrics'), 'desk');
  desk.append(setIncident({ title: 'Ward three' }));
  const tags = isOne ? ['detected', 'acknowledged'] : ['detected'];
  desk.append({
    ...addEntry('Records cannot be read.', { ...at, tags }),
    id: testId('first'),
  });
  if (!isOne)
    desk.append({
      ...addEntry('Somebody looks.', { ...at, tags: ['acknowledged'] }),
      id: testId('second'),
    });
  const { metrics } = buildReportModel(
    sampleOf([desk]).state,
    reportOptions('en', sampleOf([desk])),
  );
  return metrics.times.find(({ id }) => id === 'tta')?.interval;
}

test('two milestones of one entry lie no time apart, however roughly its time is known', () => {
  expect(timeToAcknowledge({ at: noon }, true)).toEqual({ kind: 'exact', ms: 0 });
});

test('two entries of the same rough time may lie half an hour apart', () => {
  expect(timeToAcknowledge({ at: noon }, false)).toEqual({
    kind: 'bounded',
    leastMs: 0,
    mostMs: 31 * 60_000,
  });
});

test('an entry about a stretch of time says nothing of how its two milestones lie in it', () => {
  const stretch = { ...noon, plusMinusMs: 0, untilUtc: '2026-01-05T04:00:00Z' };
  expect(timeToAcknowledge({ at: stretch }, true)).toMatchObject({ kind: 'bounded', leastMs: 0 });
});
