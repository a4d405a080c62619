/**
 * Writes a value as JSON whose bytes depend on the value alone: keys sorted by code unit, two spaces, a line
 * end at the end. Fields without a value are not written.
 */
export function stableJson(value: unknown): string {
  return `${JSON.stringify(sorted(value), undefined, 2)}\n`;
}

/** The same in one line, for files that hold one value a line. */
export function stableJsonLine(value: unknown): string {
  return `${JSON.stringify(sorted(value))}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
