type WrittenLine = { readonly feed: string; readonly seq: number };

/** A jump of a device's clock, between the entries of that device that were written before and after it. */
export type JumpAmong<J, E> = { readonly jump: J; readonly before?: E; readonly after?: E };

/** Where the jumps of a device's clock stand among the entries that it wrote; `id` is the device's feed. */
export function jumpsAmong<J extends { readonly seq: number }, E>(
  { id: feed, jumps }: { readonly id: string; readonly jumps: readonly J[] },
  entries: Iterable<E>,
  lineOf: (entry: E) => WrittenLine | undefined,
): readonly JumpAmong<J, E>[] {
  if (jumps.length === 0) return [];
  const own: { readonly seq: number; readonly entry: E }[] = [];
  for (const entry of entries) {
    const line = lineOf(entry);
    if (line?.feed === feed) own.push({ seq: line.seq, entry });
  }
  own.sort((a, b) => a.seq - b.seq);
  return jumps.map((jump) => {
    const at = own.findIndex(({ seq }) => seq > jump.seq);
    const [before, after] = at < 0 ? [own.at(-1)] : [own[at - 1], own[at]];
    return {
      jump,
      ...(before !== undefined && { before: before.entry }),
      ...(after !== undefined && { after: after.entry }),
    };
  });
}
