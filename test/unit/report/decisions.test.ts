import { expect, test } from 'vitest';
import { fold } from '#shared/journal/fold.ts';
import { buildReportModel } from '#shared/report/build-report-model.ts';
import { renderMarkdown } from '#shared/report/render-markdown.ts';
import { writeReport } from '#shared/report/write-report.ts';
import type { ReportOptions } from '#shared/report/report-options.ts';
import { createTestDevice, testId } from '../../fixtures/test-device.ts';

const device = createTestDevice(testId('report decisions'), 'aoki');
device.append({
  t: 'incident.set',
  fields: { title: 'Ward', tlp: 'RED', phase: 'detection-analysis', functionalImpact: 'high' },
});
device.append({ t: 'incident.set', fields: { phase: 'post-incident' }, because: 'secret reason' });
device.append({
  t: 'authority.set',
  authority: testId('line'),
  fields: { power: 'isolate-segment', holder: 'Sato Hanako' },
});
device.append({
  t: 'decision.set',
  decision: testId('cut'),
  fields: {
    question: 'Cut off the ward?',
    options: [{ text: 'Wait', because: 'Sato Hanako said it spreads' }],
    chosen: { text: 'Cut it off', because: 'two more hosts' },
    approvedBy: 'Sato Hanako',
    authority: testId('line'),
  },
});
device.append({
  t: 'deadline.set',
  deadline: testId('gdpr'),
  fields: {
    name: 'Report to the authority',
    rule: 'Within 72 hours',
    shift: { due: '2026-02-01T00:00:00Z', because: 'asked for more time' },
  },
});

function report(options: Partial<ReportOptions> = {}): string {
  const model = buildReportModel(fold(device.lines), {
    language: 'en',
    zone: 'UTC',
    generatedAtMs: Date.parse('2026-01-05T00:00:00Z'),
    app: { name: 'Kiroku', version: '1' },
    ...options,
  });
  return renderMarkdown(writeReport(model));
}

test('a report tells the question, what was rejected and why, and who approved it under what', () => {
  const text = report();
  for (const said of [
    'Cut off the ward?',
    'Cut it off',
    'two more hosts',
    'Wait',
    'Sato Hanako',
    'Report to the authority',
    'Within 72 hours',
    'asked for more time',
    'High: a critical service lost for all',
  ])
    expect(text).toContain(said);
});

test('roles stand in the place of names in decisions too, and in their reasons', () => {
  expect(report({ redaction: { roles: true } })).not.toContain('Sato');
});

test('what is above the limit of a report is not in it', () => {
  const text = report({ redaction: { limit: 'GREEN' } });
  for (const held of [
    'Cut off the ward',
    'Cut it off',
    'Sato',
    'Report to the authority',
    'asked for more time',
    'secret reason',
    'High: a critical',
  ])
    expect(text).not.toContain(held);
});
