import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFile,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addFile } from '../../../electron/notebook/add-evidence.ts';
import { addFolder } from '../../../electron/notebook/add-folder.ts';
import { takeFile } from '../../../electron/notebook/evidence-vault.ts';
import { PauseGate } from '../../../electron/notebook/pause-gate.ts';
import { verifyNotebook } from '../../../electron/notebook/verify-notebook.ts';
import { jobErrorText } from '../../../renderer/records/job-error-text.ts';
import { linesOf, newNotebook, open, type Place, temporaryFolder } from './temporary-notebook.ts';

const isRoot = process.getuid?.() === 0;
const block = 1_048_576;

async function evidenceOf({ folder }: Place): Promise<readonly string[]> {
  return readdir(path.join(folder, 'evidence'));
}

describe('a path that leads to no ordinary file is refused in words, and nothing is left behind', () => {
  const notAFile = 'It is a link, a pipe or a device, not a file.';
  const notThere = 'It is not there any more.';
  const cases: readonly (readonly [
    name: string,
    make: (base: string) => Promise<string>,
    words: string,
  ])[] = [
    [
      'a pipe that nobody writes to',
      async (base) => {
        execFileSync('mkfifo', [path.join(base, 'pipe')]);
        return path.join(base, 'pipe');
      },
      notAFile,
    ],
    ['a device without an end', async () => '/dev/zero', notAFile],
    ['a terminal', async () => '/dev/tty', notAFile],
    [
      'a socket',
      async (base) => {
        const server = net.createServer().listen(path.join(base, 'socket'));
        onTestFinished(() => void server.close());
        return path.join(base, 'socket');
      },
      notAFile,
    ],
    [
      'a link to a file',
      async (base) => {
        await writeFile(path.join(base, 'file'), 'x');
        await symlink('file', path.join(base, 'link'));
        return path.join(base, 'link');
      },
      notAFile,
    ],
    [
      'a link to nothing',
      async (base) => {
        await symlink('nothing', path.join(base, 'dangling'));
        return path.join(base, 'dangling');
      },
      notAFile,
    ],
    [
      'a link to itself',
      async (base) => {
        await symlink('loop', path.join(base, 'loop'));
        return path.join(base, 'loop');
      },
      notAFile,
    ],
    ['a folder where a file is meant', async (base) => base, notAFile],
    ['a name that is gone', async (base) => path.join(base, 'gone'), notThere],
    [
      'a path through a file',
      async (base) => {
        await writeFile(path.join(base, 'file'), 'x');
        return path.join(base, 'file', 'inside');
      },
      'It could not be read to its end',
    ],
    [
      'a name that is too long for any disk',
      async (base) => path.join(base, 'n'.repeat(300)),
      'It could not be read to its end',
    ],
    [
      'a file that the system does not hand out',
      async () => '/proc/self/mem',
      'It could not be read to its end',
    ],
  ];
  test.for(cases)('%s', async ([_name, make, words]) => {
    const place = await newNotebook();
    const taken = await takeFile(place.folder, await make(await temporaryFolder()));
    expect(taken.ok).toBe(false);
    const error = taken.ok || taken.error.kind === 'cancelled' ? undefined : taken.error;
    expect(jobErrorText('en', error)).toContain(words);
    expect(await evidenceOf(place)).toEqual([]);
  });

  test('a file that may not be read', async (context) => {
    context.skip(isRoot, 'root may read every file here');
    const place = await newNotebook();
    const file = path.join(await temporaryFolder(), 'secret');
    await writeFile(file, 'x', { mode: 0o000 });
    const taken = await takeFile(place.folder, file);
    expect(taken).toMatchObject({ ok: false, error: { kind: 'no-access' } });
  });
});

describe('a file that does not hold still is taken as it was read, and marked', () => {
  const size = 6 * block;
  const cases: readonly (readonly [name: string, meddle: (file: string) => Promise<unknown>])[] = [
    ['grows', (file) => appendFile(file, 'more')],
    ['shrinks', (file) => truncate(file, 2 * block)],
    [
      'is replaced by another of its name',
      async (file) => {
        await writeFile(`${file}.new`, Buffer.alloc(size, 'b'));
        await rename(`${file}.new`, file);
      },
    ],
    ['vanishes', (file) => rm(file)],
    [
      'becomes a link',
      async (file) => {
        await rm(file);
        await symlink('/etc/passwd', file);
      },
    ],
  ];
  test.for(cases)('it %s', async ([_name, meddle]) => {
    const place = await newNotebook();
    const file = path.join(await temporaryFolder(), 'unsteady.log');
    await writeFile(file, Buffer.alloc(size, 'a'));
    const gate = new PauseGate();
    let meddled: Promise<unknown> | undefined;
    const taken = await takeFile(place.folder, file, {
      gate,
      onProgress: () => {
        if (meddled !== undefined) return;
        gate.pause();
        meddled = meddle(file).finally(() => gate.resume());
      },
    });
    await meddled;
    expect(taken).toMatchObject({ ok: true, value: { changedWhileReading: true } });
    const [copy = ''] = await evidenceOf(place);
    const bytes = await readFile(path.join(place.folder, 'evidence', copy));
    expect(copy).toBe(`${createHash('sha256').update(bytes).digest('hex')}.evid`);
    // Never a byte of what took its place.
    expect(bytes.every((byte) => byte === 97 || byte === 'more'.charCodeAt(0) || byte > 97)).toBe(
      true,
    );
    expect(bytes.includes('root:')).toBe(false);
  });
});

describe('names that are hard to write', () => {
  test.for([
    ['of 255 bytes', Buffer.from('n'.repeat(255))],
    ['that is no UTF-8', Buffer.from([0x66, 0xff, 0xfe, 0x6c, 0x6f, 0x67])],
    ['in Shift_JIS', Buffer.from([0x8b, 0x4c, 0x98, 0x5e])],
    ['with a line feed and an escape sequence', Buffer.from('a\n\u001b[31mred')],
    ['that turns the reading around', Buffer.from('invoice\u202Efdp.exe')],
    ['of dots and blanks', Buffer.from('. . .')],
    ['that begins with a hyphen', Buffer.from('--help')],
  ] as const)('%s', async ([_name, bytes]) => {
    const place = await newNotebook();
    const folder = Buffer.from(`${await temporaryFolder()}/`);
    const whole = Buffer.concat([folder, bytes]);
    await writeFile(whole, 'content');
    // As a window and a command line hand it over: what is no text has signs of replacement in it.
    const taken = await takeFile(place.folder, whole.toString('utf8'));
    expect(taken).toMatchObject({
      ok: true,
      value: { size: 7, origin: { pathBytes: whole.toString('base64') } },
    });
    const notebook = await open(place);
    const added = await addFile(notebook, whole.toString('utf8'), { note: '' });
    expect(added.ok).toBe(true);
  });

  test('two that look alike once they are replaced: neither is guessed', async () => {
    const place = await newNotebook();
    const folder = await temporaryFolder();
    for (const byte of [0xfe, 0xff])
      await writeFile(Buffer.concat([Buffer.from(`${folder}/x`), Buffer.from([byte])]), 'x');
    const taken = await takeFile(place.folder, `${folder}/x\uFFFD`);
    expect(taken).toEqual({ ok: false, error: { kind: 'not-found' } });
  });

  test('times before 1970 and after 2200 are kept as they are', async () => {
    const place = await newNotebook();
    const file = path.join(await temporaryFolder(), 'old');
    await writeFile(file, 'x');
    execFileSync('touch', ['-m', '-d', '@-86400', file]);
    execFileSync('touch', ['-a', '-d', '@7500000000', file]);
    const taken = await takeFile(place.folder, file);
    expect(taken).toMatchObject({
      ok: true,
      value: { times: { modified: -86_400_000, accessed: 7_500_000_000_000 } },
    });
  });
});

describe('a folder', () => {
  test('names links and special files with their reason, follows none, and keeps a list of all', async () => {
    const place = await newNotebook();
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'a', 'b'), { recursive: true });
    await mkdir(path.join(folder, 'empty'));
    await writeFile(path.join(folder, 'a', 'b', 'log'), 'log');
    await writeFile(path.join(folder, '=1+1'), 'formula');
    await link(path.join(folder, 'a', 'b', 'log'), path.join(folder, 'hard link'));
    await symlink('..', path.join(folder, 'a', 'loop'));
    await symlink('/etc/passwd', path.join(folder, 'away'));
    await symlink('nothing', path.join(folder, 'dangling'));
    execFileSync('mkfifo', [path.join(folder, 'a', 'pipe')]);
    const notebook = await open(place);
    const taken = await addFolder(notebook, folder, { note: 'all of it' });
    expect(taken).toMatchObject({
      ok: true,
      value: { taken: 3, refused: { link: 3, special: 1 }, folders: 3, empty: 1, cancelled: false },
    });
    const items = (await linesOf(notebook)).filter(({ p }) => p.op.t === 'evidence.add');
    expect(items.map(({ p }) => (p.op as { folder?: { path: string } }).folder?.path)).toEqual([
      '=1+1',
      'a/b/log',
      'hard link',
      undefined,
    ]);
    const last = items.at(-1)?.p.op as { sha256?: string } | undefined;
    const sha256 = last?.sha256 ?? 'not taken';
    const list = await readFile(path.join(place.folder, 'evidence', `${sha256}.evid`), 'utf8');
    expect(list).toContain('a/loop,link');
    expect(list).toContain('a/pipe,special');
    expect(list).toContain(`"'=1+1",taken`.replaceAll('"', ''));
  });

  test('that holds the notebook itself is taken without it', async () => {
    const place = await newNotebook();
    const notebook = await open(place);
    const above = path.dirname(place.folder);
    await writeFile(path.join(above, 'beside.log'), 'x');
    const taken = await addFolder(notebook, above, { note: '' });
    expect(taken).toMatchObject({ ok: true, value: { refused: { notebook: 1 } } });
    const verified = await verifyNotebook(place.folder);
    expect(verified).toMatchObject({ ok: true, value: { findings: [] } });
  });

  test.for([
    [
      'a file',
      async (base: string) => {
        await writeFile(path.join(base, 'file'), 'x');
        return path.join(base, 'file');
      },
      'not-a-folder',
    ],
    [
      'a link to a folder',
      async (base: string) => {
        await symlink(base, path.join(base, 'link'));
        return path.join(base, 'link');
      },
      'not-a-folder',
    ],
    ['nothing', async (base: string) => path.join(base, 'gone'), 'not-found'],
  ] as const)('that is %s is refused', async ([_name, make, kind]) => {
    const notebook = await open(await newNotebook());
    const taken = await addFolder(notebook, await make(await temporaryFolder()), { note: '' });
    expect(taken).toMatchObject({ ok: false, error: { kind } });
  });

  test('that is stopped keeps what was taken, and its list says where it ended', async () => {
    const place = await newNotebook();
    const folder = await temporaryFolder();
    for (const name of ['a', 'b', 'c', 'd']) await writeFile(path.join(folder, name), name);
    const notebook = await open(place);
    const stopping = new AbortController();
    const taken = await addFolder(notebook, folder, {
      note: '',
      signal: stopping.signal,
      onProgress: (done, total) => {
        if (done > total / 2) stopping.abort();
      },
    });
    expect(taken).toMatchObject({ ok: true, value: { cancelled: true } });
    const count = taken.ok ? taken.value.taken : 0;
    expect(count).toBeGreaterThan(0);
    expect(taken.ok && taken.value.refused.cancelled).toBe(4 - count);
    expect(await linesOf(notebook)).toHaveLength(1 + count + 1);
  });
});

describe('a file that is held', () => {
  test('while it is paused nothing is read; then it goes on where it stood', async () => {
    const place = await newNotebook();
    const file = path.join(await temporaryFolder(), 'large');
    await writeFile(file, Buffer.alloc(8 * block, 'p'));
    const gate = new PauseGate();
    const seen: number[] = [];
    let released = false;
    const taking = takeFile(place.folder, file, {
      gate,
      onProgress: (done) => {
        seen.push(done);
        if (!released && done >= 2 * block) gate.pause();
      },
    });
    while (!gate.isPaused) await new Promise((resolve) => setTimeout(resolve, 5));
    const stoodAt = seen.at(-1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(seen.at(-1)).toBe(stoodAt);
    released = true;
    gate.resume();
    expect(await taking).toMatchObject({ ok: true, value: { size: 8 * block } });
  });

  test('when it is cancelled as it stands still, nothing is left behind', async () => {
    const place = await newNotebook();
    const file = path.join(await temporaryFolder(), 'large');
    await writeFile(file, Buffer.alloc(4 * block));
    const gate = new PauseGate();
    const stopping = new AbortController();
    const taking = takeFile(place.folder, file, {
      gate,
      signal: stopping.signal,
      onProgress: () => gate.pause(),
    });
    while (!gate.isPaused) await new Promise((resolve) => setTimeout(resolve, 5));
    stopping.abort();
    gate.resume();
    expect(await taking).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(await evidenceOf(place)).toEqual([]);
  });
});

test('MD5 and SHA-1 come out of the same reading, and are those of other programs', async () => {
  const place = await newNotebook();
  const file = path.join(await temporaryFolder(), 'image');
  const content = Buffer.alloc(3 * block + 17, 'hash me');
  await writeFile(file, content);
  const taken = await takeFile(place.folder, file, { hashes: ['md5', 'sha1'] });
  const sumOf = (program: string) =>
    execFileSync(program, [file], { encoding: 'utf8' }).split(' ')[0];
  expect(taken).toMatchObject({
    ok: true,
    value: {
      sha256: sumOf('sha256sum'),
      hashes: { md5: sumOf('md5sum'), sha1: sumOf('sha1sum') },
    },
  });
});
