import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { findingMessages } from '#shared/i18n/finding-messages.ts';
import { canonicalize, parseCanonical } from '#shared/journal/canonical-json.ts';
import { findingSeverities, needsAttention } from '#shared/journal/finding.ts';
import { operationSchemas } from '#shared/journal/operation.ts';
import { makeVectors } from '../../fixtures/make-vectors.ts';
import { mutate, mutations } from '../../fixtures/mutations.ts';
import { testKey } from '../../fixtures/test-device.ts';
import { addEntry, addEvidence } from '../../fixtures/test-operations.ts';
import { fileOf, filesOf, signedAnyway, writer } from '../../fixtures/vector-parts.ts';
import {
  checkNotebookFiles,
  type NotebookFiles,
  writeNotebookFiles,
} from '../../fixtures/notebook-files.ts';
import {
  comparable,
  hasMeans,
  inVerifyShape,
  type SignatureMeans,
  verifyMany,
} from '../../fixtures/run-verify.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'kiroku-agreement-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const vectors = makeVectors();
const goodNames = [
  'single-feed',
  'two-feeds',
  'corrections',
  'newer-line',
  'japanese',
  'sealed',
  'predecessor',
  'left-out',
];
const quickest: SignatureMeans = hasMeans('cryptography') ? 'cryptography' : 'openssl';

/** Checks every notebook both ways; returns those about which the two do not say the same. */
function disagreements(
  area: string,
  notebooks: readonly { readonly about: string; readonly files: NotebookFiles }[],
  means: SignatureMeans,
): unknown[] {
  const folders = notebooks.map(({ files }, index) => {
    const folder = path.join(scratch, area, String(index));
    writeNotebookFiles(folder, files);
    return folder;
  });
  const answer = verifyMany({ folders }, means);
  return notebooks.flatMap(({ about, files }, index) => {
    const theirs = answer.folders[index];
    const ours = inVerifyShape(checkNotebookFiles(files));
    const same = theirs !== undefined && isDeepStrictEqual(comparable(theirs), ours);
    return same ? [] : [{ about, ours, theirs }];
  });
}

function goodFiles(name: string): NotebookFiles {
  return vectors[name]?.files ?? new Map();
}

/** The name and bytes of a notebook's only feed. */
function onlyFeed(files: NotebookFiles): [string, Uint8Array] {
  const feed = [...files].find(([name]) => name.startsWith('feeds/'));
  if (feed === undefined) throw new Error('no feed');
  return feed;
}

describe('verify.py and the program', () => {
  test('know the same findings, words and operation types', () => {
    const { messages, types } = verifyMany({}, 'none');
    const ours = Object.entries(findingMessages)
      .filter(([code]) => code !== 'unknown')
      .map(([code, { en }]) => [
        code,
        [
          findingSeverities[code as keyof typeof findingSeverities],
          typeof en === 'string' ? en : [en.one, en.other],
        ],
      ]);
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(findingSeverities).toSorted());
    expect(messages).toEqual(Object.fromEntries(ours));
    expect(types).toEqual(Object.keys(operationSchemas));
  });

  test('order findings alike', () => {
    expect(Object.keys(verifyMany({}, 'none').messages)).toEqual(Object.keys(findingSeverities));
  });

  test('agree on notebooks that were hurt at random', () => {
    const samples = fc.sample(fc.tuple(fc.constantFrom(...goodNames), mutations), {
      numRuns: 300,
      seed: 20260105,
    });
    const hurt = samples.map(([name, steps]) => ({
      about: JSON.stringify([name, steps]),
      files: mutate(goodFiles(name), steps),
    }));
    expect(disagreements('mutations', hurt, quickest)).toEqual([]);
    // Almost every one of them is found out: what is not lies behind the end, or was undone.
    const some = hurt.slice(0, 60);
    const found = some.filter(({ files }) => needsAttention(checkNotebookFiles(files).findings));
    expect(found.length).toBeGreaterThan(50);
  });

  test('agree on every field with an odd value, signed with the right key', () => {
    const hash = '0'.repeat(64);
    const feed = `k1-${'0'.repeat(32)}`;
    const odd: unknown[] = [
      null,
      true,
      false,
      -1,
      0,
      1,
      2,
      Number.MAX_SAFE_INTEGER,
      Number.MIN_SAFE_INTEGER,
      '',
      'x',
      '0'.repeat(32),
      hash,
      `${hash}\n`,
      feed,
      'a.b',
      'a.b.c',
      'A',
      '+09:00',
      '+9:00',
      'seal',
      'E-1',
      'E-001',
      '𠮷'.repeat(128),
      '𠮷'.repeat(129),
      '𠮷'.repeat(200),
      '𠮷'.repeat(201),
      [],
      {},
      { [feed]: [0, hash] },
      { [feed]: [0, hash, 0] },
      { [feed]: [-1, hash] },
      { x: [0, hash] },
      JSON.parse(`{"__proto__":[0,"${hash}"]}`),
      { id: '0'.repeat(32), t: 'a' },
      { id: 'x', t: 'a' },
    ];
    const seal = { t: 'seal', heads: { [feed]: [0, hash] }, evidence: hash, value: hash };
    const entry = addEntry('An entry.');
    const item = addEvidence('E-001', 'x');
    const lineFields = [
      'v',
      'nb',
      'feed',
      'seq',
      'prev',
      'lam',
      'seen',
      'wall',
      'tz',
      'mono',
      'boot',
    ];
    const cases = [
      ...[...lineFields, 'by', 'op'].map((field) => ({ field, operation: entry, inside: false })),
      ...['heads', 'evidence', 'value'].map((field) => ({ field, operation: seal, inside: true })),
      ...['no', 'size', 'sha256', 't', 'id'].map((field) => ({
        field,
        operation: item,
        inside: true,
      })),
    ];
    const notebooks = cases.map(({ field, operation, inside }) => {
      const device = writer();
      for (const value of odd)
        device.append(operation, (p) =>
          inside ? { ...p, op: { ...p.op, [field]: value } } : { ...p, [field]: value },
        );
      return { about: field, files: filesOf([device]) };
    });
    expect(disagreements('odd', notebooks, quickest)).toEqual([]);
  });

  test('agree on first lines with an odd key or predecessor', () => {
    const keys = [
      '',
      'A'.repeat(43),
      `${'A'.repeat(43)}=`,
      `${'A'.repeat(42)}B=`,
      testKey('akira').publicKey,
      1,
    ];
    const predecessors = ['', testKey('akira').feed, testKey('beate').feed, 1, null];
    const changes = [
      ...keys.map((key) => ({ key })),
      ...predecessors.map((predecessor) => ({ predecessor })),
    ];
    const notebooks = changes.map((change) => {
      const device = writer();
      const [opening] = device.lines;
      const text = canonicalize({ ...opening?.p, op: { ...opening?.p.op, ...change } });
      const instead = [signedAnyway(device, text), ...device.texts.slice(1)];
      return {
        about: JSON.stringify(change),
        files: filesOf([device], { instead: { [device.feed]: fileOf(instead) } }),
      };
    });
    expect(disagreements('openings', notebooks, quickest)).toEqual([]);
  });

  test('agree with the openssl command on a few of them', () => {
    const samples = fc.sample(fc.tuple(fc.constantFrom(...goodNames), mutations), {
      numRuns: 25,
      seed: 7,
    });
    const hurt = samples.map(([name, steps]) => ({
      about: JSON.stringify([name, steps]),
      files: mutate(goodFiles(name), steps),
    }));
    expect(disagreements('openssl', hurt, 'openssl')).toEqual([]);
  });

  test('agree on the last two lines cut off at every byte', () => {
    const files = goodFiles('japanese');
    const [name, bytes] = onlyFeed(files);
    const lines = Buffer.from(bytes).toString('utf8').split('\n').slice(0, -1);
    const kept = Buffer.byteLength(
      lines
        .slice(0, -2)
        .map((line) => `${line}\n`)
        .join(''),
    );
    const cuts = Array.from({ length: bytes.length - kept }, (_, index) => kept + index);
    expect(cuts.length).toBeGreaterThan(1000);
    expect(
      disagreements(
        'cuts',
        cuts.map((at) => ({
          about: `cut at ${at}`,
          files: new Map([...files, [name, bytes.slice(0, at)]]),
        })),
        quickest,
      ),
    ).toEqual([]);
  }, 120_000);

  test('agree on what is canonical JSON', () => {
    const fixed = [
      '0',
      '-0',
      '-1',
      '1.0',
      '1e2',
      '1E400',
      '-1e400',
      '9007199254740991',
      '-9007199254740991',
      '9007199254740992',
      '01',
      '+1',
      '.5',
      '1.',
      'NaN',
      'Infinity',
      '-Infinity',
      'true',
      'null',
      'nul',
      '""',
      '"\\u0000"',
      '"\u0000"',
      '"\\u001f"',
      '"\\u001F"',
      '"\\n"',
      '"\\u000a"',
      '"\\/"',
      '"/"',
      '"\\ud800"',
      '"\\ud83d\\ude00"',
      '"😀"',
      '"\u2028"',
      '"\u007f"',
      '"\\u007f"',
      '"é"',
      '"é"',
      '{}',
      '{ }',
      '{"a":1,"b":2}',
      '{"b":1,"a":2}',
      '{"a":1,"a":1}',
      '{"":1}',
      '{"é":1}',
      '{"\u007f":1}',
      '{"10":1,"9":2}',
      '{"__proto__":1}',
      '{"a":1,"__proto__":1}',
      '{"__proto__":1,"a":1}',
      '[]',
      '[1,]',
      '[1,2]',
      '[1, 2]',
      ' 1',
      '1 ',
      '\ufeff1',
      '1\r',
      '',
      '"',
      '{"a":undefined}',
      '/**/1',
      ...[63, 64, 65, 66, 2000, 400_000].flatMap((depth) => [
        '['.repeat(depth) + ']'.repeat(depth),
        `${'['.repeat(depth)}1${']'.repeat(depth)}`,
        `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`,
        '['.repeat(depth),
      ]),
      '9'.repeat(500_000),
      `"${'['.repeat(100)}"`,
    ];
    const random = fc.sample(
      fc.oneof(
        fc.json(),
        fc.json({ stringUnit: 'binary' }),
        fc
          .tuple(fc.json(), fc.string(), fc.nat())
          .map(
            ([json, text, at]) =>
              json.slice(0, at % json.length) + text + json.slice(at % json.length),
          ),
      ),
      { numRuns: 1500, seed: 8785 },
    );
    // A lone surrogate has no UTF-8: the bytes stand for what a file could hold.
    const texts = [...fixed, ...random].map((text) => Buffer.from(text, 'utf8'));
    const { texts: theirs } = verifyMany({ texts }, 'none');
    const ours = texts.map((text) => parseCanonical(text.toString('utf8')).ok);
    for (const [index, accepted] of ours.entries())
      expect(theirs[index], JSON.stringify(texts[index]?.toString('utf8').slice(0, 80))).toBe(
        accepted,
      );
    expect(ours.filter(Boolean).length).toBeGreaterThan(100);
    expect(ours.filter((accepted) => !accepted).length).toBeGreaterThan(100);
  });
});
