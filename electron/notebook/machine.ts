import { createHash } from 'node:crypto';
import { openSync, readFileSync, readlinkSync, readSync } from 'node:fs';
import os from 'node:os';

/** One reading of the machine's clocks, as every line of a feed carries it. */
export type ClockReading = {
  /** ms since the epoch. */
  readonly wall: number;
  /** Offset of the machine's zone at that instant, `+09:00`. */
  readonly tz: string;
  /** ms since boot; goes on while the machine sleeps, and nobody can set it. */
  readonly mono: number;
  readonly boot: string;
};

export type MachineClock = { readonly read: () => ClockReading };

/** The clocks of this machine. */
export function machineClock(): MachineClock {
  const boot = bootId();
  const msSinceBoot = bootClock();
  let offset = Number.NaN;
  let tz = '';
  return {
    read: () => {
      const wall = Date.now();
      const now = -new Date(wall).getTimezoneOffset();
      if (now !== offset) tz = offsetText(now);
      offset = now;
      return { wall, tz, mono: msSinceBoot(), boot };
    },
  };
}

/** Host name and user as the system knows them; both are only labels. */
export function machineIdentity(): { readonly host: string; readonly user: string } {
  let user = '';
  try {
    user = os.userInfo().username;
  } catch {
    // A container may run under a user id that has no name.
    user = process.env['USER'] ?? process.env['USERNAME'] ?? '';
  }
  return { host: os.hostname().slice(0, 255), user: user.slice(0, 255) };
}

/** An id that changes with every start of the machine. */
export function bootId(): string {
  const linux = readSystemFile('/proc/sys/kernel/random/boot_id');
  if (linux !== undefined && linux !== '') return linux;
  const bootMinute = Math.round((Date.now() - os.uptime() * 1000) / 60_000);
  const digest = createHash('sha256').update(`${os.hostname()}\n${bootMinute}`).digest('hex');
  return `derived-${digest.slice(0, 32)}`;
}

/**
 * When a process started, in ticks since boot: tells it from a later one that got the same number.
 * Undefined where the system does not say (or the process is gone).
 */
export function processStart(pid: number): string | undefined {
  const stat = readSystemFile(`/proc/${pid}/stat`);
  // The second field, the name in parentheses, may hold spaces: count from its end (proc(5), field 22).
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

/** The process namespace: the same number means another process in another container. */
export function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** A clock in ms since boot that counts sleep wherever the system has one that does. */
function bootClock(): () => number {
  // On macOS os.uptime() follows the wall clock, hrtime does not.
  if (process.platform === 'darwin') return () => Number(process.hrtime.bigint() / 1_000_000n);
  const uptime = process.platform === 'linux' ? openUptime() : undefined;
  return () => Math.round((uptime?.() ?? os.uptime()) * 1000);
}

/**
 * What os.uptime() reads on Linux (proc_uptime(5), seconds since boot, sleep included), from a file that
 * stays open: opening it took longer than reading it, and every line asks. Undefined where there is none.
 */
function openUptime(): (() => number | undefined) | undefined {
  const text = Buffer.alloc(64);
  try {
    uptimeFile ??= openSync('/proc/uptime', 'r');
  } catch {
    return undefined;
  }
  const file = uptimeFile;
  return () => {
    const seconds = Number.parseFloat(
      text.toString('latin1', 0, readSync(file, text, 0, text.length, 0)),
    );
    return Number.isFinite(seconds) ? seconds : undefined;
  };
}

/** One for the process: it is never closed, whatever notebooks come and go. */
let uptimeFile: number | undefined;

function offsetText(minutes: number): string {
  const size = Math.abs(Math.round(minutes));
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

function readSystemFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
