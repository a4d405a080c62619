import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
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
  return {
    read: () => {
      const wall = Date.now();
      return { wall, tz: offsetText(wall), mono: msSinceBoot(), boot };
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

function msSinceBoot(): number {
  // os.uptime() counts sleep on Linux and Windows; on macOS it follows the wall clock, hrtime does not.
  if (process.platform === 'darwin') return Number(process.hrtime.bigint() / 1_000_000n);
  return Math.round(os.uptime() * 1000);
}

function offsetText(wall: number): string {
  const minutes = -new Date(wall).getTimezoneOffset();
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
