import { mkdirSync, readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { feedIdSchema, idSchema } from '#shared/lib/ids.ts';
import { replaceFile, syncFolder } from './durable-file.ts';
import { randomHex } from './node-crypto.ts';
import { readRememberedHead, type RememberedHead } from './remembered-head.ts';
import { newSigningKey, readSigningKey, type SigningKey } from './signing-key.ts';
import { systemCode } from './system-error.ts';

/** How secrets are kept on this machine; Electron's safeStorage where it really protects, or nothing. */
export type KeyProtection = {
  readonly kind: 'none' | 'safe-storage';
  readonly protect: (secret: string) => string;
  /** Undefined when it cannot be read back (another user, another key ring). */
  readonly reveal: (stored: string) => string | undefined;
};

/** Secrets as they are, behind the file's mode alone: plain Node has no key ring. */
export const unprotectedKeys: KeyProtection = {
  kind: 'none',
  protect: (secret) => secret,
  reveal: (stored) => stored,
};

const keyFileSchema = z.object({
  version: z.literal(1),
  notebook: idSchema,
  feed: feedIdSchema,
  protection: z.enum(['none', 'safe-storage']),
  secret: z.string().max(65_536),
  predecessor: feedIdSchema.optional(),
});

/** Where the key of one notebook lies in the user-data folder. */
export type KeyPlaces = {
  readonly folder: string;
  readonly key: string;
  /** The key that is to follow, while the change of keys is under way. */
  readonly next: string;
  readonly head: string;
  /** What was checked of its feeds (`checkpoints.ts`). */
  readonly checked: string;
  readonly lock: string;
};

/** What this device knows of its own feed in a notebook. */
export type OwnKey = {
  readonly places: KeyPlaces;
  /** The key to write with; undefined when a new one is needed. */
  readonly key?: SigningKey;
  /** The key that `key` may have handed over to, when a change of keys was interrupted. */
  readonly next?: SigningKey;
  /** The feed that a new key (or one whose feed is not open yet) has to name. */
  readonly predecessor?: string;
  /** What the last acknowledged line of `key`'s feed was. */
  readonly remembered?: RememberedHead;
  /** True when there is a key file that cannot be used. */
  readonly unusable: boolean;
};

/**
 * Reads this device's key for a notebook; writes nothing.
 *
 * A key under safeStorage is closed to plain Node: the command line then has a second key of its own,
 * so a second feed, which is no predecessor of anything.
 */
export function readOwnKey(userData: string, notebook: string, protection: KeyProtection): OwnKey {
  const places = keyPlaces(userData, notebook, '');
  const own = readKeyAt(places, notebook, protection);
  if (own !== 'closed-to-us') return own;
  const second = readKeyAt(keyPlaces(userData, notebook, '.plain'), notebook, protection);
  if (second === 'closed-to-us') throw new Error('a plain key file must hold a plain key');
  return second;
}

/** Makes a key for a feed that is not there yet; it lives in memory until `keepKey`. */
export function newOwnKey(places: KeyPlaces, predecessor: string | undefined): OwnKey {
  return {
    places,
    key: newSigningKey(),
    unusable: false,
    ...(predecessor !== undefined && { predecessor }),
  };
}

/** Writes the key that is to follow beside the one in use, durably, before any line names it. */
export async function keepNextKey(
  { places, key }: OwnKey & { readonly key: SigningKey },
  next: SigningKey,
  notebook: string,
  protection: KeyProtection,
): Promise<void> {
  makeKeyFolder(places.folder);
  await replaceFile(places.next, keyFileOf(next, key.feed, notebook, protection), 0o600);
}

/**
 * Puts the key that follows in the place of the one that handed over to it, whose secret is gone then: no copy is
 * kept aside. What the disk keeps of it in blocks that it has not written again is out of a program's reach.
 */
export async function takeUpNextKey(places: KeyPlaces): Promise<void> {
  await rename(places.next, places.key);
  await syncFolder(places.folder);
}

/** Writes a new key durably, before the first line that it signs; the file it replaces is kept aside. */
export async function keepKey(
  own: OwnKey & { readonly key: SigningKey },
  notebook: string,
  protection: KeyProtection,
): Promise<void> {
  const { places, key, predecessor } = own;
  makeKeyFolder(places.folder);
  await moveAside(places.key);
  await replaceFile(places.key, keyFileOf(key, predecessor, notebook, protection), 0o600);
}

function keyFileOf(
  key: SigningKey,
  predecessor: string | undefined,
  notebook: string,
  protection: KeyProtection,
): string {
  const content: z.infer<typeof keyFileSchema> = {
    version: 1,
    notebook,
    feed: key.feed,
    protection: protection.kind,
    secret: protection.protect(key.secret()),
    ...(predecessor !== undefined && { predecessor }),
  };
  return `${JSON.stringify(content)}\n`;
}

/** Makes the folder for keys, closed to other users of the machine. */
export function makeKeyFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

function keyPlaces(userData: string, notebook: string, kind: '' | '.plain'): KeyPlaces {
  const folder = path.join(userData, 'keys');
  const base = path.join(folder, `${notebook}${kind}`);
  return {
    folder,
    key: `${base}.json`,
    next: `${base}.next.json`,
    head: `${base}.head`,
    checked: `${base}.checked`,
    lock: `${base}.lock`,
  };
}

function readKeyAt(
  places: KeyPlaces,
  notebook: string,
  protection: KeyProtection,
): OwnKey | 'closed-to-us' {
  const remembered = readRememberedHead(places.head);
  const formerly = remembered === undefined ? {} : { predecessor: remembered.feed };
  let text: string;
  try {
    text = readFileSync(places.key, 'utf8');
  } catch (error) {
    // Without its key a feed cannot be continued, whatever is remembered of it.
    return { places, unusable: systemCode(error) !== 'ENOENT', ...formerly };
  }
  const stored = parseKeyFile(text, notebook);
  if (stored === undefined) return { places, unusable: true, ...formerly };
  if (stored.protection === 'safe-storage' && protection.kind === 'none') return 'closed-to-us';
  const secret = stored.protection === 'none' ? stored.secret : protection.reveal(stored.secret);
  const key = secret === undefined ? undefined : readSigningKey(secret);
  if (key === undefined || key.feed !== stored.feed)
    return { places, unusable: true, predecessor: stored.feed };
  const next = readNextKey(places, notebook, protection);
  return {
    places,
    key,
    unusable: false,
    ...(next && { next }),
    ...(stored.predecessor !== undefined && { predecessor: stored.predecessor }),
    ...(remembered?.feed === key.feed && { remembered }),
  };
}

/** One that cannot be read is none: it is only looked for where its predecessor handed over to it. */
function readNextKey(
  { next }: KeyPlaces,
  notebook: string,
  protection: KeyProtection,
): SigningKey | undefined {
  let text: string;
  try {
    text = readFileSync(next, 'utf8');
  } catch {
    return undefined;
  }
  const stored = parseKeyFile(text, notebook);
  if (stored === undefined || (stored.protection === 'safe-storage' && protection.kind === 'none'))
    return undefined;
  const secret = stored.protection === 'none' ? stored.secret : protection.reveal(stored.secret);
  return secret === undefined ? undefined : readSigningKey(secret);
}

function parseKeyFile(text: string, notebook: string) {
  try {
    const stored = keyFileSchema.safeParse(JSON.parse(text)).data;
    return stored?.notebook === notebook ? stored : undefined;
  } catch {
    // Not JSON: damaged.
    return undefined;
  }
}

async function moveAside(file: string): Promise<void> {
  try {
    await rename(file, `${file}.old-${randomHex(4)}`);
    await syncFolder(path.dirname(file));
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
}
