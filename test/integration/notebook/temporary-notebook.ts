import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { SignedLine } from '#shared/journal/envelope.ts';
import type { OperationOf } from '#shared/journal/operation.ts';
import { unprotectedKeys } from '../../../electron/notebook/keys.ts';
import { randomHex } from '../../../electron/notebook/node-crypto.ts';
import { createNotebookFolder, feedFileOf } from '../../../electron/notebook/notebook-folder.ts';
import {
  type OpenNotebook,
  openNotebook,
  type OpenOptions,
} from '../../../electron/notebook/open-notebook.ts';

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kiroku-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export type Place = { readonly folder: string; readonly userData: string };

/** A new notebook and the user-data folder of somebody who has never written in one. */
export async function newNotebook(): Promise<Place> {
  const base = await temporaryFolder();
  const folder = path.join(base, 'case.kiroku');
  const created = await createNotebookFolder(folder);
  if (!created.ok) throw new Error(created.error.kind);
  return { folder, userData: path.join(base, 'user') };
}

/** Opens a notebook; a test that forgets to close it has it closed at its end. */
export async function open(
  { folder, userData }: Place,
  options: Partial<OpenOptions> = {},
): Promise<OpenNotebook> {
  const opened = await openNotebook(folder, {
    userData,
    by: () => 'AK',
    device: 'laptop',
    protection: unprotectedKeys,
    app: { version: '0', commit: 'test' },
    ...options,
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  onTestFinished(() => opened.value.close());
  return opened.value;
}

/** An operation that adds an entry. */
export function entry(text: string, id = randomHex(16)): OperationOf<'entry.add'> {
  return {
    t: 'entry.add',
    id,
    text,
    kind: 'observation',
    at: {
      utc: '2024-03-01T05:02:00Z',
      text: '14:02',
      zone: 'Asia/Tokyo',
      precision: 'minute',
      plusMinusMs: 0,
      untilUtc: null,
      relation: 'at',
    },
    stages: [],
    techniques: [],
    hosts: [],
    tags: [],
    evidence: [],
    starred: false,
  };
}

/** Appends entries, one after the other, and closes. */
export async function write(place: Place, ...texts: readonly string[]): Promise<void> {
  const notebook = await open(place);
  for (const text of texts) {
    const appended = await notebook.append(entry(text));
    if (!appended.ok) throw new Error(JSON.stringify(appended.error));
  }
  await notebook.close();
}

/** Every line that can be read, feed by feed. */
export async function linesOf(notebook: OpenNotebook): Promise<readonly SignedLine[]> {
  const { lines, end } = await notebook.readLines({}, 100_000);
  if (!end) throw new Error('more lines than a test should have');
  return lines;
}

/** The texts of all entries that can be read. */
export async function textsOf(notebook: OpenNotebook): Promise<readonly string[]> {
  return (await linesOf(notebook)).flatMap(({ p }) =>
    p.op.t === 'entry.add' ? [String(p.op['text'])] : [],
  );
}

/** The file of the feed that a notebook was written to first. */
export async function onlyFeed(
  place: Place,
): Promise<{ readonly feed: string; readonly file: string }> {
  const notebook = await open(place, { readOnly: true });
  const [feed] = Object.keys(notebook.describe().heads);
  if (feed === undefined) throw new Error('nothing has been written');
  return { feed, file: feedFileOf(place.folder, feed) };
}

/** The lines of a file without their newlines. */
export async function fileLines(file: string): Promise<readonly string[]> {
  return (await readFile(file, 'utf8')).split('\n').slice(0, -1);
}
