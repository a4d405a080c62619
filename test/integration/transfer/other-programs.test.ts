import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addEvidence, must, newTeam, type TeamDevice, twoCopies } from './two-copies.ts';

/** A program of the system that judges what we write; a test without it says so aloud. */
function has(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}
const missing = ['age', 'age-keygen', 'unzip', 'sha256sum', 'openssl', 'python3'].filter(
  (program) => !has(program),
);
type Opened = {
  readonly bag: string;
  readonly run: (program: string, ...args: string[]) => number;
};

/** Opens a bundle with nobody's program but Debian's. */
function openWithTools(bundle: string, into: string): Opened {
  execFileSync('unzip', ['-q', bundle, '-d', into]);
  const [name = ''] = readdirSync(into);
  const bag = path.join(into, name);
  return {
    bag,
    run: (program, ...args) => spawnSync(program, args, { cwd: bag, stdio: 'ignore' }).status ?? -1,
  };
}

async function caseWithEvidence(): Promise<{ a: TeamDevice; stick: string }> {
  const { a, b, stick } = await twoCopies();
  const file = path.join(stick, 'memory.raw');
  writeFileSync(file, 'memory of pacs01');
  await addEvidence(a, file);
  await must(b.run('log', '14:09 病棟から電話', '--by', 'BM'));
  await must(a.run('merge', b.folder, '--by', 'AK'));
  await must(a.run('seal', '--by', 'AK'));
  return { a, stick };
}

/** Said by the test that is skipped. */
const judges = missing.length === 0 ? '' : ` (skipped: ${missing.join(', ')} not installed)`;

test.skipIf(missing.length > 0)(
  `unzip, sha256sum and verify.py accept a bundle and reject each of ten corruptions${judges}`,
  async () => {
    const { a, stick } = await caseWithEvidence();
    const bundle = path.join(stick, 'out.zip');
    await must(a.run('bundle', '--out', bundle));
    const whole = openWithTools(bundle, path.join(stick, 'whole'));
    expect(whole.run('sha256sum', '-c', '--strict', 'manifest-sha256.txt')).toBe(0);
    expect(whole.run('sha256sum', '-c', '--strict', 'tagmanifest-sha256.txt')).toBe(0);
    expect(whole.run('python3', 'verify.py')).toBe(0);
    expect(whole.run('python3', 'verify.py', '--signatures', 'openssl')).toBe(0);

    // b's: the end of a's own feed is witnessed by nobody yet, and VERIFY.txt says so.
    const feed =
      readdirSync(path.join(whole.bag, 'data/feeds')).find(
        (name) => !readFileSync(path.join(whole.bag, 'data/feeds', name)).includes('"t":"seal"'),
      ) ?? '';
    const [evidence = ''] = readdirSync(path.join(whole.bag, 'data/evidence'));
    const feedFile = `data/feeds/${feed}`;
    const evidenceFile = `data/evidence/${evidence}`;
    const corruptions: readonly (readonly [string, (bytes: Buffer) => Buffer | undefined])[] = [
      [feedFile, (bytes) => flip(bytes, bytes.length >> 1)],
      [feedFile, (bytes) => flip(bytes, bytes.length - 20)],
      [feedFile, (bytes) => bytes.subarray(0, bytes.lastIndexOf(10, bytes.length - 2) + 1)],
      [feedFile, (bytes) => bytes.subarray(bytes.indexOf(10) + 1)],
      [feedFile, (bytes) => Buffer.concat([bytes, bytes.subarray(0, bytes.indexOf(10) + 1)])],
      [feedFile, () => undefined],
      [evidenceFile, (bytes) => flip(bytes, 0)],
      [evidenceFile, (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
      [evidenceFile, () => undefined],
      [
        'data/notebook.json',
        (bytes) => Buffer.from(bytes.toString().replace(/"notebook":"../, '"notebook":"00')),
      ],
    ];
    for (const [at, [name, corrupt]] of corruptions.entries()) {
      const copy = openWithTools(bundle, path.join(stick, `corrupt-${at}`));
      const file = path.join(copy.bag, name);
      const bytes = corrupt(readFileSync(file));
      execFileSync('chmod', ['u+w', file]);
      if (bytes === undefined) execFileSync('rm', ['-f', file]);
      else writeFileSync(file, bytes);
      expect(copy.run('sha256sum', '-c', '--strict', 'manifest-sha256.txt'), name).not.toBe(0);
      expect(copy.run('python3', 'verify.py'), `${at} ${name}`).not.toBe(0);
    }
  },
);

test.skipIf(missing.length > 0)(
  `unzip and age reject a flipped bit at each of ten places${judges}`,
  async () => {
    const { a, stick } = await caseWithEvidence();
    const keyFile = path.join(stick, 'key.txt');
    execFileSync('age-keygen', ['-o', keyFile], { stdio: 'ignore' });
    const recipient = /age1[0-9a-z]+/.exec(readFileSync(keyFile, 'utf8'))?.[0] ?? '';
    const plain = path.join(stick, 'plain.zip');
    const wrapped = path.join(stick, 'wrapped.zip.age');
    await must(a.run('bundle', '--out', plain));
    await must(a.run('bundle', '--out', wrapped, '--recipient', recipient));
    const run = (program: string, ...args: string[]) =>
      spawnSync(program, args, { stdio: 'ignore' }).status;
    const unpacks = (file: string) => run('unzip', '-tqq', file);
    const decrypts = (file: string) => run('age', '-d', '-i', keyFile, '-o', '/dev/null', file);
    expect([unpacks(plain), decrypts(wrapped)]).toEqual([0, 0]);
    // What a file holds, and not its date: that is nobody's evidence.
    const content = readFileSync(plain).indexOf('"feed.open"');
    const bent = path.join(stick, 'bent');
    for (let at = 0; at < 10; at += 1) {
      writeFileSync(bent, flip(readFileSync(plain), content + at * 7));
      expect(unpacks(bent), `ZIP, place ${at}`).not.toBe(0);
      const bytes = readFileSync(wrapped);
      writeFileSync(bent, flip(bytes, Math.floor(((at + 0.5) * bytes.length) / 10)));
      expect(decrypts(bent), `age, place ${at}`).not.toBe(0);
    }
  },
);

test.skipIf(missing.length > 0)(
  `openssl accepts every line's signature as VERIFY.txt says it, and none of a changed line${judges}`,
  async () => {
    const { a, stick } = await caseWithEvidence();
    await must(a.run('bundle', '--out', path.join(stick, 'out.zip')));
    const { bag } = openWithTools(path.join(stick, 'out.zip'), path.join(stick, 'whole'));
    const prefix = Buffer.from('302a300506032b6570032100', 'hex');
    const checks = (line: string, key: string) => {
      writeFileSync(
        path.join(stick, 'key.der'),
        Buffer.concat([prefix, Buffer.from(key, 'base64')]),
      );
      writeFileSync(path.join(stick, 'message'), `kiroku-op-v1\n${line.slice(5, -96)}`);
      writeFileSync(path.join(stick, 'signature'), Buffer.from(line.slice(-90, -2), 'base64'));
      const args = ['pkeyutl', '-verify', '-pubin', '-inkey', 'key.der', '-keyform', 'DER'];
      const files = ['-rawin', '-in', 'message', '-sigfile', 'signature'];
      return spawnSync('openssl', [...args, ...files], { cwd: stick, stdio: 'ignore' }).status;
    };
    for (const name of readdirSync(path.join(bag, 'data/feeds'))) {
      const lines = readFileSync(path.join(bag, 'data/feeds', name), 'utf8')
        .trimEnd()
        .split('\n');
      const key = /"key":"([^"]+)"/.exec(lines[0] ?? '')?.[1] ?? '';
      for (const line of lines) {
        expect(checks(line, key)).toBe(0);
        expect(checks(line.replace('"wall":1', '"wall":2'), key)).not.toBe(0);
      }
    }
  },
);

test.skipIf(missing.length > 0)(
  `age opens what we wrap, and we open what age wraps${judges}`,
  async () => {
    const { a, stick } = await caseWithEvidence();
    const keyFile = path.join(stick, 'key.txt');
    execFileSync('age-keygen', ['-o', keyFile], { stdio: 'ignore' });
    const recipient = /age1[0-9a-z]+/.exec(readFileSync(keyFile, 'utf8'))?.[0] ?? '';
    const wrapped = path.join(stick, 'out.zip.age');
    await must(a.run('bundle', '--out', wrapped, '--recipient', recipient));
    const opened = path.join(stick, 'opened.zip');
    execFileSync('age', ['-d', '-i', keyFile, '-o', opened, wrapped]);
    expect(openWithTools(opened, path.join(stick, 'opened')).run('python3', 'verify.py')).toBe(0);

    const rewrapped = path.join(stick, 'again.age');
    execFileSync('age', ['-r', recipient, '-o', rewrapped, opened]);
    const c = (await newTeam()).device('c');
    expect((await c.run('merge', rewrapped)).error).toContain('--identity');
    await must(c.run('merge', rewrapped, '--identity', keyFile, '--by', 'CD'));
    expect((await c.run('verify')).code).toBe(0);

    const other = path.join(stick, 'other.txt');
    execFileSync('age-keygen', ['-o', other], { stdio: 'ignore' });
    expect((await c.run('merge', rewrapped, '--identity', other)).error).toContain('does not open');
    const bent = path.join(stick, 'bent.age');
    writeFileSync(bent, flip(readFileSync(rewrapped), readFileSync(rewrapped).length - 30));
    expect((await c.run('merge', bent, '--identity', keyFile)).error).toContain(
      'damaged or cut off',
    );
  },
);

test('a passphrase opens what it wrapped, and no other does', async () => {
  const { a, stick } = await caseWithEvidence();
  const words = path.join(stick, 'words.txt');
  writeFileSync(words, 'correct horse battery staple\n');
  const bundle = path.join(stick, 'out.age');
  await must(a.run('bundle', '--out', bundle, '--age-passphrase-file', words));
  expect(readFileSync(bundle).subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  const c = (await newTeam()).device('c');
  await must(c.run('merge', bundle, '--age-passphrase-file', words, '--by', 'CD'));
  expect((await c.run('verify')).code).toBe(0);
  const others = path.join(stick, 'others.txt');
  writeFileSync(others, 'wrong\n');
  expect((await c.run('merge', bundle, '--age-passphrase-file', others)).error).toContain(
    'does not open',
  );
  writeFileSync(others, '\n');
  expect((await c.run('merge', bundle, '--age-passphrase-file', others)).error).toContain(
    'no passphrase',
  );
});

test('a bundle never replaces a file, and refuses words that are no recipient', async () => {
  const { a, stick } = await caseWithEvidence();
  const there = path.join(stick, 'there.zip');
  writeFileSync(there, 'mine');
  expect((await a.run('bundle', '--out', there)).error).toContain('exists already');
  expect(readFileSync(there, 'utf8')).toBe('mine');
  const out = path.join(stick, 'x.age');
  expect((await a.run('bundle', '--out', out, '--recipient', 'age1nobody')).error).toContain(
    'not an age recipient',
  );
  mkdirSync(path.join(stick, 'folder'));
  expect((await a.run('bundle', '--out', path.join(stick, 'no/such/folder.zip'))).code).toBe(2);
  expect(readdirSync(stick).filter((name) => name.includes('.part'))).toEqual([]);
});

test('a seal from paper is found by its words while it holds', async () => {
  const { a } = await caseWithEvidence();
  const sealed = await a.json('seal', '--by', 'AK');
  const words = String(sealed['words']);
  expect((await must(a.run('seal', '--check', words))).out).toContain('still holds');
  expect(
    (await must(a.run('seal', '--check', String(sealed['value']).toUpperCase()))).out,
  ).toContain('still holds');
  expect((await a.run('seal', '--check', words.replace(/^\w+/, 'abandon'))).code).not.toBe(0);
  expect((await a.run('seal', '--check', 'twelve words')).error).toContain('misspelt or missing');
  expect((await a.run('seal', '--check', '0'.repeat(64))).out).toContain(
    'No line of this notebook',
  );
  const [feed = ''] = readdirSync(path.join(a.folder, 'feeds'));
  const file = path.join(a.folder, 'feeds', feed);
  writeFileSync(file, flip(readFileSync(file), 300));
  expect((await a.run('seal', '--check', words)).out).toContain('damaged');
});

function flip(bytes: Buffer, at: number): Buffer {
  const bent = Buffer.from(bytes);
  bent[at] = (bent[at] ?? 0) ^ 0x01;
  return bent;
}
