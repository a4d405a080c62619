import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeVectors } from '../../fixtures/make-vectors.ts';
import { checkNotebookFiles, writeNotebookFiles } from '../../fixtures/notebook-files.ts';
import { verifyScript } from '../../fixtures/run-verify.ts';

const guide = readFileSync(path.join(path.dirname(verifyScript), 'VERIFY.txt'), 'utf8');
const scratch = mkdtempSync(path.join(tmpdir(), 'kiroku-by-hand-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const vectors = makeVectors();

/** The commands of a step: the lines of the English part that are indented by four. */
function commandsOf(step: number): string {
  const [, text] = guide.split(`\n[${step}] `);
  const block = (text ?? '').split(/\n\[\d\] |\n\S[^\n]*\n-{5}/)[0] ?? '';
  return block
    .split('\n')
    .filter((line) => line.startsWith('    '))
    .join('\n');
}

/** Types the steps into a shell as a person would; returns what it says. */
function follow(vector: string, steps: readonly number[], line = 1): string {
  const folder = path.join(scratch, `${vector}.kiroku`);
  const files = vectors[vector]?.files ?? new Map<string, Uint8Array>();
  writeNotebookFiles(folder, files);
  const feed = [...files.keys()].find((name) => name.startsWith('feeds/')) ?? '';
  const work = mkdtempSync(path.join(scratch, 'work-'));
  const settings = `D='${folder}'; F="$D/${feed}"; N=${line}\n`;
  const commands = steps.map((step) => commandsOf(step)).join('\n');
  return execFileSync('sh', ['-c', `${settings}${commands}\n:`], {
    cwd: work,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

describe('the steps of VERIFY.txt', () => {
  test('find evidence that was changed', () => {
    expect(follow('sealed', [1])).toMatch(/^[0-9a-f]{64}\.evid: OK\n$/);
    expect(follow('evidence-changed', [1])).toMatch(/^[0-9a-f]{64}\.evid: FAILED\n/);
  });

  test('follow the chain of a feed and find the line after a changed one', () => {
    const words = (vector: string): string[] =>
      follow(vector, [2])
        .trim()
        .split('\n')
        .map((line) => line.slice(0, 3).trim());
    expect(words('japanese')).toEqual(['ok', 'ok', 'ok']);
    expect(words('bad-signature')).toEqual(['ok', 'ok', 'ok', 'BAD', 'ok']);
    expect(words('lines-missing')).toEqual(['ok', 'ok', 'BAD']);
  });

  test('show that a feed is named after its key', () => {
    const [computed, name] = follow('single-feed', [3]).trim().split('\n');
    expect(computed).toMatch(/^k1-[0-9a-f]{32}$/);
    expect(computed).toBe(name);
  });

  test.each([1, 2, 3])('check the signature of line %i of the Japanese notebook', (line) => {
    expect(follow('japanese', [3, 4], line)).toContain('Signature Verified Successfully');
  });

  test('refuse the signature of a changed line', () => {
    expect(follow('bad-signature', [3, 4], 3)).not.toContain('Verified Successfully');
    expect(follow('bad-signature', [3, 4], 4)).toContain('Signature Verified Successfully');
  });

  test.each(['single-feed', 'two-feeds', 'japanese'])('compute the seal of %s', (vector) => {
    const files = vectors[vector]?.files ?? new Map<string, Uint8Array>();
    expect(follow(vector, [5]).trim()).toBe(checkNotebookFiles(files).seal);
  });

  test('find a seal in the notebook and the line that it names', () => {
    const output = follow('sealed', [6], 5);
    const [seal, hash] = output.trim().split('\n');
    const head = /"heads":\{"k1-[0-9a-f]{32}":\[(\d+),"([0-9a-f]{64})"\]\}/.exec(seal ?? '');
    expect(head?.[1]).toBe('4');
    expect(head?.[2]).toBe(hash);
  });

  test('are explained in both languages', () => {
    for (const step of [1, 2, 3, 4, 5, 6])
      expect(guide.split(`\n[${step}] `).length, `step ${step}`).toBe(3);
  });
});
