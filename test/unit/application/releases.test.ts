import { describe, expect, test } from 'vitest';
import {
  findReleasedFile,
  isApprovedByWriterOnly,
  nextReleaseNumber,
  publishable,
  releaseState,
  reviewReport,
  standingReleases,
  submitReport,
  withdrawReport,
} from '#shared/application/releases.ts';
import type { Verdict } from '#shared/domain/report-release.ts';
import { fold } from '#shared/journal/fold.ts';
import { readReportTemplate } from '#shared/report/report-template.ts';
import { releasedTemplate } from '../../fixtures/release-vectors.ts';
import { createTestDevice, testId, type TestOperation } from '../../fixtures/test-device.ts';
import { inMemoryJournal } from './in-memory-journal.ts';

const notebook = testId('releases');
const submit = {
  t: 'release.submit',
  no: 'R-001',
  audience: 'technical',
  language: 'en',
  zone: 'UTC',
  roles: false,
  defang: false,
  changes: '',
  heads: {},
};

/** A version about which people say things one after the other; `by` is the device's name. */
function said(...words: readonly (readonly [by: string, verdict: Verdict])[]) {
  const writer = createTestDevice(notebook, 'Aiko', { by: 'Aiko' });
  const people = new Map([['Aiko', writer]]);
  const release = writer.append(submit).p.op.id;
  let last = writer;
  for (const [by, verdict] of words) {
    const person = people.get(by) ?? createTestDevice(notebook, by, { by });
    people.set(by, person);
    if (person !== last) person.read(last);
    person.append({ t: 'release.review', release, verdict, role: '', text: 'words' });
    last = person;
  }
  const finish = (operation: TestOperation) => last.append({ ...operation, release });
  const state = () => fold([...people.values()].flatMap(({ lines }) => lines));
  const record = () => {
    const [found] = standingReleases(state().releases.values());
    if (found === undefined) throw new Error('no release');
    return found;
  };
  return { record, finish };
}

describe('a version of the report', () => {
  test.each([
    [[], 'review'],
    [[['Ben', 'comment']], 'review'],
    [[['Ben', 'approve']], 'approved'],
    [
      [
        ['Ben', 'approve'],
        ['Chie', 'object'],
      ],
      'review',
    ],
    [
      [
        ['Ben', 'object'],
        ['Ben', 'approve'],
      ],
      'approved',
    ],
    [
      [
        ['Ben', 'approve'],
        ['Ben', 'comment'],
      ],
      'approved',
    ],
    [
      [
        ['Ben', 'approve'],
        ['Ben', 'object'],
      ],
      'review',
    ],
  ] as const)('after %j it is %s', (words, state) => {
    expect(releaseState(said(...words).record())).toBe(state);
  });

  test('is released with its first file, once in each format, and known by the hash', () => {
    const { record, finish } = said(['Ben', 'approve']);
    expect(publishable(record(), 'pdf').ok).toBe(true);
    const file = { format: 'pdf', evidence: testId('file'), sha256: 'a'.repeat(64), size: 3 };
    finish({ t: 'release.publish', ...file });
    expect(releaseState(record())).toBe('released');
    expect(publishable(record(), 'pdf')).toMatchObject({ error: { kind: 'already-released' } });
    expect(publishable(record(), 'docx').ok).toBe(true);
    expect(findReleasedFile([record()], file.sha256)?.file.format).toBe('pdf');
    expect(findReleasedFile([record()], 'b'.repeat(64))).toBeUndefined();
    finish({ t: 'release.withdraw', reason: 'wrong' });
    expect(releaseState(record())).toBe('withdrawn');
    expect(publishable(record(), 'docx').ok).toBe(false);
  });

  test('says when only its writer approved it', () => {
    expect(isApprovedByWriterOnly(said(['Aiko', 'approve']).record())).toBe(true);
    expect(isApprovedByWriterOnly(said(['Aiko', 'approve'], ['Ben', 'approve']).record())).toBe(
      false,
    );
  });

  test('keeps what was said of it although its own line is missing', () => {
    const device = createTestDevice(notebook, 'Aiko');
    const release = testId('not there');
    device.append({ t: 'release.review', release, verdict: 'approve', role: '', text: '' });
    const state = fold(device.lines);
    expect(state.releases.get(release)?.verdicts).toHaveLength(1);
    expect(standingReleases(state.releases.values())).toEqual([]);
  });
});

test('an objection, a comment and a withdrawal need words; an approval does not', async () => {
  const { record } = said();
  const writing = inMemoryJournal();
  for (const verdict of ['object', 'comment'] as const)
    expect(await reviewReport(writing, record(), { verdict, role: '', text: ' ' })).toMatchObject({
      error: { kind: 'text-missing' },
    });
  expect(
    await reviewReport(writing, record(), { verdict: 'approve', role: '', text: '' }),
  ).toMatchObject({ ok: true });
  expect(await withdrawReport(writing, record(), ' ')).toMatchObject({ ok: false });
});

test('versions are numbered on from the highest', async () => {
  const releases = [said().record()];
  expect(nextReleaseNumber([])).toBe('R-001');
  expect(nextReleaseNumber(releases)).toBe('R-002');
  const writing = inMemoryJournal();
  const { t: _t, no: _no, heads, ...wanted } = submit;
  expect(await submitReport(writing, wanted, heads, releases)).toMatchObject({ ok: true });
});

test('the template of the test vector can still be read', () => {
  expect(readReportTemplate(releasedTemplate)).toMatchObject({
    ok: true,
    value: { name: '南病院', sections: ['cover', 'summary', 'timeline', 'custom-1', 'integrity'] },
  });
});
