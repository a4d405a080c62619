import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordFinding } from '#shared/i18n/word-finding.ts';
import { type FindingCode, findingSeverities, needsAttention } from '#shared/journal/finding.ts';
import { verifyNotebook } from '../../../electron/notebook/verify-notebook.ts';
import { makeVectors } from '../../fixtures/make-vectors.ts';
import {
  checkNotebookFiles,
  type NotebookFiles,
  readNotebookFiles,
  writeNotebookFiles,
} from '../../fixtures/notebook-files.ts';
import {
  comparable,
  hasMeans,
  inVerifyShape,
  type SignatureMeans,
  verifyMany,
} from '../../fixtures/run-verify.ts';

const folder = path.resolve(import.meta.dirname, '../../fixtures/vectors');
const expectedFile = path.join(folder, 'expected.json');
const vectors = makeVectors();
const names = Object.keys(vectors);

/** `UPDATE_VECTORS=1 npx vitest run test/unit/journal/vectors.test.ts` writes them anew. */
if (process.env['UPDATE_VECTORS'] !== undefined) updateVectors();

type Expected = Record<
  string,
  { readonly about: string; readonly exit: number; readonly findings: readonly unknown[] }
>;
const expected = JSON.parse(readFileSync(expectedFile, 'utf8')) as Expected;

function updateVectors(): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, { files, stored }] of Object.entries(vectors))
    if (stored !== false) writeNotebookFiles(path.join(folder, `${name}.kiroku`), files);
  const made = Object.fromEntries(names.map((name) => [name, expectationOf(name)]));
  writeFileSync(expectedFile, `${JSON.stringify(made, null, 2)}\n`);
}

function filesOf(name: string): NotebookFiles {
  return vectors[name]?.files ?? new Map();
}

function expectationOf(name: string): Expected[string] {
  const { findings } = checkNotebookFiles(filesOf(name));
  return {
    about: vectors[name]?.about ?? '',
    exit: needsAttention(findings) ? 1 : 0,
    findings: findings.map((found) => ({ ...found, text: wordFinding(found, 'en') })),
  };
}

describe('test vectors', () => {
  test('are made byte for byte as they are stored', () => {
    const stored = names.filter((name) => vectors[name]?.stored !== false);
    const lying = readdirSync(folder).filter((name) => name !== 'expected.json');
    expect(lying.toSorted()).toEqual(stored.map((name) => `${name}.kiroku`).toSorted());
    for (const name of stored) {
      const onDisk = readNotebookFiles(path.join(folder, `${name}.kiroku`));
      const made = new Map([...filesOf(name)].map(([file, bytes]) => [file, Buffer.from(bytes)]));
      expect(onDisk, name).toEqual(made);
    }
  });

  test.each(names)('%s gives the findings that it is there for', (name) => {
    expect(expectationOf(name)).toEqual(expected[name]);
  });

  test('cover every finding that a folder can give', () => {
    const covered = new Set(
      names.flatMap((name) => checkNotebookFiles(filesOf(name)).findings.map(({ code }) => code)),
    );
    const uncovered = Object.keys(findingSeverities).filter(
      (code) => !covered.has(code as FindingCode),
    );
    expect(uncovered).toEqual([
      'copy-outdated',
      'opening-wrong',
      'signatures-not-checked',
      'timestamp-not-checked',
      'opening-line',
      'opening-value',
    ]);
  });

  test('are in order exactly when they are there to be good', () => {
    const good = names.filter((name) => expected[name]?.exit === 0);
    expect(good).toEqual([
      'single-feed',
      'two-feeds',
      'devices',
      'evidence',
      'evidence-items',
      'corrections',
      'newer-operation',
      'newer-line',
      'japanese',
      'kill-chain',
      'decisions',
      'systems',
      'sealed',
      'predecessor',
      'left-out',
      'timestamp',
      'redacted',
      'key-rotated',
      'releases',
    ]);
  });
});

describe('the two programs', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'kiroku-vectors-'));
  beforeAll(() => {
    for (const name of names) writeNotebookFiles(path.join(scratch, name), filesOf(name));
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  test('ours finds in every folder on disk what it finds in memory', async () => {
    for (const name of names) {
      const onDisk = await verifyNotebook(path.join(scratch, name));
      const inMemory = checkNotebookFiles(filesOf(name));
      expect(onDisk, name).toMatchObject({
        ok: true,
        value: { findings: inMemory.findings, lines: inMemory.lines, seal: inMemory.seal },
      });
    }
  });

  test.for<SignatureMeans>(['cryptography', 'openssl'])(
    'verify.py finds the same in every vector with %s',
    (means, context) => {
      context.skip(!hasMeans(means), `python3 cannot check signatures with ${means} here`);
      const answer = verifyMany({ folders: names.map((name) => path.join(scratch, name)) }, means);
      expect(answer.signatures).toContain(means);
      for (const [index, name] of names.entries()) {
        const ours = inVerifyShape(checkNotebookFiles(filesOf(name)));
        const theirs = answer.folders[index];
        expect(theirs && comparable(theirs), name).toEqual(ours);
      }
    },
  );
});
