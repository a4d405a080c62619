import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { showNotebook } from '#shared/application/show-notebook.ts';
import { writeExample } from '#shared/application/write-example.ts';
import { workedExample } from '#shared/catalogue/examples/worked-example.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import { fold } from '#shared/journal/fold.ts';
import type { Operation } from '#shared/journal/operation.ts';
import { ok } from '#shared/lib/result.ts';

/** A journal in memory: the lines that a disk would hold, unsigned. */
function journalInMemory() {
  const lines: SignedLine[] = [];
  const feed = `k1-${'0'.repeat(32)}`;
  const append = (op: Operation) => {
    const seq = lines.length;
    const hash = createHash('sha256').update(String(seq)).digest('hex');
    const p = { v: 1, nb: '0'.repeat(32), feed, seq, prev: '0'.repeat(64), lam: seq, wall: seq };
    const clock = { tz: '+00:00', mono: 0, boot: '', by: 'test' };
    lines.push({ p: { ...p, ...clock, op } as SignedLine['p'], s: '', hash });
    return Promise.resolve(ok({ feed, seq, hash, wall: seq }));
  };
  return { lines, append };
}

describe.each(['en', 'ja'] as const)('the worked example (%s)', (language) => {
  const example = workedExample(language);

  async function written() {
    const journal = journalInMemory();
    const result = await writeExample(
      {
        journal,
        newId: () => randomBytes(16).toString('hex'),
        nowMs: () => Date.parse('2026-01-01T00:00:00Z'),
        storeText: (name, content) =>
          Promise.resolve(
            ok({
              name,
              size: Buffer.byteLength(content),
              sha256: createHash('sha256').update(content).digest('hex'),
              changedWhileReading: false,
            }),
          ),
      },
      example,
    );
    return { result, shown: showNotebook(fold(journal.lines)) };
  }

  test('becomes a finished notebook with every entry, file and tick', async () => {
    const { result, shown } = await written();
    expect(result).toEqual(ok({ entries: example.entries.length }));
    expect(shown.entries).toHaveLength(example.entries.length);
    expect(shown.evidence.map(({ name }) => name)).toEqual(
      example.evidence.map(({ file }) => file),
    );
    expect(shown.entries.filter(({ corrected }) => corrected)).toHaveLength(
      example.corrections.length,
    );
    const set = shown.checklists[0]?.items.filter(({ state }) => state !== 'open');
    expect(set).toHaveLength(example.checklist.items.length);
    expect(shown.incident.status).toBe('closed');
    expect(shown.unknown).toEqual([]);
  });

  test('shows every room of a notebook, and each system in the last state that it went through', async () => {
    const { shown } = await written();
    for (const room of [
      'accounts',
      'indicators',
      'coverage',
      'courses',
      'lessons',
      'actions',
    ] as const)
      expect(shown[room], room).toHaveLength(example[room].length);
    const last = ({ name, states }: (typeof example.systems)[number]) => [
      name,
      states.at(-1)?.value,
    ];
    expect(shown.systems.map(({ name, state }) => [name, state?.value])).toEqual(
      example.systems.map(last),
    );
    expect(shown.systems.every(({ state }) => (state?.entries.length ?? 0) > 0)).toBe(true);
  });

  test('reads every time, stage, technique and evidence number that its lines name', async () => {
    const { shown } = await written();
    for (const entry of shown.entries) {
      expect(entry.at.utc, entry.text).not.toBeNull();
      expect(entry.text, entry.text).not.toMatch(/(^|\s)[!^/][\w-]+(\s|$)/);
    }
    const sum = (pattern: RegExp) =>
      example.entries.reduce((n, { line }) => n + [...line.matchAll(pattern)].length, 0);
    expect(shown.entries.flatMap(({ stages }) => stages)).toHaveLength(sum(/\s!\d/g));
    expect(shown.entries.flatMap(({ evidence }) => evidence)).toHaveLength(sum(/\^E-\d+/g));
  });
});
