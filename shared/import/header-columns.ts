/** The columns of a table by their names, which are compared without case and outer blanks. */
export type HeaderColumns = {
  /** Names as written, without a byte order mark. */
  readonly names: readonly string[];
  /** Place of the first of these names that the header has, or -1. */
  find(...names: readonly string[]): number;
  has(name: string): boolean;
  /** True for a record that repeats the header, as concatenated files do. */
  isHeader(cells: readonly string[]): boolean;
};

/** Reads a header row. */
export function readHeader(cells: readonly string[]): HeaderColumns {
  const names = cells.map((cell) => cell.replace(/^\uFEFF/, '').trim());
  const places = new Map<string, number>();
  for (const [place, name] of names.entries()) {
    const folded = name.toLowerCase();
    if (!places.has(folded)) places.set(folded, place);
  }
  return {
    names,
    find: (...wanted) =>
      wanted.map((name) => places.get(name.toLowerCase()) ?? -1).find((at) => at >= 0) ?? -1,
    has: (name) => places.has(name.toLowerCase()),
    isHeader: (record) =>
      record.length === names.length &&
      record.every((cell, at) => cell.replace(/^\uFEFF/, '').trim() === names[at]),
  };
}

/** A cell as written; empty when there is no such cell, or only the `-` that tools write for none. */
export function cellText(cells: readonly string[], at: number): string {
  const cell = at < 0 ? '' : (cells[at] ?? '');
  return cell === '-' ? '' : cell;
}

/** The machine as the file names it, be it `-`: that somebody wrote no name is itself a name in a list of hosts. */
export function hostText(cells: readonly string[], at: number): string {
  return at < 0 ? '' : (cells[at] ?? '');
}

/** True for the one empty cell that a blank line is cut into. */
export function isBlankRecord(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
