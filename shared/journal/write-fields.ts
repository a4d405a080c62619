import { type Register, type SeenVector, type Written, writeRegister } from './causality.ts';
import type { SignedLine } from './envelope.ts';
import type { FieldRegisters, Origin } from './records.ts';

/** Writes fields to their registers; what the operation does not name stays. */
export function writeFields<F extends object>(
  before: FieldRegisters<F>,
  fields: F,
  line: SignedLine,
  vector: SeenVector,
): FieldRegisters<F> {
  const after: Record<string, Register<unknown> | undefined> = { ...before };
  for (const [name, value] of Object.entries(fields))
    after[name] = writeRegister(after[name] ?? [], written<unknown>(line, value), vector);
  return after as FieldRegisters<F>;
}

/** Where a line stands and who wrote it. */
export function originOf({ p, hash }: SignedLine): Origin {
  return { feed: p.feed, seq: p.seq, hash, lam: p.lam, by: p.by, wall: p.wall, tz: p.tz };
}

/** A value as a line wrote it. */
export function written<T>({ p }: SignedLine, value: T): Written<T> {
  return { feed: p.feed, seq: p.seq, by: p.by, wall: p.wall, value };
}
