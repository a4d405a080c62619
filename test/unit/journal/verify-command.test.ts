import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { makeVectors } from '../../fixtures/make-vectors.ts';
import { readNotebookFiles, writeNotebookFiles } from '../../fixtures/notebook-files.ts';
import { runVerify, type VerifyResult, verifyScript } from '../../fixtures/run-verify.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'kiroku-verify-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const vectors = makeVectors();
let folder = '';
let made = 0;

function put(vector: string): string {
  made += 1;
  const target = path.join(scratch, `${made}.kiroku`);
  writeNotebookFiles(target, vectors[vector]?.files ?? new Map());
  return target;
}

function feedFile(of: string): string {
  const name = [...readNotebookFiles(of).keys()].find((file) => file.startsWith('feeds/'));
  return path.join(of, name ?? '');
}

describe('the command verify.py', () => {
  beforeEach(() => {
    folder = put('two-feeds');
  });

  test('checks the folder it lies in, says that it is in order, and changes nothing', () => {
    const script = path.join(folder, 'verify.py');
    copyFileSync(verifyScript, script);
    const before = readNotebookFiles(folder);
    const { code, stdout, stderr } = runVerify([], { script });
    expect(stderr).toBe('');
    expect(stdout).toContain('In order:');
    expect(stdout).toContain('Not proven by any of this: who sat at the keyboard');
    expect(code).toBe(0);
    expect(readNotebookFiles(folder)).toEqual(before);
  });

  test('ends with 1 and names the place when a line was changed', () => {
    const { code, stdout } = runVerify([put('bad-signature')]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/DAMAGE \(bad-signature\)\n {2}Line 3 of feed k1-d79ba6f4 /);
    expect(stdout).toContain('NOT in order');
  });

  test('prints JSON for machines', () => {
    const { code, stdout } = runVerify([put('sealed'), '--json']);
    const result = JSON.parse(stdout) as VerifyResult & { seals: unknown[] };
    expect(code).toBe(0);
    expect(result).toMatchObject({ ok: true, lines: 7, evidence: 1, findings: [] });
    expect(result.seals).toHaveLength(1);
  });

  test.each([
    [
      'a folder without notebook.json',
      (): string => path.dirname(put('no-feeds')),
      /^verify\.py: .* is not a notebook: it has no notebook\.json\.\n$/,
    ],
    [
      'no folder',
      (): string => path.join(scratch, 'nowhere'),
      /^verify\.py: .*nowhere is not a folder\.\n$/,
    ],
    [
      'a newer format',
      (): string =>
        withIdentity('{"created":"","format":"kiroku-notebook","notebook":"","version":7}'),
      /format version 7/,
    ],
    [
      'another format',
      (): string => withIdentity('{"format":"diary","version":1}'),
      /cannot be read/,
    ],
    ['deep JSON', (): string => withIdentity('['.repeat(60_000)), /cannot be read/],
    [
      'huge numbers',
      (): string => withIdentity(`{"version":${'9'.repeat(60_000)}}`),
      /cannot be read/,
    ],
    ['a huge file', (): string => withIdentity(' '.repeat(70_000)), /cannot be read/],
  ])('ends with 2 and one sentence for %s', (_name, make, message) => {
    const { code, stdout, stderr } = runVerify([make()]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('ends with 2 for an option that it does not know', () => {
    expect(runVerify([folder, '--quick']).code).toBe(2);
  });

  test('says that signatures were not checked when nothing can check them, and ends with 1', () => {
    const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], {
      encoding: 'utf8',
    }).trim();
    // -S leaves out installed packages, and an empty PATH the openssl command.
    const run = (PATH: string): VerifyResult & { code: number } => {
      const script = `import subprocess,sys; sys.exit(subprocess.run([${JSON.stringify(python)},"-S",*sys.argv[1:]],env={"PATH":${JSON.stringify(PATH)}}).returncode)`;
      const starter = path.join(scratch, 'starter.py');
      writeFileSync(starter, script);
      const { code, stdout } = runVerify([verifyScript, folder, '--json'], { script: starter });
      return { ...(JSON.parse(stdout) as VerifyResult), code: code ?? -1 };
    };
    const without = run('');
    expect(without.code).toBe(1);
    expect(without.findings.map(({ code }) => code)).toEqual(['signatures-not-checked']);
    expect(without.findings[0]?.text).toContain('The signatures were NOT checked');
    const withOpenssl = run('/usr/local/bin:/usr/bin:/bin');
    expect(withOpenssl.signatures).toContain('openssl');
    expect(withOpenssl.code).toBe(0);
  });

  test('runs nothing that lies in the notebook', () => {
    const script = path.join(folder, 'verify.py');
    copyFileSync(verifyScript, script);
    for (const name of ['json.py', 'hashlib.py', 'cryptography.py', 'argparse.py', 'openssl'])
      writeFileSync(path.join(folder, name), 'raise SystemExit(42)\n', { mode: 0o755 });
    expect(runVerify([], { script }).code).toBe(0);
  });
});

describe('verify.py and a hostile folder', () => {
  beforeEach(() => {
    folder = put('two-feeds');
  });

  test('does not wait for a pipe or follow a link', () => {
    const feed = feedFile(folder);
    rmSync(feed);
    execFileSync('mkfifo', [feed, path.join(folder, 'feeds', `k1-${'a'.repeat(32)}.jsonl`)]);
    symlinkSync('/dev/zero', path.join(folder, 'feeds', `k1-${'b'.repeat(32)}.jsonl`));
    mkdirSync(path.join(folder, 'evidence'));
    execFileSync('mkfifo', [path.join(folder, 'evidence', `${'a'.repeat(64)}.evid`)]);
    symlinkSync('/dev/zero', path.join(folder, 'evidence', `${'b'.repeat(64)}.evid`));
    symlinkSync('.', path.join(folder, 'evidence', 'loop'));
    const { code, stdout } = runVerify([folder, '--json']);
    expect(code).toBe(1);
    const codes = (JSON.parse(stdout) as VerifyResult).findings.map((found) => found.code);
    expect(codes).toEqual([
      'feed-not-a-file',
      'feed-not-a-file',
      'feed-not-a-file',
      'evidence-extra',
      'evidence-extra',
    ]);
  });

  test('does not wait for a pipe in the place of notebook.json', () => {
    rmSync(path.join(folder, 'notebook.json'));
    execFileSync('mkfifo', [path.join(folder, 'notebook.json')]);
    expect(runVerify([folder])).toMatchObject({ code: 2, stdout: '' });
  });

  test.each([
    ['a line of 20 MB', 'a'.repeat(20_000_000)],
    ['a million zero bytes', '\0'.repeat(1_000_000)],
    ['50,000 empty lines', '\n'.repeat(50_000)],
    ['deep brackets', `${'['.repeat(900_000)}\n{}\n`],
    ['deep objects', `${'{"a":'.repeat(150_000)}\n{}\n`],
    ['long digits', `[${'9'.repeat(1_000_000)}]\n{}\n`],
    [
      'odd numbers',
      '{"p":{"v":1e400}}\n{"p":{"v":NaN}}\n{"p":{"v":-0}}\n{"p":{"v":1e999999999}}\n{}\n',
    ],
    ['lone surrogates', '"\\ud800"\n{"\\udfff":1}\n{}\n'],
  ])('reads a feed of %s to the end', (_name, content) => {
    writeFileSync(feedFile(folder), content);
    const { code, stdout, stderr } = runVerify([folder, '--json']);
    expect(stderr).toBe('');
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as VerifyResult).findings.length).toBeGreaterThan(0);
  });

  test('prints no control characters of a folder name', () => {
    const odd = path.join(realpathSync(scratch), 'evil\u001b[31m\u202e name');
    mkdirSync(odd);
    const { code, stderr } = runVerify([odd]);
    expect(code).toBe(2);
    expect(stderr).toContain('evil\\u001b[31m\\u202e name');
  });
});

function withIdentity(text: string): string {
  const target = put('single-feed');
  writeFileSync(path.join(target, 'notebook.json'), text);
  return target;
}
