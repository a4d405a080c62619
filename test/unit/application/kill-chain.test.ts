import { expect, test } from 'vitest';
import {
  answerQuestion,
  assignQuestion,
  coverageReader,
  coverageRows,
  dismissQuestion,
  namePath,
  notebookQuestions,
  proposedMeasures,
  removePath,
  reopenQuestion,
  setCourse,
  setCoverage,
  smallOrganisationSources,
  standingCourses,
  standingPaths,
} from '#shared/application/kill-chain.ts';
import { showNotebook } from '#shared/application/show-notebook.ts';
import { killChain } from '#shared/catalogue/kill-chain.ts';
import { type QuestionFields, questionState } from '#shared/domain/chain/question.ts';
import { currentFields } from '#shared/journal/records.ts';
import { chainEntry } from '../domain/chain/chain-entries.ts';
import { inMemoryJournal } from './in-memory-journal.ts';

test('a path is named, renamed and taken off the list', async () => {
  const writing = inMemoryJournal();
  expect(await namePath(writing, '  ')).toEqual({ ok: false, error: { kind: 'name-missing' } });
  const named = await namePath(writing, ' VPN ');
  if (!named.ok) throw new Error('not named');
  const { path } = named.value;
  await namePath(writing, 'VPN account', path);
  expect(standingPaths(writing.state().paths.values())).toEqual([
    { id: path, name: 'VPN account', note: '' },
  ]);
  await removePath(writing, path, 'one and the same');
  expect(standingPaths(writing.state().paths.values())).toEqual([]);
  expect(showNotebook(writing.state()).paths).toMatchObject([
    { id: path, removal: { removed: true, reason: 'one and the same' } },
  ]);
});

test('a question is assigned, answered, dismissed for a reason, and asked again', async () => {
  const writing = inMemoryJournal();
  const said = () => {
    const record = writing.state().questions.get('gap:delivery');
    return currentFields<QuestionFields>(record?.fields ?? {});
  };
  const key = 'gap:delivery';
  expect(await answerQuestion(writing, key, { entries: [], text: ' ' })).toMatchObject({
    error: { kind: 'answer-missing' },
  });
  expect(await dismissQuestion(writing, key, '')).toMatchObject({
    error: { kind: 'reason-missing' },
  });
  expect(writing.operations).toEqual([]);
  await assignQuestion(writing, key, ' Aki ');
  expect(said().owner).toBe('Aki');
  await answerQuestion(writing, key, { entries: ['0'.repeat(32)], text: '' });
  expect(questionState(said())).toBe('answered');
  await dismissQuestion(writing, key, 'not ours');
  expect(questionState(said())).toBe('dismissed');
  await reopenQuestion(writing, key);
  expect(questionState(said())).toBe('open');
  expect(said().owner).toBe('Aki');
});

test('coverage of one stage is taken back to that of its source', async () => {
  const writing = inMemoryJournal();
  const place = { source: 'dns', stage: 'command-and-control' };
  const c2 = chainEntry('c2', '08:00', { stages: ['command-and-control'] });
  const asked = () =>
    notebookQuestions([c2], [], coverageReader(writing.state().coverage.values())).map(
      ({ kind }) => kind,
    );
  expect(asked()).toContain('egress');
  await setCoverage(writing, { source: 'dns' }, { state: 'available' });
  expect(asked()).not.toContain('egress');
  await setCoverage(writing, place, { state: 'missing' });
  expect(asked()).toContain('egress');
  await setCoverage(writing, place, { state: null });
  expect(asked()).not.toContain('egress');
});

test('a proposal that was taken over, in either language, is proposed no more', async () => {
  const writing = inMemoryJournal();
  const [first, ...rest] = proposedMeasures('delivery', 'deny', []);
  if (first === undefined) throw new Error('the catalogue proposes nothing');
  await setCourse(writing, { stage: 'delivery', action: 'deny', text: first.ja });
  const courses = standingCourses(writing.state().courses.values());
  expect(proposedMeasures('delivery', 'deny', courses)).toEqual(rest);
});

test('every log source of the catalogue has its place, in the order of priority', () => {
  expect(coverageRows.map(({ source }) => source).toSorted()).toEqual(
    killChain.logSources.map(({ id }) => id).toSorted(),
  );
  const priorities = coverageRows.map(({ priority }) => priority);
  expect(priorities).toEqual(priorities.toSorted((a, b) => a - b));
  for (const { source, stages } of coverageRows) expect(stages, source).not.toEqual([]);
  for (const source of smallOrganisationSources)
    expect(coverageRows.map((row) => row.source)).toContain(source);
  // Small, and still with a place to look for every stage that can be seen.
  for (const { id, visibility } of killChain.stages.filter((stage) => stage.visibility !== 'none'))
    expect(
      coverageRows.some(
        ({ source, stages }) => smallOrganisationSources.has(source) && stages.includes(id),
      ),
      `${id} (${visibility})`,
    ).toBe(true);
});
