import { appendFile, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type TestContext, test } from 'vitest';
import { type Finished, RunningCommand, cliFile, startCli } from './command-line.ts';
import { buildFailingDisk } from './failing-disk.ts';
import {
  entry,
  linesOf,
  newNotebook,
  onlyFeed,
  open,
  type Place,
  temporaryFolder,
  textsOf,
  write,
} from './temporary-notebook.ts';
import { verifyNotebook } from '../../../electron/notebook/verify-notebook.ts';

const count = 60;

test.for(['sync:1', 'sync:2', 'sync:3', 'write:1', 'write:2'])(
  'tells the truth about every line when one call fails (%s)',
  async (fault, context) => {
    const place = await newNotebook();
    const finished = await logUnder(fault, place, context);
    const { saved, refused } = await answersOf(place, finished);
    // A group that failed is tried line by line on a new descriptor: one bad call costs one line at most.
    expect({ answered: saved.length + refused, isBad: refused > 1 }).toEqual({
      answered: count,
      isBad: false,
    });
  },
);

test.for(['sync:2-', 'write:2-'])(
  'acknowledges nothing more when the disk stays broken (%s), and goes on when it is mended',
  async (fault, context) => {
    const place = await newNotebook();
    await write(place, 'before');
    const finished = await logUnder(fault, place, context, 'one at a time');
    const { saved, refused } = await answersOf(place, finished);
    expect(refused).toBeGreaterThan(count / 2);
    expect(saved.length + refused).toBe(count);
    expect(finished.error).toContain('it was not written');
    await write(place, 'after');
    expect(await findings(place)).toEqual([]);
  },
);

test('writes whole lines through a system that takes only a part of each', async (context) => {
  const place = await newNotebook();
  const finished = await logUnder('short', place, context);
  expect(await answersOf(place, finished)).toMatchObject({ refused: 0 });
});

test.for([
  ['in its first piece', 'flip:1'],
  ['in its last piece', 'flip:2'],
] as const)('takes no file whose copy reads back differently %s', async ([, fault], context) => {
  const library = await buildFailingDisk();
  // Only a library in front of the system's own can make a real disk lie; why there is none was said aloud.
  if (library === undefined) return context.skip('needs Linux and a C compiler');
  const place = await newNotebook();
  await write(place, 'before');
  const file = path.join(await temporaryFolder(), 'disk.img');
  await writeFile(file, Buffer.alloc(20_000_000, 'sector'));
  const take = (env: Readonly<Record<string, string>>) =>
    startCli(['evidence', 'add', place.folder, file], {
      KIROKU_USER_DATA: place.userData,
      LANG: 'C',
      ...env,
    }).finished;
  const lied = await take({ LD_PRELOAD: library, FAULT: fault });
  expect(lied.code).toBe(2);
  expect(lied.error).toContain('does not read back as it was written');
  expect(await readdir(path.join(place.folder, 'evidence'))).toEqual([]);
  expect(await findings(place)).toEqual([]);
  // The same disk, when it tells the truth.
  expect((await take({})).code).toBe(0);
  return undefined;
});

test('acknowledges up to a file-size limit and not a line beyond, and goes on without it', async () => {
  const place = await newNotebook();
  await write(place, 'before');
  const command = new RunningCommand(
    'bash',
    ['-c', 'ulimit -f 24; exec "$@"', 'bash', process.execPath, cliFile(), ...logArguments(place)],
    { env: { ...process.env, KIROKU_USER_DATA: place.userData, LANG: 'C' } },
  );
  command.child.stdin?.end(inputLines());
  const finished = await command.finished;
  const { saved, refused } = await answersOf(place, finished);
  expect(saved.length).toBeGreaterThan(5);
  expect(refused).toBeGreaterThan(5);
  expect(finished.error).toContain('The disk is full');
  await write(place, 'after');
  expect(await findings(place)).toEqual([]);
});

test.each(['appends to it', 'puts an older copy in its place', 'cuts it', 'deletes it'])(
  'acknowledges nothing more once another program %s',
  async (what) => {
    const place = await newNotebook();
    await write(place, 'before');
    const notebook = await open(place);
    await notebook.append(entry('one'));
    const { file } = await onlyFeed(place);
    const text = await readFile(file, 'utf8');
    if (what === 'appends to it') await appendFile(file, 'not ours');
    if (what === 'cuts it') await truncate(file, text.length - 1);
    if (what === 'deletes it') await rm(file);
    if (what === 'puts an older copy in its place') {
      await writeFile(`${file}.part`, text);
      await rename(`${file}.part`, file);
    }
    const results = [await notebook.append(entry('two')), await notebook.append(entry('three'))];
    expect(results).toMatchObject(results.map(() => ({ error: { kind: 'write-failed' } })));
    await notebook.close();
    // Opened anew, it is seen for what it is now, and writing goes on.
    await write(place, 'after');
    const again = await open(place, { readOnly: true });
    expect(await textsOf(again)).toContain('after');
  },
);

function logArguments({ folder }: Place): readonly string[] {
  return ['log', folder, '-', '--json', '--by', 'AK'];
}

function inputLines(): string {
  return Array.from({ length: count }, (_, index) => `entry ${index}\n`).join('');
}

async function logUnder(
  fault: string,
  place: Place,
  context: TestContext,
  pace: 'all at once' | 'one at a time' = 'all at once',
): Promise<Finished> {
  const library = await buildFailingDisk();
  if (library === undefined) return context.skip('needs Linux and a C compiler');
  const command = startCli(logArguments(place), {
    KIROKU_USER_DATA: place.userData,
    LD_PRELOAD: library,
    FAULT: fault,
    LANG: 'C',
  });
  if (pace === 'one at a time') {
    command.child.stdin?.write('first\n');
    await command.printed(1);
  }
  const lines = inputLines();
  command.child.stdin?.end(pace === 'all at once' ? lines : lines.slice(lines.indexOf('\n') + 1));
  return command.finished;
}

/** What was promised, held against what lies on the disk: every promise kept, and nothing else there. */
async function answersOf(place: Place, { out, error }: Finished) {
  const saved = out
    .split('\n')
    .slice(0, -1)
    .map((line) => (JSON.parse(line) as { hash: string }).hash);
  const refused = error.split('\n').filter((line) => line.startsWith('Line ')).length;
  const notebook = await open(place);
  const lines = await linesOf(notebook);
  await notebook.close();
  const hashes = new Set(lines.map(({ hash }) => hash));
  expect(saved.filter((hash) => !hashes.has(hash))).toEqual([]);
  const unpromised = lines.filter(
    ({ p, hash }) => /^(entry|first)/.test(String(p.op['text'])) && !saved.includes(hash),
  );
  expect(unpromised).toEqual([]);
  expect(await findings(place)).toEqual([]);
  return { saved, refused };
}

async function findings({ folder }: Place): Promise<readonly string[]> {
  const verified = await verifyNotebook(folder);
  const found = verified.ok ? verified.value.findings.map(({ code }) => code) : ['unreadable'];
  // A fault at the very first line leaves a feed without any: true, and no damage.
  return found.filter((code) => code !== 'feed-empty' && code !== 'torn-tail');
}
