import type { SignedLine } from './envelope.ts';

/** How far a device's clock was from another's, as far as the lines themselves prove it; ms. */
export type ClockBounds = {
  readonly feed: string;
  /** The feed whose clock it is compared with. */
  readonly against: string;
  /** At least so far ahead (positive), or undefined when nothing proves it. */
  readonly atLeast: number | undefined;
  /** At most so far ahead (negative: behind), or undefined. */
  readonly atMost: number | undefined;
};

/**
 * Bounds from who had read whom: a line that names another was written after it, so that its clock, were both
 * right, could not show less. Wall times are used for nothing else.
 */
export function clockBounds(
  lines: Iterable<SignedLine>,
  feed: string,
  against: string,
): ClockBounds {
  const walls = new Map<string, number>();
  const witnesses: SignedLine[] = [];
  for (const line of lines) {
    if (line.p.feed !== feed && line.p.feed !== against) continue;
    walls.set(`${line.p.feed} ${line.p.seq}`, line.p.wall);
    if (line.p.seen !== undefined) witnesses.push(line);
  }
  let atLeast: number | undefined;
  let atMost: number | undefined;
  for (const { p } of witnesses) {
    const other = p.feed === feed ? against : feed;
    const seq = p.seen?.[other]?.[0];
    const wall = seq === undefined ? undefined : walls.get(`${other} ${seq}`);
    if (wall === undefined) continue;
    if (p.feed === feed) atMost = Math.min(atMost ?? Infinity, p.wall - wall);
    else atLeast = Math.max(atLeast ?? -Infinity, wall - p.wall);
  }
  return { feed, against, atLeast, atMost };
}
