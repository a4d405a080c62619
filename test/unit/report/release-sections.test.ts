import { expect, test } from 'vitest';
import { fold } from '#shared/journal/fold.ts';
import { buildReportModel } from '#shared/report/build-report-model.ts';
import { renderHtml } from '#shared/report/render-html.ts';
import { renderMarkdown } from '#shared/report/render-markdown.ts';
import { minutesDocument } from '#shared/report/review/minutes-document.ts';
import { writeReport } from '#shared/report/write-report.ts';
import { createTestDevice, testId } from '../../fixtures/test-device.ts';
import { addEntry } from '../../fixtures/test-operations.ts';

const review = testId('the meeting');
const release = testId('the version');

/** A notebook in which everything of a meeting and a release names Taro. */
function meeting(tlp = 'AMBER') {
  const device = createTestDevice(testId('release sections'), 'A', { by: 'Taro' });
  device.append({ t: 'incident.set', fields: { title: 'Ward 3', tlp } });
  device.append(addEntry('<b>first</b> login'));
  device.append({
    t: 'release.submit',
    id: release,
    no: 'R-001',
    audience: 'technical',
    language: 'en',
    zone: 'UTC',
    roles: false,
    defang: false,
    changes: 'Taro wrote <script>alert(1)</script>',
    heads: device.heads(),
  });
  device.append({
    t: 'release.review',
    release,
    verdict: 'approve',
    role: 'CISO',
    text: 'Taro was tired',
  });
  device.append({
    t: 'lesson.set',
    lesson: testId('lesson'),
    fields: { text: 'Taro had a list', kind: 'lucky', cause: 'Taro alone knew', review },
  });
  device.append({
    t: 'action.set',
    action: testId('action'),
    fields: {
      text: 'Two people know',
      owner: 'Taro',
      cause: 'Taro alone',
      stage: 'delivery',
      review,
    },
  });
  device.append({
    t: 'review.set',
    review,
    fields: {
      title: 'Meeting of Taro',
      chair: 'Taro',
      attendees: [{ name: 'Taro', role: 'lead', presence: 'present' }],
    },
  });
  device.append({
    t: 'minute.set',
    minute: testId('minute'),
    fields: { review, kind: 'decision', text: 'Taro decides', owner: 'Taro' },
  });
  device.append({
    t: 'question.set',
    question: 'review:ll1',
    fields: { answer: { entries: [], text: 'Taro answered' } },
  });
  return fold(device.lines);
}

const options = {
  language: 'en',
  zone: 'UTC',
  generatedAtMs: Date.UTC(2026, 0, 6),
  app: { name: 'Kiroku', version: '1' },
  audience: 'review',
  release,
} as const;

test('a report says which version it is, what reviewers said, and what is to be done', () => {
  const html = renderHtml(writeReport(buildReportModel(meeting(), options)));
  for (const said of ['R-001', 'CISO', 'Taro was tired', 'Two people know', 'Taro had a list'])
    expect(html).toContain(said);
  for (const said of ['Taro answered', 'Delivery', 'first version']) expect(html).toContain(said);
  expect(html).not.toContain('<script>');
});

test.each(['executive', 'legal', 'partner'] as const)(
  'readers of the %s report see who approved, not the comments',
  (audience) => {
    const html = renderHtml(writeReport(buildReportModel(meeting(), { ...options, audience })));
    expect(html).toContain('R-001');
    expect(html).not.toContain('tired');
  },
);

test('roles take the place of names in everything of a meeting and a release', () => {
  const model = buildReportModel(meeting(), { ...options, redaction: { roles: true } });
  expect(renderMarkdown(writeReport(model))).not.toContain('Taro');
});

test('a limit keeps lessons, actions, answers and comments back with the incident', () => {
  const model = buildReportModel(meeting('RED'), { ...options, redaction: { limit: 'GREEN' } });
  const text = renderMarkdown(writeReport(model));
  for (const said of ['tired', 'Two people know', 'had a list', 'answered', 'alert'])
    expect(text).not.toContain(said);
});

test.each(['en', 'ja'] as const)('minutes in %s hold the whole meeting once', (language) => {
  const state = meeting();
  const document = minutesDocument(
    state,
    buildReportModel(state, { ...options, language }),
    review,
  );
  const text = document === undefined ? '' : renderMarkdown(document);
  for (const said of ['Meeting of Taro', 'Taro decides', 'Two people know', 'Taro answered'])
    expect(text.split(said)).toHaveLength(2);
  expect(minutesDocument(state, buildReportModel(state, options), testId('none'))).toBeUndefined();
});

test('a limit keeps the names of those who read, submitted and released it back, and says so', () => {
  for (const language of ['en', 'ja'] as const) {
    const model = buildReportModel(meeting('RED'), {
      ...options,
      language,
      redaction: { limit: 'GREEN' },
    });
    const text = renderHtml(writeReport(model));
    expect(text).not.toMatch(/Taro|CISO/);
    expect(text).toContain(language === 'en' ? 'reviewer 1' : '査読者1');
    expect(text).toContain(language === 'en' ? 'Names of reviewers (1)' : '査読者の氏名（1件）');
  }
});
