import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChainEntry } from '#shared/domain/chain/chain-marks.ts';
import { chainQuestions, type QuestionContext } from '#shared/domain/chain/chain-questions.ts';
import { questionKeySchema, questionState } from '#shared/domain/chain/question.ts';
import { stageIds } from '#shared/domain/kill-chain.ts';
import { testId } from '../../../fixtures/test-device.ts';
import { chainEntry } from './chain-entries.ts';

const nothing: QuestionContext = { paths: [], egress: [] };
const keys = (entries: readonly ChainEntry[], context = nothing) =>
  chainQuestions(entries, context).map(({ key }) => key);
const two = { evidence: [testId('a'), testId('b')] };

describe('questions that follow from entries', () => {
  test('ask about stages between stages, and no others', () => {
    const entries = [
      chainEntry('mail', '08:00', { stages: ['delivery'], ...two }),
      chainEntry('c2', '09:00', { stages: ['command-and-control'], ...two }),
    ];
    expect(keys(entries, { ...nothing, egress: [{ source: 'dns', state: 'partial' }] })).toEqual([
      'gap:exploitation',
      'gap:installation',
    ]);
    expect(chainQuestions(entries, nothing)[0]).toMatchObject({
      before: testId('mail'),
      after: testId('c2'),
    });
  });

  test('take neither a question, nor a response, nor what was judged untrue for a stage reached', () => {
    const ends = [
      chainEntry('mail', '08:00', { stages: ['delivery'], ...two }),
      chainEntry('service', '09:00', { stages: ['installation'], ...two }),
    ];
    for (const change of [
      { kind: 'question' },
      { kind: 'response' },
      { confidence: 'rejected' },
    ] as const)
      expect(
        keys([...ends, chainEntry('x', '08:30', { stages: ['exploitation'], ...change })]),
      ).toContain('gap:exploitation');
    expect(keys([...ends, chainEntry('x', '08:30', { stages: ['exploitation'], ...two })])).toEqual(
      [],
    );
  });

  test('look at each intrusion path by itself', () => {
    const path = testId('path');
    const entries = [
      chainEntry('mail', '08:00', { stages: ['delivery'], paths: [path], ...two }),
      chainEntry('macro', '08:10', { stages: ['exploitation'], ...two }),
      chainEntry('service', '09:00', { stages: ['installation'], paths: [path], ...two }),
    ];
    expect(keys(entries)).toEqual([]);
    expect(keys(entries, { ...nothing, paths: [path] })).toEqual([`gap:exploitation:${path}`]);
  });

  test('name a stage that rests on one source, whatever number of entries says so', () => {
    const one = { stages: ['delivery'], evidence: [testId('a')] };
    expect(keys([chainEntry('x', '08:00', one), chainEntry('y', '08:01', one)])).toEqual([
      'one-source:delivery',
    ]);
    const log = { stages: ['delivery'], evidence: [], logSource: 'mailgw' };
    expect(keys([chainEntry('x', '08:00', one), chainEntry('y', '08:01', log)])).not.toContain(
      'one-source:delivery',
    );
  });

  test('ask what shows an act of the adversary, but not what shows a hypothesis', () => {
    const bare = { evidence: [] };
    expect(keys([chainEntry('x', '08:00', bare)])).toEqual([`evidence:${testId('x')}`]);
    expect(keys([chainEntry('x', '08:00', { ...bare, basis: 'opinion' })])).toEqual([]);
    expect(keys([chainEntry('x', '08:00', { ...bare, kind: 'observation' })])).toEqual([]);
  });

  test('ask what went out, until some egress log is there or was read', () => {
    const c2 = chainEntry('c2', '08:00', { stages: ['command-and-control'], ...two });
    const about = (state: 'unknown' | 'missing' | 'available') =>
      chainQuestions([c2], { ...nothing, egress: [{ source: 'dns', state }] });
    expect(about('unknown')).toMatchObject([{ kind: 'egress', known: false }]);
    expect(about('missing')).toMatchObject([{ kind: 'egress', known: true }]);
    expect(about('available')).toEqual([]);
    const read = { ...c2, content: { ...c2.content, logSource: 'dns' } };
    expect(
      chainQuestions([read], { ...nothing, egress: [{ source: 'dns', state: 'unknown' }] }),
    ).toEqual([]);
  });

  test('have keys that a line may carry, each once, whatever the order of the entries', () => {
    const entry = fc
      .record({
        stages: fc.uniqueArray(fc.constantFrom(...stageIds), { maxLength: 3 }),
        minute: fc.nat({ max: 59 }),
        bare: fc.boolean(),
        path: fc.option(fc.constantFrom('p', 'q'), { nil: undefined }),
      })
      .map(({ stages, minute, bare, path }) => ({ stages: [...stages], minute, bare, path }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (made) => {
        const entries = made.map(({ stages, minute, bare, path }, index) =>
          chainEntry(`e${index}`, `08:${String(minute).padStart(2, '0')}`, {
            stages,
            ...(bare && { evidence: [] }),
            ...(path !== undefined && { paths: [testId(path)] }),
          }),
        );
        const context = { ...nothing, paths: [testId('p'), testId('q')] };
        const asked = keys(entries, context);
        expect(new Set(asked).size).toBe(asked.length);
        for (const key of asked) expect(questionKeySchema.safeParse(key).success).toBe(true);
        expect(keys(entries.toReversed(), context)).toEqual(asked);
      }),
    );
  });
});

test('a question stands as people left it', () => {
  expect(questionState({})).toBe('open');
  expect(questionState({ owner: 'Aki' })).toBe('open');
  expect(questionState({ answer: { entries: [], text: '' } })).toBe('open');
  expect(questionState({ answer: { entries: [], text: 'by mail' } })).toBe('answered');
  expect(questionState({ dismissal: { dismissed: true, reason: 'x' } })).toBe('dismissed');
  expect(questionState({ dismissal: { dismissed: false, reason: '' } })).toBe('open');
});
