import type { Since } from './handover-brief.ts';

/** Tells what was written after a time or a seal. */
export function writtenSince(since: Since) {
  return ({
    feed,
    seq,
    wall,
  }: {
    readonly feed: string;
    readonly seq: number;
    readonly wall: number;
  }): boolean => (since.kind === 'time' ? wall > since.ms : seq > (since.heads[feed]?.[0] ?? -1));
}
