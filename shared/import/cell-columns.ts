/** The columns of a CSV by name: upper and lower case, blanks around and a byte order mark do not count. */
export type CellColumns = {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The place of the first of these names; -1 when there is none. */
  find(names: readonly string[]): number;
};

function plainName(name: string): string {
  return name.replace('\uFEFF', '').trim().toLowerCase();
}

/** Makes columns of a header line. */
export function makeColumns(header: readonly string[]): CellColumns {
  const places = new Map<string, number>();
  for (const [at, name] of header.entries()) {
    const plain = plainName(name);
    if (!places.has(plain)) places.set(plain, at);
  }
  return {
    names: header.map((name) => name.replace('\uFEFF', '').trim()),
    has: (name) => places.has(name.toLowerCase()),
    find(names) {
      for (const name of names) {
        const at = places.get(name.toLowerCase());
        if (at !== undefined) return at;
      }
      return -1;
    },
  };
}

/** A cell; empty when the column or the cell is missing. */
export function cellAt(cells: readonly string[], at: number): string {
  return at === -1 ? '' : (cells[at] ?? '');
}

/** True for a record that says nothing: a blank line. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** True when a record repeats the header: files that were put one after the other. */
export function isHeader(cells: readonly string[], columns: CellColumns): boolean {
  return (
    cells.length === columns.names.length &&
    cells.every((cell, at) => plainName(cell) === columns.names[at]?.toLowerCase())
  );
}
