import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runVerify } from '../../fixtures/run-verify.ts';
import { addEvidence, must, newTeam, type TeamDevice, twoCopies } from './two-copies.ts';

const onPurpose = 'was left out of this copy on purpose: AK';
const missing = 'is not in the evidence folder';

/** A notebook with one evidence file on a, and a bundle of it without the file. */
async function lightBundle() {
  const team = await twoCopies();
  const { a, stick } = team;
  const file = path.join(stick, 'memory.raw');
  writeFileSync(file, 'memory of pacs01');
  await addEvidence(a, file);
  const bundle = path.join(stick, 'light.zip');
  await must(a.run('bundle', '--out', bundle, '--largest-evidence', '0', '--by', 'AK'));
  return { ...team, bundle };
}

/** What both verifiers say of a device's folder, and whether they find it in order. */
async function verdictOf(device: TeamDevice): Promise<{ code: number; said: string }> {
  const ours = await device.run('verify');
  const theirs = runVerify([device.folder]);
  expect(theirs.code).toBe(ours.code);
  for (const words of [onPurpose, missing])
    expect(theirs.stdout.includes(words), theirs.stdout).toBe(ours.out.includes(words));
  return { code: ours.code, said: ours.out };
}

test('evidence that a bundle left out is said to be left out on purpose, by whom and when', async () => {
  const { b, bundle } = await lightBundle();
  const taken = await must(b.run('merge', bundle, '--by', 'BM'));
  expect(taken.out).toContain('1 evidence file was left out on purpose');
  expect(taken.out).not.toContain('in neither copy');
  const { code, said } = await verdictOf(b);
  expect(code).toBe(0);
  expect(said).toMatch(/E-001 \(SHA-256 [0-9a-f]{12}\) was left out .* AK \(feed k1-[0-9a-f]{8}\)/);
  expect(said).toMatch(/signed so on \d{4}-\d\d-\d\d \d\d:\d\d [+-]\d\d:\d\d/);
});

test('whoever has the bundle can carry the statement on', async () => {
  const { b, bundle, stick } = await lightBundle();
  await must(b.run('merge', bundle, '--by', 'BM'));
  const next = path.join(stick, 'next.zip');
  await must(b.run('bundle', '--out', next));
  const c = (await newTeam()).device('c');
  await must(c.run('merge', next, '--by', 'CD'));
  expect(await verdictOf(c)).toMatchObject({ code: 0, said: expect.stringContaining(onPurpose) });
});

test('the statement goes when the file comes, and the file may not vanish after that', async () => {
  const { a, b, bundle } = await lightBundle();
  await must(b.run('merge', bundle, '--by', 'BM'));
  await must(b.run('merge', a.folder, '--by', 'BM'));
  expect(readdirSync(path.join(b.folder, 'left-out'))).toEqual([]);
  expect((await verdictOf(b)).said).not.toContain(onPurpose);
  await must(b.run('merge', bundle, '--by', 'BM'));
  loseEvidence(b);
  expect(await verdictOf(b)).toMatchObject({ code: 1, said: expect.stringContaining(missing) });
  await must(b.run('merge', bundle, '--by', 'BM'));
  expect(await verdictOf(b)).toMatchObject({ code: 1, said: expect.stringContaining(missing) });
});

test('a bundle is no excuse for whoever made it', async () => {
  const { a, b, bundle } = await lightBundle();
  await must(b.run('merge', bundle, '--by', 'BM'));
  await must(b.run('log', '14:30 a call', '--by', 'BM'));
  loseEvidence(a);
  await must(a.run('merge', b.folder, '--by', 'AK'));
  expect(await verdictOf(a)).toMatchObject({ code: 1, said: expect.stringContaining(missing) });
});

test('a statement that was changed does not count', async () => {
  const { b, bundle } = await lightBundle();
  await must(b.run('merge', bundle, '--by', 'BM'));
  const [name = ''] = readdirSync(path.join(b.folder, 'left-out'));
  const file = path.join(b.folder, 'left-out', name);
  writeFileSync(file, readFileSync(file, 'utf8').replace('"by":"AK"', '"by":"XX"'));
  const { code, said } = await verdictOf(b);
  expect(code).toBe(1);
  expect(said).toContain(missing);
  expect(said).toContain('It does not count');
});

test('a device that has not written here leaves nothing out', async () => {
  const { a, stick } = await lightBundle();
  const c = (await newTeam()).device('c');
  const out = path.join(stick, 'c.zip');
  const refused = await c.runPlain(['bundle', a.folder, '--out', out, '--largest-evidence', '0']);
  expect(refused.code).toBe(2);
  expect(refused.error).toContain('signed for by this device');
  expect(readdirSync(stick)).not.toContain('c.zip');
  await must(c.runPlain(['bundle', a.folder, '--out', out]));
});

function loseEvidence({ folder }: TeamDevice): void {
  const place = path.join(folder, 'evidence');
  for (const name of readdirSync(place)) {
    chmodSync(path.join(place, name), 0o600);
    rmSync(path.join(place, name));
  }
}
