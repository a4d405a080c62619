import { linkSync, readFileSync, renameSync, rmSync, type Stats, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { writeNewFile } from './durable-file.ts';
import { bootId, machineIdentity, processSpace, processStart } from './machine.ts';
import { randomHex } from './node-crypto.ts';
import { systemCode, systemDetail } from './system-error.ts';

const holderSchema = z.object({
  pid: z.int().min(1),
  /** Start of the process, so that a later one with the same number is not taken for it. */
  started: z.string().max(64),
  boot: z.string().max(128),
  space: z.string().max(128),
  host: z.string().max(255),
  user: z.string().max(255),
  /** Tells two locks of one process apart. */
  token: z.string().max(64).optional(),
});
type Holder = z.infer<typeof holderSchema>;

export type LockError =
  | { readonly kind: 'locked'; readonly holder: string }
  | { readonly kind: 'not-writable'; readonly detail: string };

export type Lock = {
  /** False once somebody else has the lock; a lock file that was deleted by hand is put back. */
  readonly isHeld: () => Promise<boolean>;
  /** True when nobody has touched the file since it was read and found ours: held, with one look. */
  readonly isUntouched: () => boolean;
  readonly release: () => void;
};

/** An unreadable lock file this old was left by a crash; a younger one may be just being written. */
const unreadableGraceMs = 5_000;
const attempts = 20;

/**
 * Takes a lock file, or says who holds it.
 *
 * A stale one is taken over only when its process is known to be gone: the same host, and another
 * start of the machine, or no such process, or one that started at another time. A lock of another
 * host is never taken over; whoever knows that machine to be gone deletes the file by hand.
 */
export async function takeLock(file: string): Promise<Result<Lock, LockError>> {
  const mine = JSON.stringify({ ...thisProcess(), token: randomHex(8) });
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      if (await createLock(file, mine)) return ok(lockOn(file, mine));
    } catch (error) {
      return err({ kind: 'not-writable', detail: systemDetail(error) });
    }
    const found = readLock(file);
    if (found === undefined) continue;
    if (!found.stale) return err({ kind: 'locked', holder: found.holder });
    try {
      moveAside(file, found.content);
    } catch (error) {
      return err({ kind: 'not-writable', detail: systemDetail(error) });
    }
  }
  return err({ kind: 'locked', holder: '?' });
}

function lockOn(file: string, mine: string): Lock {
  let known: FileIdentity | undefined;
  const content = () => {
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  };
  return {
    isUntouched: () => isSameFile(known, identityOf(file)),
    isHeld: async () => {
      const identity = identityOf(file);
      const found = content();
      known = found === mine ? identity : undefined;
      if (found !== undefined) return found === mine;
      try {
        return await createLock(file, mine);
      } catch {
        // Gone and no room to put it back: nobody else has it either.
        return true;
      }
    },
    release: () => {
      if (content() === mine) rmSync(file, { force: true });
    },
  };
}

type FileIdentity = Pick<Stats, 'dev' | 'ino' | 'size' | 'mtimeMs' | 'ctimeMs'>;

function identityOf(file: string): FileIdentity | undefined {
  return statSync(file, { throwIfNoEntry: false });
}

/** True when it is the same file, with nothing written to it and no other name given to it meanwhile. */
function isSameFile(before: FileIdentity | undefined, now: FileIdentity | undefined): boolean {
  return (
    before !== undefined &&
    before.ino === now?.ino &&
    before.dev === now.dev &&
    before.size === now.size &&
    before.mtimeMs === now.mtimeMs &&
    before.ctimeMs === now.ctimeMs
  );
}

/** Creates the lock with its content in one step; false when there is one already. */
async function createLock(file: string, content: string): Promise<boolean> {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${randomHex(6)}.part`);
  await writeNewFile(draft, content);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    return await createWithoutLinks(file, content);
  } finally {
    await rm(draft, { force: true });
  }
}

/** FAT and some network file systems have no hard links. */
async function createWithoutLinks(file: string, content: string): Promise<boolean> {
  try {
    await writeNewFile(file, content);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

type FoundLock = {
  readonly content: string;
  readonly stale: boolean;
  readonly holder: string;
};

function readLock(file: string): FoundLock | undefined {
  let content: string;
  let ageMs: number;
  try {
    content = readFileSync(file, 'utf8');
    ageMs = Date.now() - statSync(file).mtimeMs;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    return { content: '', stale: false, holder: systemDetail(error) };
  }
  const holder = parseHolder(content);
  if (holder === undefined)
    return { content, stale: ageMs > unreadableGraceMs, holder: path.basename(file) };
  const words = `${holder.user === '' ? '?' : holder.user}@${holder.host}, pid ${holder.pid}`;
  return { content, stale: isGone(holder), holder: words };
}

function parseHolder(content: string): Holder | undefined {
  try {
    return holderSchema.safeParse(JSON.parse(content)).data;
  } catch {
    // Not JSON: the machine went down while it was written.
    return undefined;
  }
}

function isGone(holder: Holder): boolean {
  const here = thisProcess();
  if (holder.host !== here.host) return false;
  if (holder.boot !== here.boot && !here.boot.startsWith('derived-')) return true;
  if (holder.space !== here.space) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return systemCode(error) === 'ESRCH';
  }
  const started = processStart(holder.pid);
  return started !== undefined && holder.started !== '' && started !== holder.started;
}

/**
 * Removes exactly the lock that was judged. When another process was quicker and it is that one's
 * new lock that was moved, it is put back; its owner looks after it before every write (`isHeld`).
 */
function moveAside(file: string, judged: string): void {
  const aside = `${file}.${randomHex(6)}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  try {
    if (readFileSync(aside, 'utf8') !== judged) linkSync(aside, file);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function thisProcess(): Holder {
  return {
    pid: process.pid,
    started: processStart(process.pid) ?? '',
    boot: bootId(),
    space: processSpace(),
    ...machineIdentity(),
  };
}
