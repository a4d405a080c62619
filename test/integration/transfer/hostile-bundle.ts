import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { readNotebookFiles } from '../../fixtures/notebook-files.ts';

/** A bag in memory: bytes by name below its one folder. */
export type Bag = Map<string, Buffer>;

/** The bag of a notebook as an honest sender makes it. */
export function bagOf(folder: string): Bag {
  const bag: Bag = new Map();
  for (const [name, bytes] of readNotebookFiles(folder))
    if (name === 'notebook.json' || name.startsWith('feeds/') || name.startsWith('evidence/'))
      bag.set(`data/${name}`, Buffer.from(bytes));
  bag.set('bagit.txt', Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'));
  return signBag(bag);
}

/** Writes both manifests anew, as somebody does who changes a bag and knows how bags work. */
export function signBag(bag: Bag): Bag {
  bag.delete('manifest-sha256.txt');
  bag.delete('tagmanifest-sha256.txt');
  const list = (wanted: (name: string) => boolean) =>
    Buffer.from(
      [...bag]
        .filter(([name]) => wanted(name))
        .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
        .join(''),
    );
  bag.set(
    'manifest-sha256.txt',
    list((name) => name.startsWith('data/')),
  );
  bag.set(
    'tagmanifest-sha256.txt',
    list((name) => !name.startsWith('data/')),
  );
  return bag;
}

export type ZipOptions = {
  /** Names of the archive's entries as they stand in its directory; the same length as the real ones. */
  readonly rename?: Readonly<Record<string, string>>;
  readonly mode?: Readonly<Record<string, number>>;
  readonly compress?: boolean;
  readonly root?: string;
  /** Entries that are written once more at the end. */
  readonly again?: readonly string[];
};

/** Writes a bag as a ZIP, honest or not; the library refuses bad names, so those are put in afterwards. */
export async function writeBag(bag: Bag, file: string, options: ZipOptions = {}): Promise<void> {
  const bytes = await zipOf(bag, options);
  await pipeline([bytes], createWriteStream(file));
}

export async function zipOf(bag: Bag, options: ZipOptions = {}): Promise<Buffer> {
  const { rename = {}, mode = {}, compress = false, root = 'case', again = [] } = options;
  const zip = new yazl.ZipFile();
  for (const [name, bytes] of [...bag, ...again.map((copy) => [copy, bag.get(copy)] as const)])
    zip.addBuffer(bytes ?? Buffer.alloc(0), `${root}/${name}`, {
      compress,
      mtime: new Date(Date.UTC(2026, 0, 5)),
      mode: mode[name] ?? 0o100644,
    });
  zip.end();
  const blocks: Buffer[] = [];
  for await (const block of zip.outputStream) blocks.push(block as Buffer);
  let archive = Buffer.concat(blocks).toString('latin1');
  for (const [name, other] of Object.entries(rename)) {
    if (name.length !== other.length) throw new Error('a name in a ZIP cannot change its length');
    archive = archive.replaceAll(name, other);
  }
  return Buffer.from(archive, 'latin1');
}
