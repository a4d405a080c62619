import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { EvidenceItem } from '#shared/domain/evidence.ts';

type Volume = NonNullable<EvidenceItem['volume']>;

/** A line of Linux's list of mounts. */
type Mount = {
  readonly device: string;
  readonly place: string;
  readonly type: string;
  readonly source: string;
};

/** What the system tells of the volume on which a file lies; `device` is `st_dev`. */
export async function volumeOf(file: string, device: number): Promise<Volume> {
  if (process.platform === 'win32')
    return { device: device.toString(16), mount: path.parse(file).root.slice(0, 4096) };
  const mount = process.platform === 'linux' ? await mountOf(file, device) : undefined;
  if (mount === undefined) return { device: String(device) };
  return {
    device: mount.device.slice(0, 64),
    mount: mount.place.slice(0, 4096),
    type: mount.type.slice(0, 64),
    source: mount.source.slice(0, 1024),
  };
}

async function mountOf(file: string, device: number): Promise<Mount | undefined> {
  const above = parseMounts(await mountsText()).filter(({ place }) => isAbove(place, file));
  const number = deviceNumber(device);
  const own = above.filter((mount) => mount.device === number);
  // Some file systems (Btrfs, overlays) give their files another number than their mount has.
  return (own.length > 0 ? own : above).reduce<Mount | undefined>(
    // The last of two at one place lies over the other.
    (best, mount) => (best === undefined || mount.place.length >= best.place.length ? mount : best),
    undefined,
  );
}

async function mountsText(): Promise<string> {
  try {
    return await readFile('/proc/self/mountinfo', 'utf8');
  } catch {
    // Without it nothing more is known than the number.
    return '';
  }
}

/** Reads proc_pid_mountinfo(5). */
export function parseMounts(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const [, , device, , place] = before.split(' ');
    const [type, source] = after.split(' ');
    if (device === undefined || place === undefined || type === undefined) return [];
    return [{ device, place: unescaped(place), type, source: unescaped(source ?? '') }];
  });
}

/** Blanks and the like stand as octal numbers. */
function unescaped(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/g, (_whole, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}

function isAbove(place: string, file: string): boolean {
  return place === '/' || file === place || file.startsWith(`${place}/`);
}

/** `major:minor` out of what stat(2) gives. */
function deviceNumber(device: number): string {
  const bits = BigInt(device);
  const major = ((bits >> 8n) & 0xfffn) | ((bits >> 32n) & ~0xfffn);
  const minor = (bits & 0xffn) | ((bits >> 12n) & 0xff_fff_f00n);
  return `${major}:${minor}`;
}
