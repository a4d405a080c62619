import { generateIdentity, identityToRecipient } from 'age-encryption';
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { addEvidence, must, newTeam, type Team, type TeamDevice, twoCopies } from './two-copies.ts';

const limitBytes = 70 * 1_024;
const hasTools = spawnSync('sha256sum', ['--version']).error === undefined;

let a: TeamDevice;
let stick: string;
let team: Team;

/** A bundle of some 300 KiB in parts below 70 KiB each. */
beforeEach(async () => {
  const made = await twoCopies();
  ({ a, stick } = made);
  team = await newTeam();
  const file = path.join(stick, 'image.dd');
  writeFileSync(file, randomBytes(256 * 1_024));
  await addEvidence(a, file);
});

const out = () => path.join(stick, 'case.zip');
const bundle = (...more: string[]) => a.run('bundle', '--out', out(), '--split', '70KiB', ...more);
const ofBundle = () =>
  readdirSync(stick)
    .filter((name) => name.startsWith('case.zip'))
    .toSorted();

test('no part reaches the size, and any of them brings the whole', async () => {
  const { out: said } = await must(bundle());
  const names = ofBundle();
  expect(names).toContain('case.zip.parts.sha256');
  expect(names).not.toContain('case.zip');
  const parts = names.filter((name) => /\.\d{3}$/.test(name));
  expect(parts.length).toBeGreaterThan(4);
  for (const name of parts) expect(statSync(path.join(stick, name)).size).toBeLessThan(limitBytes);
  expect(said).toContain(`In ${parts.length} files`);
  for (const [at, name] of ['case.zip.001', 'case.zip.003', 'case.zip.parts.sha256'].entries()) {
    const c = team.device(`c${at}`);
    const taken = await must(c.run('merge', path.join(stick, name), '--by', 'CD'));
    expect(taken.out).toContain('case.zip: took over');
    expect((await c.run('verify')).code).toBe(0);
  }
});

test.skipIf(!hasTools)(
  'cat and sha256sum join and check them (skipped where there is no sha256sum)',
  async () => {
    await must(bundle());
    execFileSync('sh', ['-c', 'cat case.zip.??? > case.zip && sha256sum -c --strict *.sha256'], {
      cwd: stick,
    });
    const c = team.device('c');
    expect((await must(c.run('merge', out(), '--by', 'CD'))).out).toContain('took over');
  },
);

test('what is small enough stays one file', async () => {
  await must(a.run('bundle', '--out', out(), '--split', '4GiB'));
  expect(ofBundle()).toEqual(['case.zip']);
});

test('parts that are wrapped with age open with their key', async () => {
  const identity = await generateIdentity();
  const keys = path.join(stick, 'key.txt');
  writeFileSync(keys, `${identity}\n`);
  await must(bundle('--recipient', await identityToRecipient(identity)));
  const c = team.device('c');
  const first = path.join(stick, 'case.zip.001');
  expect((await c.run('merge', first)).error).toContain('--age-passphrase-file');
  await must(c.run('merge', first, '--identity', keys, '--by', 'CD'));
});

const damages: readonly (readonly [string, string, (stick: string) => void])[] = [
  ['a part is gone', 'case.zip.002 is missing', (at) => rmSync(path.join(at, 'case.zip.002'))],
  ['the last part is gone', 'is missing from the bundle', (at) => rmSync(lastPart(at))],
  ['a part is cut off', 'not what the bundle’s list', (at) => cut(path.join(at, 'case.zip.002'))],
  ['a bit is flipped', 'not what the bundle’s list', (at) => bend(path.join(at, 'case.zip.003'))],
  [
    'two parts are the same',
    'not what the bundle’s list',
    (at) => copyFileSync(path.join(at, 'case.zip.001'), path.join(at, 'case.zip.002')),
  ],
  [
    'the list names a file of another place',
    'cannot be read',
    (at) => edit(at, (text) => text.replace('case.zip.002', '../case.zip.002')),
  ],
  [
    'the list leaves out a part',
    'cannot be read',
    (at) => edit(at, (text) => text.replace(/.*case\.zip\.002\n/, '')),
  ],
  ['the list is empty', 'cannot be read', (at) => edit(at, () => '')],
  [
    'the list says another whole',
    'not what the bundle’s list',
    (at) =>
      edit(at, (text) => text.replace(/^[0-9a-f]{64}( {2}case\.zip)$/m, `${'0'.repeat(64)}$1`)),
  ],
];

test.each(damages)('%s: nothing is taken over', async (_name, says, damage) => {
  await must(bundle());
  damage(stick);
  const c = team.device('c');
  const source = path.join(stick, 'case.zip.001');
  for (const more of [['--dry-run'], []]) {
    const refused = await c.run('merge', source, ...more);
    expect(refused.code).toBe(2);
    expect(refused.error).toContain(says);
    expect(refused.error).toContain('Nothing was taken over');
  }
  expect((await c.run('show')).code).toBe(2);
});

test('without the list the parts are joined, and the bundle’s own hashes speak', async () => {
  await must(bundle());
  rmSync(path.join(stick, 'case.zip.parts.sha256'));
  await must(team.device('c').run('merge', path.join(stick, 'case.zip.001'), '--by', 'CD'));
  rmSync(lastPart(stick));
  const refused = await team.device('d').run('merge', path.join(stick, 'case.zip.001'));
  expect(refused.error).toContain('Nothing was taken over');
});

test.each([
  ['a whole', 'case.zip'],
  ['a later part', 'case.zip.003'],
  ['a list', 'case.zip.parts.sha256'],
])('%s that is there already stays as it is', async (_name, taken) => {
  writeFileSync(path.join(stick, taken), 'mine');
  const refused = await bundle();
  expect(refused.code).toBe(2);
  expect(refused.error).toContain(`${taken} exists already`);
  expect(ofBundle()).toEqual([taken]);
  expect(readFileSync(path.join(stick, taken), 'utf8')).toBe('mine');
  expect(readdirSync(stick).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test.each(['0', '64KiB', '-1GiB', '4 furlongs', '1TiB', 'x', '4.5GiB'])(
  'a size of %s is refused in words',
  async (size) => {
    const refused = await a.run('bundle', '--out', out(), '--split', size);
    expect(refused.code).toBe(2);
    expect(ofBundle()).toEqual([]);
  },
);

function lastPart(at: string): string {
  const parts = readdirSync(at).filter((name) => /^case\.zip\.\d{3}$/.test(name));
  return path.join(at, parts.toSorted().at(-1) ?? '');
}

function cut(file: string): void {
  writeFileSync(file, readFileSync(file).subarray(0, 1_000));
}

function bend(file: string): void {
  const bytes = readFileSync(file);
  bytes[500] = (bytes[500] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

function edit(at: string, change: (text: string) => string): void {
  const file = path.join(at, 'case.zip.parts.sha256');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}
