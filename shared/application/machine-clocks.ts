import type { ClockCheck } from '../domain/machine-clock.ts';
import { err, type Result } from '../lib/result.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

/** Without a reference a check says nothing. */
export type ReferenceMissing = { readonly kind: 'reference-missing' };

/** Writes down how this machine's clock stood against a better one. */
export async function checkMachineClock(
  writing: Writing,
  check: ClockCheck,
): Promise<Result<Saved, AppendError | ReferenceMissing>> {
  const reference = check.reference.trim();
  if (reference === '') return err({ kind: 'reference-missing' });
  const { aheadMs, plusMinusMs, note } = check;
  return saveOperation(writing, {
    t: 'clock.check',
    id: writing.newId(),
    reference,
    aheadMs,
    plusMinusMs,
    note: note.trim(),
  });
}

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
