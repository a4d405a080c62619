import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, rm, symlink, truncate } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { abuses } from './abuses.ts';
import { bagOf, signBag, writeBag, zipOf } from './hostile-bundle.ts';
import { must, type TeamDevice, twoCopies } from './two-copies.ts';

async function twoThatDiffer(): Promise<{ a: TeamDevice; b: TeamDevice; stick: string }> {
  const team = await twoCopies();
  await must(team.b.run('log', 'first of b', '--by', 'BM'));
  await must(team.b.run('log', 'second of b', '--by', 'BM'));
  return team;
}

const nothingTaken = 'Nothing was taken over';

test.each(abuses)('a bundle with $name is refused', async ({ says, change, zip }) => {
  const { a, b, stick } = await twoThatDiffer();
  const bag = bagOf(b.folder);
  change?.(bag);
  const bundle = path.join(stick, 'bundle.zip');
  await writeBag(bag, bundle, zip);
  expect(await refusalOf(a, bundle)).toEqual(refusedWith(says, nothingTaken));
});

test('what the hostile bundles are made of is taken when nobody changes it', async () => {
  const { a, b, stick } = await twoThatDiffer();
  const bundle = path.join(stick, 'bundle.zip');
  await writeBag(bagOf(b.folder), bundle);
  expect((await must(a.run('merge', bundle, '--by', 'AK'))).out).toContain('took over');
  await writeBag(bagOf(b.folder), path.join(stick, 'packed.zip'), { compress: true });
  expect((await must(a.run('merge', path.join(stick, 'packed.zip')))).out).toContain(
    'holds nothing',
  );
});

test('a bundle that is cut off anywhere is refused', async () => {
  const { a, b, stick } = await twoThatDiffer();
  const whole = await zipOf(bagOf(b.folder));
  const bundle = path.join(stick, 'bundle.zip');
  const before = filesOf(a.folder);
  for (let end = 0; end < whole.length; end += Math.ceil(whole.length / 23)) {
    writeFileSync(bundle, whole.subarray(0, end));
    const refused = await a.run('merge', bundle);
    expect(refused.code).toBe(2);
    expect(refused.error).toContain('Nothing was taken over');
  }
  expect(filesOf(a.folder)).toEqual(before);
});

test('a bundle with a flipped bit anywhere is refused or says the same', async () => {
  const { a, b, stick } = await twoThatDiffer();
  const whole = await zipOf(bagOf(b.folder));
  const bundle = path.join(stick, 'bundle.zip');
  const before = filesOf(a.folder);
  for (let at = 7; at < whole.length; at += Math.ceil(whole.length / 41)) {
    const bent = Buffer.from(whole);
    bent[at] = (bent[at] ?? 0) ^ 0x10;
    writeFileSync(bundle, bent);
    const told = await a.run('merge', bundle, '--dry-run');
    // Times and the checksum of the archive are nobody's evidence; everything else is.
    const isSame = told.code === 0 && told.out.includes('2 new entries');
    expect(isSame || (told.code === 2 && told.error.includes('Nothing was taken over'))).toBe(true);
  }
  expect(filesOf(a.folder)).toEqual(before);
});

test('a feed of zeros, as a power cut leaves it, brings nothing and does no harm', async () => {
  const { a, b, stick } = await twoThatDiffer();
  const bag = bagOf(b.folder);
  for (const [name, bytes] of bag)
    if (bytes.includes('first of b')) bag.set(name, Buffer.alloc(bytes.length));
  const bundle = path.join(stick, 'bundle.zip');
  await writeBag(signBag(bag), bundle);
  const before = filesOf(a.folder);
  expect((await must(a.run('merge', bundle))).out).toContain('holds nothing');
  expect(filesOf(a.folder)).toEqual(before);
});

test('a bomb is not unpacked', async () => {
  const { a, b, stick } = await twoThatDiffer();
  const bag = bagOf(b.folder);
  bag.set(`data/evidence/${'c'.repeat(64)}.evid`, Buffer.alloc(64 * 1_048_576));
  const bundle = path.join(stick, 'bundle.zip');
  await writeBag(signBag(bag), bundle, { compress: true });
  expect(await refusalOf(a, bundle)).toEqual(
    refusedWith('unpack to far more than it is', nothingTaken),
  );
});

test('what is neither file nor folder, or not there, is said to be so', async () => {
  const { a, stick } = await twoThatDiffer();
  expect(await refusalOf(a, path.join(stick, 'nothing.zip'))).toEqual(refusedWith('nothing.zip'));
  const text = path.join(stick, 'text.zip');
  writeFileSync(text, 'hello');
  expect(await refusalOf(a, text)).toEqual(
    refusedWith('neither a bundle nor a notebook', nothingTaken),
  );
  await truncate(text, 0);
  expect(await refusalOf(a, text)).toEqual(
    refusedWith('neither a bundle nor a notebook', nothingTaken),
  );
  const folder = path.join(stick, 'folder');
  await mkdir(folder);
  expect(await refusalOf(a, folder)).toEqual(
    refusedWith('neither a bundle nor a notebook', nothingTaken),
  );
});

test('evidence in a folder is taken only with the content that its name says, and links are not followed', async () => {
  const { a, b, stick } = await twoThatDiffer();
  const file = path.join(stick, 'dump.bin');
  writeFileSync(file, 'memory');
  await must(b.runPlain(['evidence', 'add', b.folder, file]));
  const [name = ''] = readdirSync(path.join(b.folder, 'evidence'));
  const there = path.join(b.folder, 'evidence', name);
  await rm(there, { force: true });
  await symlink('/etc/hostname', there);
  const taken = await must(a.run('merge', b.folder, '--by', 'AK'));
  expect(taken.out).toContain('0 evidence files');
  expect(taken.out).toContain('in neither copy yet');
  expect(readdirSync(path.join(a.folder, 'evidence'))).toEqual([]);
  await rm(there);
  writeFileSync(there, 'another memory');
  expect((await a.run('merge', b.folder)).out).toContain('holds nothing');
  expect(readdirSync(path.join(a.folder, 'evidence'))).toEqual([]);
});

/** What both a dry run and a merge say of a source that must not be taken; the notebook stays as it was. */
async function refusalOf(device: TeamDevice, source: string): Promise<readonly string[]> {
  const before = filesOf(device.folder);
  const told: string[] = [];
  for (const dryRun of [['--dry-run'], []]) {
    const refused = await device.run('merge', source, ...dryRun);
    told.push(refused.code === 2 ? refused.error : `taken: ${refused.out}`);
  }
  return JSON.stringify(filesOf(device.folder)) === JSON.stringify(before)
    ? told
    : [...told, 'something was changed'];
}

/** Both refusals, in these words. */
function refusedWith(...words: readonly string[]) {
  const both: unknown = expect.stringMatching(
    new RegExp(
      words.map((word) => `(?=[^]*${word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')})`).join(''),
    ),
  );
  return [both, both];
}

function filesOf(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) {
      const file = path.join(entry.parentPath, entry.name);
      files[path.relative(folder, file)] = readFileSync(file, 'latin1');
    }
  return files;
}
