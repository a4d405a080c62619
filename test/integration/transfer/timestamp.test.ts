import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readTimestamp } from '../../../electron/proof/timestamp-response.ts';
import { hasOpenssl, type LocalTsa, makeTsa } from '../../fixtures/local-tsa.ts';
import { runVerify } from '../../fixtures/run-verify.ts';
import { must, newTeam, type TeamDevice, twoCopies } from './two-copies.ts';

const skipped = hasOpenssl ? '' : ' (skipped: openssl is not installed)';

/** A sealed notebook, a service, and its answer to our request. */
async function stamped(kind: 'rsa' | 'ec' = 'ec', section: 'service' | 'chatty' = 'service') {
  const { a, b, stick } = await twoCopies();
  const tsa = makeTsa(path.join(stick, 'tsa'), kind);
  const sealed = await a.json('seal', '--by', 'AK');
  const request = path.join(stick, 'request.tsq');
  const answer = path.join(stick, 'answer.tsr');
  await must(a.run('seal', '--timestamp-request', request));
  tsa.answer(request, answer, section);
  return { a, b, stick, tsa, request, answer, value: String(sealed['value']) };
}

/** The findings about time stamps that both verifiers have, word for word. */
async function verdictOf(device: TeamDevice): Promise<{ code: number; said: string }> {
  const ours = await device.run('verify');
  const theirs = runVerify([device.folder]);
  expect(theirs.code, theirs.stdout).toBe(ours.code);
  const said = ours.out
    .split('\n')
    .filter((line) => line.includes('time-stamping') || line.includes('time stamp'));
  for (const line of said) expect(theirs.stdout).toContain(line);
  return { code: ours.code, said: said.join('\n') };
}

test.skipIf(!hasOpenssl).for([
  ['rsa', 'service'],
  ['rsa', 'chatty'],
  ['ec', 'service'],
  ['ec', 'chatty'],
] as const)(
  `a request is answered by openssl with an %s key (%s), and the answer is checked offline${skipped}`,
  async ([kind, section]) => {
    const { a, tsa, request, answer, value } = await stamped(kind, section);
    // The judge reads what we wrote, and what it wrote we read.
    const asked = execFileSync('openssl', ['ts', '-query', '-in', request, '-text'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(asked).toContain('Hash Algorithm: sha256');
    expect(asked).toContain('Certificate required: yes');
    expect(tsa.complaint(answer, value)).toBeUndefined();
    const kept = await must(a.run('seal', '--timestamp-response', answer));
    expect(kept.out).toContain(`Seal ${value} was there at 20`);
    expect(readFileSync(path.join(a.folder, 'timestamps', `${value}.tsr`))).toEqual(
      readFileSync(answer),
    );
    const { code, said } = await verdictOf(a);
    expect(code).toBe(0);
    expect(said).toMatch(/was there at \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ: a time-stamping service/);
    expect((await a.run('seal', '--timestamp-response', answer)).error).toContain('already');
  },
);

test.skipIf(!hasOpenssl)(`a stamp travels in bundles and joins${skipped}`, async () => {
  const { a, b, stick, answer, value } = await stamped();
  const early = path.join(stick, 'early.zip');
  await must(a.run('bundle', '--out', early));
  await must(b.run('merge', early, '--by', 'BM'));
  await must(a.run('seal', '--timestamp-response', answer));
  const late = path.join(stick, 'late.zip');
  await must(a.run('bundle', '--out', late));
  // Nothing but the stamp is new.
  await must(b.run('merge', late, '--by', 'BM'));
  expect(readdirSync(path.join(b.folder, 'timestamps'))).toEqual([`${value}.tsr`]);
  expect((await verdictOf(b)).said).toContain('was there at');
  const c = (await newTeam()).device('c');
  await must(c.run('merge', late, '--by', 'CD'));
  expect((await verdictOf(c)).said).toContain('was there at');
});

test.skipIf(!hasOpenssl)(
  `no bent or cut answer is read as one of something else${skipped}`,
  async () => {
    const { a, answer, value } = await stamped();
    const whole = readFileSync(answer);
    for (let at = 3; at < whole.length; at += 61) {
      const bent = Buffer.from(whole);
      bent[at] = (bent[at] ?? 0) ^ 0x04;
      // A bit of the authority's certificate, which nothing in the answer signs, may be another one.
      const read = readTimestamp(bent);
      expect(read.ok ? read.value.stamped : value).toBe(value);
      expect(readTimestamp(whole.subarray(0, at)).ok).toBe(false);
    }
    expect((await a.run('verify')).code).toBe(0);
  },
);

test.skipIf(!hasOpenssl)(
  `a bent or cut answer is refused, and found where it lies already${skipped}`,
  async () => {
    const { a, answer, value } = await stamped();
    const whole = readFileSync(answer);
    const place = path.join(a.folder, 'timestamps', `${value}.tsr`);
    mkdirSync(path.dirname(place));
    writeFileSync(place, whole.subarray(0, whole.length - 9));
    const { code, said } = await verdictOf(a);
    expect(code).toBe(1);
    expect(said).toContain('proves nothing');
    const bent = Buffer.from(whole);
    bent[bent.length - 12] = (bent[bent.length - 12] ?? 0) ^ 1;
    writeFileSync(place, bent);
    expect(await verdictOf(a)).toMatchObject({ code: 1, said: expect.stringContaining('nothing') });
    rmSync(place);
    writeFileSync(`${answer}.bent`, bent);
    const refused = await a.run('seal', '--timestamp-response', `${answer}.bent`);
    expect(refused.code).toBe(2);
    expect(refused.error).toContain('Nothing was kept');
    expect(readdirSync(path.dirname(place))).toEqual([]);
  },
);

test.skipIf(!hasOpenssl)(
  `an answer to something else, a refusal and what is no answer are refused${skipped}`,
  async () => {
    const { a, stick, tsa, request, answer, value } = await stamped();
    const other = path.join(stick, 'other.tsr');
    answerTo(tsa, '0'.repeat(64), other);
    expect((await a.run('seal', '--timestamp-response', other)).error).toContain(
      'no seal of this notebook',
    );
    const refusal = path.join(stick, 'refusal.tsr');
    tsa.answer(request, refusal, 'stubborn');
    expect((await a.run('seal', '--timestamp-response', refusal)).error).toContain(
      'refused to sign',
    );
    const big = path.join(stick, 'big.tsr');
    writeFileSync(big, Buffer.alloc(300_000, 0x30));
    for (const file of [big, request, stick, path.join(stick, 'nothing'), a.folder])
      expect((await a.run('seal', '--timestamp-response', file)).error).toContain(
        'not the answer of a time-stamping service',
      );
    expect(readdirSync(a.folder)).not.toContain('timestamps');
    // The right file under the wrong seal says nothing either.
    mkdirSync(path.join(a.folder, 'timestamps'));
    writeFileSync(path.join(a.folder, 'timestamps', `${'0'.repeat(64)}.tsr`), readFileSync(answer));
    expect(value).not.toBe('0'.repeat(64));
    expect(await verdictOf(a)).toMatchObject({ code: 1, said: expect.stringContaining('nothing') });
  },
);

test.skipIf(!hasOpenssl)(
  `a request never replaces a file, and needs a seal${skipped}`,
  async () => {
    const { a, b, request } = await stamped();
    const before = readFileSync(request);
    expect((await a.run('seal', '--timestamp-request', request)).code).toBe(2);
    expect(readFileSync(request)).toEqual(before);
    chmodSync(request, 0o600);
    expect((await b.run('seal', '--timestamp-request', `${request}.b`)).error).toContain(
      'no seal yet',
    );
  },
);

function answerTo(tsa: LocalTsa, digest: string, answer: string): void {
  const request = path.join(tsa.folder, 'other.tsq');
  execFileSync(
    'openssl',
    ['ts', '-query', '-digest', digest, '-sha256', '-cert', '-out', request],
    {
      stdio: 'ignore',
    },
  );
  tsa.answer(request, answer);
}
