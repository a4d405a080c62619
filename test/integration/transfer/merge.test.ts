import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addEvidence, cloneOf, must, newTeam, stateOf, twoCopies } from './two-copies.ts';

test('a bundle becomes a copy of the notebook on a device that has none', async () => {
  const { a, b } = await twoCopies();
  const there = (await b.json('show')) as { entries: { text: string }[] };
  expect(there.entries.map(({ text }) => text)).toEqual(['VPN account used']);
  expect((await b.run('verify')).code).toBe(0);
  expect((await b.json('show'))['notebook']).toBe((await a.json('show'))['notebook']);
});

test('two devices that wrote apart have one case after they exchanged both ways', async () => {
  const { a, b, stick } = await twoCopies();
  await must(a.run('log', '14:10 @pacs01 isolated :action', '--by', 'AK'));
  await must(b.run('log', '14:07 @files02 shadow copies deleted !7', '--by', 'BM'));
  await must(b.run('log', '14:09 call from the ward', '--by', 'BM'));
  await must(b.run('bundle', '--out', path.join(stick, 'b.zip')));
  const taken = await must(a.run('merge', path.join(stick, 'b.zip'), '--by', 'AK'));
  expect(taken.out).toContain('took over 4 lines, 2 entries');
  expect(taken.out).toContain('New here: have its owner read these words to you');
  await must(a.run('bundle', '--out', path.join(stick, 'a.zip')));
  await must(b.run('merge', path.join(stick, 'a.zip'), '--by', 'BM'));
  await must(b.run('bundle', '--out', path.join(stick, 'b2.zip')));
  await must(a.run('merge', path.join(stick, 'b2.zip'), '--by', 'AK'));
  const again = await must(b.run('merge', a.folder, '--by', 'BM'));
  expect(again.out).toContain('took over 1 lines');
  // Now a has every line of b but b's last merge; what people wrote is the same on both.
  const entriesOf = async (device: typeof a) =>
    ((await stateOf(device)) as { entries: { text: string; seq: number }[] }).entries.map(
      ({ text, seq }) => [text, seq],
    );
  expect(await entriesOf(a)).toEqual(await entriesOf(b));
  expect(await entriesOf(a)).toHaveLength(4);
  expect((await a.run('verify')).code).toBe(0);
  expect((await b.run('verify')).code).toBe(0);
});

test('a device that changed its key is one case with the copies of others', async () => {
  const { a, b, stick } = await twoCopies();
  const sealed = await must(a.run('seal', '--new-key', '--by', 'AK'));
  expect(sealed.out).toContain('The key was changed.');
  await must(a.run('log', '14:10 @pacs01 isolated :action', '--by', 'AK'));
  await must(b.run('log', '14:09 call from the ward', '--by', 'BM'));
  const out = path.join(stick, 'a.zip');
  await must(a.run('bundle', '--out', out));
  await must(b.run('merge', out, '--by', 'BM'));
  await must(a.run('merge', b.folder, '--by', 'AK'));
  const feeds = (await readdir(path.join(b.folder, 'feeds'))).toSorted();
  expect(feeds).toHaveLength(3);
  expect((await readdir(path.join(a.folder, 'feeds'))).toSorted()).toEqual(feeds);
  for (const device of [a, b]) {
    expect((await device.run('verify')).code).toBe(0);
    const { findings } = await device.json('verify');
    expect(findings).toMatchObject([{ code: 'key-rotated' }]);
  }
  const own = ((await b.json('show')) as { devices: { feed: string; successor: string | null }[] })
    .devices;
  const ended = own.find(({ successor }) => successor !== null);
  await must(a.run('bundle', '--out', path.join(stick, 'later.zip'), '--since', ended?.feed ?? ''));
  const again = await must(b.run('merge', path.join(stick, 'later.zip'), '--by', 'BM'));
  expect(again.out).toContain('took over 1 lines');
});

test('a dry run says what would come and changes nothing', async () => {
  const { a, b } = await twoCopies();
  await must(b.run('log', '14:07 @files02 shadow copies deleted', '--by', 'BM'));
  const before = await readdir(a.folder, { recursive: true });
  const told = await must(a.run('merge', b.folder, '--dry-run'));
  expect(told.out).toContain('3 new lines, 1 new entries, 0 evidence files');
  expect(told.out).toContain('Nothing was changed');
  expect(await readdir(a.folder, { recursive: true })).toEqual(before);
  expect((await a.json('merge', b.folder, '--dry-run'))['merged']).toBe(false);
});

test('what two people wrote without having read each other stays side by side', async () => {
  const { a, b } = await twoCopies();
  const [entry] = ((await a.json('show')) as { entries: { id: string }[] }).entries;
  const id = entry?.id ?? '';
  await must(
    a.run('correct', id, '14:02 @pacs01 VPN account misused !3', '--reason', 'a', '--by', 'AK'),
  );
  await must(
    b.run('correct', id, '14:02 @pacs01 VPN account stolen !3', '--reason', 'b', '--by', 'BM'),
  );
  const merged = await a.run('merge', b.folder, '--by', 'AK');
  expect(merged.code).toBe(1);
  expect(merged.out).toContain('1 thing was written differently');
  const listed = await a.run('conflicts');
  expect(listed.code).toBe(1);
  expect(listed.out).toContain('AK on');
  expect(listed.out).toContain('VPN account stolen');
  // Whoever writes it anew, having read both, decides.
  await must(
    a.run(
      'correct',
      id,
      '14:02 @pacs01 VPN account stolen and misused !3',
      '--reason',
      'both',
      '--by',
      'AK',
    ),
  );
  expect((await a.run('conflicts')).code).toBe(0);
  await must(b.run('merge', a.folder, '--by', 'BM'));
  expect((await b.run('conflicts')).code).toBe(0);
});

test('evidence comes along, and what the receiver has stays behind with --since', async () => {
  const { a, b, stick } = await twoCopies();
  const file = path.join(stick, 'dump.bin');
  await writeFile(file, 'memory of files02');
  await must(b.run('log', '14:07 @files02 shadow copies deleted', '--by', 'BM'));
  const { out } = await addEvidence(b, file);
  expect(out).toContain('E-001');
  const taken = await must(a.run('merge', b.folder, '--by', 'AK'));
  expect(taken.out).toContain('1 evidence files (17 bytes)');
  expect((await a.run('verify')).code).toBe(0);
  // b has not read a's merge yet, but b named the item itself.
  const feeds = ((await a.json('show')) as { devices: { id: string; lines: number }[] }).devices;
  const own = ((await b.json('show')) as { devices: { id: string }[] }).devices;
  expect(feeds.map(({ id }) => id).toSorted()).toEqual(own.map(({ id }) => id).toSorted());
  const bundled = await a.json(
    'bundle',
    '--out',
    path.join(stick, 'since.zip'),
    '--since',
    await feedOf(b),
  );
  expect(bundled['evidence']).toBe(0);
  expect(bundled['leftOut']).toEqual([
    expect.objectContaining({ no: 'E-001', because: 'receiver-has-it' }),
  ]);
  const light = await a.json(
    'bundle',
    '--out',
    path.join(stick, 'light.zip'),
    '--largest-evidence',
    '0',
  );
  expect(light['leftOut']).toEqual([expect.objectContaining({ because: 'too-large' })]);
});

test('a copy of another notebook is refused by name', async () => {
  const { a, stick } = await twoCopies();
  const other = (await newTeam()).device('x');
  await must(other.run('new', '--title', 'Other'));
  await must(other.run('log', 'something else'));
  const refused = await a.run('merge', other.folder);
  expect(refused.code).toBe(2);
  expect(refused.error).toContain('another notebook');
  expect(refused.error).toContain('Nothing was taken over');
  expect(await readdir(stick)).not.toContain('.merge');
});

test('lines of a device whose key was used in two places are kept twice only when a person says so', async () => {
  const team = await twoCopies();
  const { a, b } = team;
  await must(b.run('log', 'first of b', '--by', 'BM'));
  // The whole device, keys included, is copied and both go on: a cloned virtual machine.
  const twin = await cloneOf(team, 'b', 'twin');
  await must(b.run('log', 'b goes on', '--by', 'BM'));
  await must(twin.run('log', 'the twin goes on', '--by', 'BM'));
  await must(a.run('merge', b.folder, '--by', 'AK'));
  const refused = await a.run('merge', twin.folder, '--by', 'AK');
  expect(refused.code).toBe(2);
  expect(refused.error).toContain('goes on in two different ways');
  const accepted = await a.run('merge', twin.folder, '--accept-forks', '--by', 'AK');
  expect(accepted.code).toBe(1);
  const texts = ((await a.json('show')) as { entries: { text: string }[] }).entries.map(
    ({ text }) => text,
  );
  expect(texts).toContain('first of b');
  expect(texts).not.toContain('b goes on');
  expect(texts).not.toContain('the twin goes on');
  expect((await a.run('verify')).out).toContain('two different lines');
});

async function feedOf(device: { json: (verb: string) => Promise<Record<string, unknown>> }) {
  const merges = (await device.json('show'))['merges'] as { feed: string }[];
  return merges[0]?.feed ?? '';
}
