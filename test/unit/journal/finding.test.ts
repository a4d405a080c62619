import { describe, expect, test } from 'vitest';
import { findingMessages } from '#shared/i18n/finding-messages.ts';
import { findingSchema } from '#shared/ipc/sharing-contract.ts';
import { wordFinding } from '#shared/i18n/word-finding.ts';
import { compareFindings, finding, needsAttention } from '#shared/journal/finding.ts';
import { makeVectors } from '../../fixtures/make-vectors.ts';
import { checkNotebookFiles } from '../../fixtures/notebook-files.ts';

const found = Object.values(makeVectors()).flatMap(
  ({ files }) => checkNotebookFiles(files).findings,
);

describe('findings', () => {
  test('have the shape that crosses from the main process to the window', () => {
    for (const one of found) expect(findingSchema.parse(one)).toEqual(one);
  });

  test('are worded in both languages with every place filled', () => {
    for (const one of found)
      for (const language of ['en', 'ja'] as const) {
        const text = wordFinding(one, language);
        expect(text).not.toMatch(/[{}]|undefined|NaN/);
        expect(text.length).toBeGreaterThan(20);
      }
  });

  test('are worded in plain sentences', () => {
    for (const [code, { en, ja }] of Object.entries(findingMessages)) {
      const texts = typeof en === 'string' ? [en] : [en.one, en.other];
      for (const text of [...texts, ja]) expect(text, code).not.toMatch(/[!！]/);
      for (const text of texts) expect(text, code).toMatch(/^[A-Z].*\.$/);
      expect(ja, code).toMatch(code === 'unknown' ? /\{code\}$/ : /。$/);
    }
  });

  test('name feeds and hashes by their first digits', () => {
    const feed = `k1-${'ab12'.repeat(8)}`;
    const text = wordFinding(
      finding('evidence-missing', {
        feed,
        line: 1234,
        values: { no: 'E-001', sha256: 'c'.repeat(64) },
      }),
      'en',
    );
    expect(text).toContain('E-001 (SHA-256 cccccccccccc)');
    expect(wordFinding(finding('line-malformed', { feed, line: 1234 }), 'en')).toMatch(
      /^Line 1,234 of feed k1-ab12ab12 /,
    );
  });

  test('of a newer version are said to be unknown, with their code', () => {
    expect(wordFinding({ code: 'moon-phase' }, 'en')).toContain('moon-phase');
    expect(wordFinding({ code: 'toString' }, 'ja')).toContain('toString');
  });

  test('stand in the order of importance', () => {
    const a = `k1-${'a'.repeat(32)}`;
    const b = `k1-${'b'.repeat(32)}`;
    const ordered = [
      finding('chain-broken', { feed: a, line: 2 }),
      finding('line-malformed', { feed: a, line: 9 }),
      finding('bad-signature', { feed: b, line: 1 }),
      finding('torn-tail', { feed: a, line: 3 }),
      finding('newer-line', { feed: a, line: 1 }),
    ];
    expect(ordered.toReversed().toSorted(compareFindings)).toEqual(ordered);
  });

  test('ask for attention unless they are only notes', () => {
    expect(needsAttention([finding('newer-line'), finding('newer-operation')])).toBe(false);
    expect(needsAttention([finding('newer-line'), finding('torn-tail')])).toBe(true);
  });
});
