import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import {
  entry,
  newNotebook,
  onlyFeed,
  open,
  type Place,
  textsOf,
  write,
} from './temporary-notebook.ts';

export type DamagedCase = {
  readonly place: Place;
  readonly feed: string;
  readonly file: string;
  readonly content: Buffer;
  /** Puts notebook and keys back as they were. */
  readonly restore: () => Promise<void>;
};

const texts = ['one', 'two', 'three', 'four'];

/** A notebook of four entries that can be damaged again and again. */
export async function damageable(): Promise<DamagedCase> {
  const place = await newNotebook();
  await write(place, ...texts);
  const { feed, file } = await onlyFeed(place);
  const content = await readFile(file);
  const folders = [path.dirname(file), path.join(place.userData, 'keys')];
  const original = await Promise.all(folders.map(readWhole));
  const restore = async () => {
    for (const [index, folder] of folders.entries()) {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder);
      for (const [name, bytes] of original[index] ?? [])
        await writeFile(path.join(folder, name), bytes);
    }
  };
  return { place, feed, file, content, restore };
}

async function readWhole(folder: string): Promise<readonly (readonly [string, Buffer])[]> {
  const names = await readdir(folder);
  return Promise.all(
    names.map(async (name) => [name, await readFile(path.join(folder, name))] as const),
  );
}

/** Numbers of the lines that hold a byte or end with it. */
function lineAt(content: Buffer, offset: number): number {
  return content.subarray(0, offset).filter((byte) => byte === 0x0a).length;
}

/**
 * Cuts the file to a length and opens it: every whole line is still there, and writing goes on. With
 * its memory the device knows that it had acknowledged more, and begins a new feed; without it the
 * last line is one that was never acknowledged, and the feed goes on.
 */
export async function cutTo(
  damaged: DamagedCase,
  length: number,
  remembers: boolean,
): Promise<void> {
  const { place, feed, file, content, restore } = damaged;
  await restore();
  if (!remembers) await forget(place);
  await truncate(file, length);
  const whole = lineAt(content, length);
  const isTorn = length > 0 && content[length - 1] !== 0x0a;

  const notebook = await open(place);
  const kept = texts.slice(0, Math.max(0, whole - 1));
  expect({ length, texts: await textsOf(notebook) }).toEqual({ length, texts: kept });
  const appended = await notebook.append(entry('after'));
  const continues = appended.ok && appended.value.feed === feed;
  await notebook.close();
  expect({ length, continues }).toEqual({ length, continues: !remembers });
  const tail = await readFile(`${file.replace('.jsonl', '')}.torn-1`).catch(() => Buffer.alloc(0));
  const begunAt = content.subarray(0, length).lastIndexOf(0x0a) + 1;
  expect(tail.toString()).toBe(
    isTorn && !remembers ? content.subarray(begunAt, length).toString() : '',
  );
  const again = await open(place, { readOnly: true });
  expect((await textsOf(again)).toSorted()).toEqual([...kept, 'after'].toSorted());
}

/**
 * Flips one bit and opens: whatever does not touch the changed byte is still there, the damaged feed
 * is left as it lies, and writing goes on in a new one that names it.
 */
export async function flipBit(damaged: DamagedCase, offset: number, bit: number): Promise<void> {
  const { place, feed, file, content, restore } = damaged;
  await restore();
  const changed = Buffer.from(content);
  changed[offset] = (changed[offset] ?? 0) ^ (1 << bit);
  await writeFile(file, changed);

  const touched = new Set([lineAt(content, offset)]);
  // Without its newline a line runs into the next one.
  if (content[offset] === 0x0a) touched.add(lineAt(content, offset) + 1);
  const untouched = texts.filter((_, index) => !touched.has(index + 1));

  const notebook = await open(place);
  const read = await textsOf(notebook);
  expect({ offset, bit, lost: untouched.filter((text) => !read.includes(text)) }).toEqual({
    offset,
    bit,
    lost: [],
  });
  expect({ offset, bit, findings: notebook.describe().findings.length > 0 }).toMatchObject({
    findings: true,
  });
  const appended = await notebook.append(entry('after'));
  expect({ offset, bit, isNew: appended.ok && appended.value.feed !== feed }).toEqual({
    offset,
    bit,
    isNew: true,
  });
  await notebook.close();
  expect(await readFile(file)).toEqual(changed);
}

/** What the device remembers of its feed is gone, as after a power cut. */
async function forget({ userData }: Place): Promise<void> {
  const keys = path.join(userData, 'keys');
  for (const name of await readdir(keys))
    if (name.endsWith('.head')) await rm(path.join(keys, name));
}
