import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { keepNextKey, readOwnKey, unprotectedKeys } from '../../../electron/notebook/keys.ts';
import { randomHex } from '../../../electron/notebook/node-crypto.ts';
import { newSigningKey } from '../../../electron/notebook/signing-key.ts';
import { verifyNotebook } from '../../../electron/notebook/verify-notebook.ts';
import { entry, newNotebook, open, type Place, textsOf, write } from './temporary-notebook.ts';

async function codesOf({ folder }: Place): Promise<readonly string[]> {
  const verified = await verifyNotebook(folder);
  if (!verified.ok) throw new Error(verified.error.kind);
  return verified.value.findings.map(({ code }) => code);
}

async function keyFiles({ userData }: Place): Promise<readonly string[]> {
  return (await readdir(path.join(userData, 'keys')))
    .map((name) => name.replace(/^[0-9a-f]{32}/, ''))
    .filter((name) => name.includes('json'))
    .toSorted();
}

async function secretOf(place: Place, notebook: string): Promise<string> {
  const text = await readFile(path.join(place.userData, 'keys', `${notebook}.json`), 'utf8');
  return (JSON.parse(text) as { secret: string }).secret;
}

/** Its own key as it lies on the disk, for a test that does the steps of a change of keys one by one. */
function ownKey({ userData }: Place, notebook: string) {
  const own = readOwnKey(userData, notebook, unprotectedKeys);
  if (own.key === undefined) throw new Error('there is a key');
  return { ...own, key: own.key };
}

test('the feed ends, and the next line begins that of the new key', async () => {
  const place = await newNotebook();
  const first = await open(place);
  await first.append(entry('one'));
  const { notebook, feed: old } = first.describe();
  const secret = await secretOf(place, notebook);
  const changed = await first.changeKey();
  expect(changed).toMatchObject({ ok: true });
  expect(await first.append(entry('too late'))).toEqual({
    ok: false,
    error: { kind: 'read-only' },
  });
  expect(await first.changeKey()).toMatchObject({ ok: false });
  await first.close();

  const second = await open(place);
  const feed = changed.ok ? changed.value : '';
  expect(second.describe()).toMatchObject({ feed, readOnly: null });
  expect(feed).not.toBe(old);
  await second.append(entry('two'));
  await second.close();
  const third = await open(place);
  expect(third.describe().feed).toBe(feed);
  expect(await textsOf(third)).toEqual(expect.arrayContaining(['one', 'two']));
  await third.close();

  expect(await codesOf(place)).toEqual(['key-rotated']);
  expect(await keyFiles(place)).toEqual(['.json']);
  const everything = await Promise.all(
    (await readdir(path.join(place.userData, 'keys'))).map((name) =>
      readFile(path.join(place.userData, 'keys', name), 'utf8'),
    ),
  );
  expect(everything.join('\n')).not.toContain(secret);
});

test('stopped before the line is written, the old key goes on', async () => {
  const place = await newNotebook();
  await write(place, 'one');
  const before = await open(place, { readOnly: true });
  const { notebook } = before.describe();
  const own = ownKey(place, notebook);
  await keepNextKey(own, newSigningKey(), notebook, unprotectedKeys);
  await write(place, 'two');
  const after = await open(place);
  expect(after.describe().feed).toBe(own.key.feed);
  expect(Object.keys(after.describe().heads)).toEqual([own.key.feed]);
  // What was left over is no obstacle to changing the key later.
  expect(await after.changeKey()).toMatchObject({ ok: true });
  await after.close();
  expect(await codesOf(place)).toEqual(['key-rotated']);
  expect(await keyFiles(place)).toEqual(['.json']);
});

test('stopped after the line is written, the opening takes the new key up', async () => {
  const place = await newNotebook();
  await write(place, 'one');
  const looking = await open(place, { readOnly: true });
  const { notebook } = looking.describe();
  const own = ownKey(place, notebook);
  const oldFile = await readFile(own.places.key, 'utf8');
  const first = await open(place);
  const changed = await first.changeKey();
  await first.close();
  // Back to the moment before the last step.
  await rename(own.places.key, own.places.next);
  await writeFile(own.places.key, oldFile);

  await write(place, 'two');
  const last = await open(place, { readOnly: true });
  const feeds = new Set(Object.keys(last.describe().heads));
  expect(feeds).toEqual(new Set([own.key.feed, changed.ok && changed.value]));
  expect(await codesOf(place)).toEqual(['key-rotated']);
  expect(await keyFiles(place)).toEqual(['.json']);
});

test('when the new key is gone, whoever follows is not the one that was named', async () => {
  const place = await newNotebook();
  await write(place, 'one');
  const first = await open(place);
  const { notebook } = first.describe();
  await first.changeKey();
  await first.close();
  const { places } = readOwnKey(place.userData, notebook, unprotectedKeys);
  await rm(places.key);
  await write(place, 'two');
  expect(await codesOf(place)).toEqual(['successor-differs', 'key-rotated']);
});

test('nobody but the program names a new key', async () => {
  const notebook = await open(await newNotebook());
  const { feed, publicKey: key } = newSigningKey();
  const line = { t: 'key.rotate', id: randomHex(16), feed, key } as const;
  expect(await notebook.append(line)).toEqual({
    ok: false,
    error: { kind: 'invalid', field: 't' },
  });
  expect(await notebook.append(entry('goes on'))).toMatchObject({ ok: true });
});

test('a second change hands over once more', async () => {
  const place = await newNotebook();
  await write(place, 'one');
  for (let round = 0; round < 2; round += 1) {
    const notebook = await open(place);
    await notebook.append(entry(`round ${round}`));
    expect(await notebook.changeKey()).toMatchObject({ ok: true });
    await notebook.close();
  }
  expect(await codesOf(place)).toEqual(['key-rotated', 'key-rotated']);
});
