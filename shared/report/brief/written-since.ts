/** From when on something is news: a wall-clock time, or the heads that a seal fixed. */
export type Since =
  | { readonly kind: 'time'; readonly ms: number }
  | {
      readonly kind: 'seal';
      readonly value: string;
      readonly heads: Readonly<Record<string, readonly [number, string]>>;
    };

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
