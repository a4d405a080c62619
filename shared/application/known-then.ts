/** When something happened and when it was written, as far as telling what was known needs it. */
export type ToldEntry = {
  readonly id: string;
  /** ms since the epoch by true time; infinite when nobody knows. */
  readonly instant: number;
  /** ms since the epoch by the clock that wrote it. */
  readonly recordedAt: number;
};

/** What was written down by the moment at which something happened: the guard against hindsight. */
export type KnownThen<E> =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'some'; readonly count: number; readonly last: readonly E[] };

/** What the notebook held when an entry's event happened; the last few written come last. */
export function knownThen<E extends ToldEntry>(
  entry: ToldEntry,
  entries: readonly E[],
  most = 3,
): KnownThen<E> {
  if (!Number.isFinite(entry.instant)) return { kind: 'unknown' };
  const written = entries
    .filter(({ id, recordedAt }) => id !== entry.id && recordedAt <= entry.instant)
    .toSorted((a, b) => a.recordedAt - b.recordedAt);
  return written.length === 0
    ? { kind: 'nothing' }
    : { kind: 'some', count: written.length, last: written.slice(-most) };
}
