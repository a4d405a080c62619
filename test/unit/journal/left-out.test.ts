import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { canonicalize } from '#shared/journal/canonical-json.ts';
import { leftOutAt, type LeftOutStatement, writeLeftOut } from '#shared/journal/left-out.ts';
import { leftOutCase, leftOutPlace } from '../../fixtures/left-out-vectors.ts';
import {
  checkNotebookFiles,
  type NotebookFiles,
  writeNotebookFiles,
} from '../../fixtures/notebook-files.ts';
import { comparable, hasMeans, inVerifyShape, verifyMany } from '../../fixtures/run-verify.ts';
import { evidenceText } from '../../fixtures/test-operations.ts';
import { filesOf } from '../../fixtures/vector-parts.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'kiroku-left-out-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const { device, said } = leftOutCase();
const good = writeLeftOut(said, device.key.sign);

function filesWith(
  statement: string | Uint8Array,
  evidence: readonly string[] = [],
): NotebookFiles {
  const files = new Map(filesOf([device], { evidence }));
  files.set(leftOutPlace, typeof statement === 'string' ? Buffer.from(statement) : statement);
  return files;
}

/** A statement with some fields other than they should be, signed with the right key. */
function signed(change: Partial<Record<keyof LeftOutStatement, unknown>> & object): string {
  return writeLeftOut({ ...said, ...change } as LeftOutStatement, device.key.sign);
}

const wrong: Readonly<Record<string, string | Uint8Array>> = {
  empty: '',
  'no JSON': 'left out\n',
  'no newline': good.trimEnd(),
  'two newlines': `${good}\n`,
  'a byte order mark': `\ufeff${good}`,
  'not UTF-8': Buffer.from([0xff, 0xfe, 0x0a]),
  'too long': `${good.trimEnd()}${' '.repeat(20_000)}\n`,
  'spaces between': `${JSON.stringify(JSON.parse(good), null, 1)}\n`,
  'one letter changed': good.replace('"by":"akira"', '"by":"akiro"'),
  'a wider reason': signed({ because: 'because' }),
  'another item': signed({ no: 'E-002' }),
  'another size': signed({ size: 1 }),
  'another file': signed({ sha256: '0'.repeat(64) }),
  'another notebook': signed({ nb: '0'.repeat(32) }),
  'an unknown feed': signed({ feed: `k1-${'0'.repeat(32)}` }),
  'a later version': signed({ v: 2 }),
  'a field more': signed({ extra: 1 } as object),
  'a prototype': good.replace('"by"', '"__proto__":1,"by"'),
  'no name': signed({ by: '' }),
  'a name that is too long': signed({ by: 'x'.repeat(201) }),
  'a clock before 1970': signed({ wall: -1 }),
  'a clock that no calendar shows': signed({ wall: 253_370_764_800_001 }),
  'no zone': signed({ tz: '' }),
  'a signature of something else': good.replace(/"s":"[^"]*"/, `"s":"${device.lines[1]?.s ?? ''}"`),
  'a text instead': `${canonicalize('left out')}\n`,
};
const right: Readonly<Record<string, string | Uint8Array>> = {
  'as it was written': good,
  'a name in another script': signed({ by: '清 髙橋' }),
  'the other reason': signed({ because: 'receiver-has-it' }),
  'a clock far ahead in a far zone': signed({ wall: 253_370_764_800_000, tz: '+99:59' }),
  'a clock at zero in a zone behind': signed({ wall: 0, tz: '-12:00' }),
};

function codesOf(statement: string | Uint8Array): string[] {
  return checkNotebookFiles(filesWith(statement)).findings.map(({ code }) => code);
}

test.each(Object.entries(right))('%s: the file counts as left out', (_name, statement) => {
  expect(codesOf(statement)).toEqual(['evidence-left-out']);
});

test.each(Object.entries(wrong))('%s: the file counts as missing', (_name, statement) => {
  expect(codesOf(statement)).toEqual(['evidence-missing', 'left-out-wrong']);
});

test('says nothing of a file that is there', () => {
  expect(checkNotebookFiles(filesWith(good, [evidenceText])).findings).toEqual([]);
});

test.skipIf(!hasMeans('cryptography') && !hasMeans('openssl'))(
  'verify.py says the same of every one (skipped where python3 checks no signatures)',
  () => {
    const all = Object.entries({ ...right, ...wrong });
    const folders = all.map(([, statement], index) => {
      const folder = path.join(scratch, String(index));
      writeNotebookFiles(folder, filesWith(statement));
      return folder;
    });
    const means = hasMeans('cryptography') ? 'cryptography' : 'openssl';
    const answer = verifyMany({ folders }, means);
    for (const [index, [name, statement]] of all.entries()) {
      const theirs = answer.folders[index];
      const ours = inVerifyShape(checkNotebookFiles(filesWith(statement)));
      expect(theirs && comparable(theirs), name).toEqual(ours);
    }
  },
);

test('tells the time as the clock of whoever signed showed it', () => {
  expect(leftOutAt(said)).toBe('2026-01-05 13:00 +09:00');
  expect(leftOutAt({ wall: 0, tz: '-03:30' })).toBe('1969-12-31 20:30 -03:30');
});
