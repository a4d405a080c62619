import { type Bag, signBag, type ZipOptions } from './hostile-bundle.ts';

/** A file that no bundle holds; its name is bent in the archive. */
const notes = 'data/evidence/notes-about-everything.txt';

/** A bundle made to do harm, or broken on its way. */
export type Abuse = {
  readonly name: string;
  /** What the person is told. */
  readonly says: string;
  readonly change?: (bag: Bag) => void;
  readonly zip?: ZipOptions;
};

/** A name of the same length as `notes`, below the bag's folder `case/`. */
function named(other: string): ZipOptions {
  const whole = `case/${notes}`;
  const base = other.slice(0, whole.length);
  return { rename: { [whole]: base.padEnd(whole.length, 'x') } };
}

const withNotes = (bag: Bag) => {
  bag.set(notes, Buffer.from('hello'));
  signBag(bag);
};
const withFile =
  (name: string, text = 'hello') =>
  (bag: Bag) => {
    bag.set(name, Buffer.from(text));
    signBag(bag);
  };
const firstFeed = (bag: Bag) =>
  [...bag].find(([, bytes]) => bytes.includes('first of b'))?.[0] ?? '';
const inFeed = (change: (text: string) => string) => (bag: Bag) => {
  const name = firstFeed(bag);
  bag.set(name, Buffer.from(change(bag.get(name)?.toString('utf8') ?? '')));
  signBag(bag);
};
const neverHeld = 'holds a file that no bundle of Kiroku holds';

/** Every way of being hostile that is refused before anything is kept. */
export const abuses: readonly Abuse[] = [
  {
    name: 'a name that climbs out',
    says: neverHeld,
    change: withNotes,
    zip: named('case/../../../../else/climbs-out-of-it'),
  },
  {
    name: 'a name that climbs with backslashes',
    says: neverHeld,
    change: withNotes,
    zip: named('case/..\\..\\..\\..\\windows\\system32\\e'),
  },
  {
    name: 'an absolute name',
    says: neverHeld,
    change: withNotes,
    zip: named('/etc/cron.d/kiroku-was-here-and-wrote-this'),
  },
  {
    name: 'a drive letter',
    says: 'more than one folder',
    change: withNotes,
    zip: named('C:/Users/Public/Desktop/autorun-this.exe'),
  },
  {
    name: 'a network share',
    says: neverHeld,
    change: withNotes,
    zip: named('//server/share/file-on-another-machine.txt'),
  },
  {
    name: 'a Windows device',
    says: neverHeld,
    change: withNotes,
    zip: named('case/data/evidence/CON'),
  },
  {
    name: 'an alternate stream',
    says: neverHeld,
    change: withNotes,
    zip: named('case/data/notebook.json:hidden-stream-of-it'),
  },
  {
    name: 'a NUL in a name',
    says: neverHeld,
    change: withNotes,
    zip: named('case/data/notebook.json\u0000'),
  },
  {
    name: 'a second top folder',
    says: 'more than one folder',
    change: withNotes,
    zip: named('casf/data/evidence/notes-about-everything'),
  },
  {
    name: 'a file beside the folder',
    says: neverHeld,
    change: withNotes,
    zip: named('notes-beside-the-folder-of-this-bag-here.txt'),
  },
  { name: 'a settings file', says: neverHeld, change: withFile('data/settings.json') },
  { name: 'a key', says: neverHeld, change: withFile('data/keys/own.json') },
  { name: 'a lock', says: neverHeld, change: withFile('data/.lock') },
  { name: 'a decided merge', says: neverHeld, change: withFile('data/.merge-abcdef/decided.json') },
  { name: 'a script in the feeds', says: neverHeld, change: withFile('data/feeds/run.sh') },
  {
    name: 'a feed in upper case',
    says: neverHeld,
    change: withFile('data/feeds/K1-0123456789ABCDEF0123456789ABCDEF.jsonl'),
  },
  {
    name: 'a feed with a longer name',
    says: neverHeld,
    change: withFile('data/feeds/k1-0123456789abcdef0123456789abcdef0.jsonl'),
  },
  {
    name: 'evidence in a folder of its own',
    says: neverHeld,
    change: withFile(`data/evidence/sub/${'a'.repeat(64)}.evid`),
  },
  {
    name: 'evidence with an ending that runs',
    says: neverHeld,
    change: withFile(`data/evidence/${'a'.repeat(64)}.evid.exe`),
  },
  {
    name: 'bidi controls in a name',
    says: neverHeld,
    change: withFile('data/evidence/\u202Efdp.exe'),
  },
  {
    name: 'another spelling of the identity',
    says: neverHeld,
    change: withFile('data/Notebook.json', '{}'),
  },
  {
    name: 'a file that wants to be fetched',
    says: 'wants files fetched',
    change: withFile('fetch.txt', 'http://192.0.2.1/a 5 data/a\n'),
  },
  {
    name: 'a manifest of another hash',
    says: 'hash that Kiroku does not know',
    change: withFile('manifest-md5.txt'),
  },
  {
    name: 'a tag manifest of another hash',
    says: 'hash that Kiroku does not know',
    change: withFile('tagmanifest-sha1.txt'),
  },
  { name: 'the identity twice', says: 'twice', zip: { again: ['data/notebook.json'] } },
  {
    name: 'a symbolic link as evidence',
    says: 'a link or a device',
    change: withFile(`data/evidence/${'a'.repeat(64)}.evid`, '/etc/passwd'),
    zip: { mode: { [`data/evidence/${'a'.repeat(64)}.evid`]: 0o120777 } },
  },
  {
    name: 'a named pipe',
    says: 'a link or a device',
    zip: { mode: { 'data/notebook.json': 0o010644 } },
  },
  {
    name: 'a block device',
    says: 'a link or a device',
    zip: { mode: { 'data/notebook.json': 0o060644 } },
  },
  {
    name: 'a socket',
    says: 'a link or a device',
    zip: { mode: { 'data/notebook.json': 0o140644 } },
  },
  {
    name: 'no declaration',
    says: 'neither a bundle nor a notebook',
    change: (bag) => void bag.delete('bagit.txt'),
  },
  {
    name: 'no manifest',
    says: 'manifest-sha256.txt is missing',
    change: (bag) => void bag.delete('manifest-sha256.txt'),
  },
  {
    name: 'no tag manifest',
    says: 'tagmanifest-sha256.txt is missing',
    change: (bag) => void bag.delete('tagmanifest-sha256.txt'),
  },
  {
    name: 'a manifest that is no manifest',
    says: 'cannot be read',
    change: (bag) => void bag.set('manifest-sha256.txt', Buffer.from('hello\n')),
  },
  {
    name: 'a manifest with a name twice',
    says: 'cannot be read',
    change: (bag) =>
      void bag.set(
        'manifest-sha256.txt',
        Buffer.concat([
          bag.get('manifest-sha256.txt') ?? Buffer.alloc(0),
          bag.get('manifest-sha256.txt') ?? Buffer.alloc(0),
        ]),
      ),
  },
  {
    name: 'a manifest of bytes',
    says: 'cannot be read',
    change: (bag) => void bag.set('manifest-sha256.txt', Buffer.from([0xff, 0xfe, 0x00])),
  },
  {
    name: 'a file that the manifest names and nobody sent',
    says: 'is missing from the bundle',
    change: (bag) => void bag.delete(firstFeed(bag)),
  },
  {
    name: 'a file that no manifest names',
    says: 'not in its list of hashes',
    change: (bag) => void bag.set(`data/evidence/${'b'.repeat(64)}.evid`, Buffer.from('x')),
  },
  {
    name: 'a payload that was changed',
    says: 'is not what the bundle',
    change: (bag) => void bag.set('data/notebook.json', Buffer.from('{}')),
  },
  {
    name: 'a tag file that was changed',
    says: 'is not what the bundle',
    change: (bag) => void bag.set('bagit.txt', Buffer.from('BagIt-Version: 9.9\n')),
  },
  {
    name: 'an identity that is no notebook',
    says: 'neither a bundle nor a notebook',
    change: withFile('data/notebook.json', '{"format":"else"}'),
  },
  {
    name: 'no identity',
    says: 'neither a bundle nor a notebook',
    change: (bag) => {
      bag.delete('data/notebook.json');
      signBag(bag);
    },
  },
  {
    name: 'an identity of a newer version',
    says: 'newer version (format 7)',
    change: withFile(
      'data/notebook.json',
      '{"created":"2026-01-01T00:00:00Z","format":"kiroku-notebook","notebook":"00112233445566778899aabbccddeeff","version":7}',
    ),
  },
  {
    name: 'an identity of a megabyte',
    says: 'neither a bundle nor a notebook',
    change: withFile('data/notebook.json', ' '.repeat(1_048_576)),
  },
  {
    name: 'another notebook',
    says: 'another notebook',
    change: withFile(
      'data/notebook.json',
      '{"created":"2026-01-01T00:00:00Z","format":"kiroku-notebook","notebook":"00112233445566778899aabbccddeeff","version":1}',
    ),
  },
  {
    name: 'a changed word in a line',
    says: 'What came is damaged',
    change: inFeed((text) => text.replace('first of b', 'forst of b')),
  },
  {
    name: 'a line taken out',
    says: 'What came is damaged',
    change: inFeed((text) =>
      text
        .split('\n')
        .filter((_line, at) => at !== 1)
        .join('\n'),
    ),
  },
  {
    name: 'two lines swapped',
    says: 'What came is damaged',
    change: inFeed((text) => {
      const [a, b, c, ...rest] = text.split('\n');
      return [a, c, b, ...rest].join('\n');
    }),
  },
  {
    name: 'a line without its signature',
    says: 'What came is damaged',
    change: inFeed((text) => text.replace(/"s":"[^"]{8}/, '"s":"AAAAAAAA')),
  },
  {
    name: 'another key in the first line',
    says: 'What came is damaged',
    change: inFeed((text) => text.replace(/"key":"[^"]{4}/, '"key":"AAAA')),
  },
  {
    name: 'a first line that is not there',
    says: 'What came is damaged',
    change: inFeed((text) => text.slice(text.indexOf('\n') + 1)),
  },
  {
    name: 'a line of two megabytes',
    says: 'What came is damaged',
    change: inFeed((text) => `${'x'.repeat(2_097_152)}\n${text}`),
  },
  {
    name: 'a feed that is empty while others have read it',
    says: 'What came is damaged',
    change: (bag) => {
      const own = firstFeed(bag);
      for (const name of bag.keys())
        if (name.startsWith('data/feeds/') && name !== own) bag.set(name, Buffer.alloc(0));
      signBag(bag);
    },
  },
];
