import type { PaperNode } from '#shared/report/paper-tree.ts';

export type PaperElement = Exclude<PaperNode, string>;

/** Rows that are drawn at a time: a screen or two. */
const rowsInPart = 60;

/** A piece of a section that can be drawn, or left for later, by itself. */
export type PaperPart = {
  readonly node: PaperNode;
  /** About how many lines of a table it is; 0 for what is always drawn. */
  readonly rows: number;
  /** More of the same table follows. */
  readonly goesOn: boolean;
};

/** Cuts a section so that a table of ten thousand rows need not be drawn to show its beginning. */
export function partsOf(section: PaperElement): readonly PaperPart[] {
  return section.children.flatMap((child): readonly PaperPart[] =>
    typeof child !== 'string' && child.tag === 'table' && countRows(child) > rowsInPart * 1.5
      ? cutTable(child)
      : [{ node: child, rows: 0, goesOn: false }],
  );
}

function countRows(table: PaperElement): number {
  let rows = 0;
  for (const child of table.children)
    if (typeof child !== 'string' && child.tag === 'tbody') rows += child.children.length;
  return rows;
}

/** Tables of the same columns one after the other: widths are fixed, so that they look like one. */
function cutTable(table: PaperElement): readonly PaperPart[] {
  const bodies = table.children.filter((child) => isTag(child, 'tbody'));
  const columns = table.children.filter((child) => isTag(child, 'colgroup'));
  const opening = table.children.filter((child) => !isTag(child, 'tbody'));
  const parts: { bodies: PaperElement[]; rows: number }[] = [];
  let part = { bodies: [] as PaperElement[], rows: 0 };
  for (const body of bodies)
    for (let from = 0; from < body.children.length;) {
      if (part.rows >= rowsInPart) {
        parts.push(part);
        part = { bodies: [], rows: 0 };
      }
      const rows = body.children.slice(from, from + rowsInPart - part.rows);
      // An anchor stands once: at the beginning of what it names.
      part.bodies.push({ ...body, attributes: from === 0 ? body.attributes : {}, children: rows });
      part.rows += rows.length;
      from += rows.length;
    }
  if (part.rows > 0) parts.push(part);
  return parts.map(({ bodies: own, rows }, index) => ({
    node: { ...table, children: [...(index === 0 ? opening : columns), ...own] },
    rows,
    goesOn: index < parts.length - 1,
  }));
}

function isTag(node: PaperNode, tag: string): node is PaperElement {
  return typeof node !== 'string' && node.tag === tag;
}

/** True when two trees draw the same. */
export function isSameNode(a: PaperNode, b: PaperNode): boolean {
  if (a === b) return true;
  if (typeof a === 'string' || typeof b === 'string') return false;
  if (a.tag !== b.tag || a.children.length !== b.children.length) return false;
  const names = Object.keys(a.attributes);
  if (names.length !== Object.keys(b.attributes).length) return false;
  if (names.some((name) => a.attributes[name] !== b.attributes[name])) return false;
  return a.children.every((child, index) => {
    const other = b.children[index];
    return other !== undefined && isSameNode(child, other);
  });
}

/** True when an anchor stands somewhere in a tree. */
export function holdsAnchor(node: PaperNode, anchor: string): boolean {
  if (typeof node === 'string') return false;
  return (
    node.attributes['id'] === anchor || node.children.some((child) => holdsAnchor(child, anchor))
  );
}
