import type { PaperElement, PaperNode } from './paper-tree.ts';

/** Some rows of a table, as a table of their own. */
type TablePart = { readonly node: PaperElement; readonly rows: number };

/** How many rows a table has, headings of groups among them. */
export function countRows(table: PaperElement): number {
  let rows = 0;
  for (const child of table.children) if (isTag(child, 'tbody')) rows += child.children.length;
  return rows;
}

/**
 * Cuts a table into tables of the same columns: widths are fixed, so that they look like one.
 *
 * @param head `once` stands over the first part alone, `each` over every part; a caption stands once.
 */
export function cutTable(
  table: PaperElement,
  { rowsInPart, head }: { readonly rowsInPart: number; readonly head: 'once' | 'each' },
): readonly TablePart[] {
  const opening = table.children.filter((child) => !isTag(child, 'tbody'));
  const again = opening.filter(
    (child) => isTag(child, 'colgroup') || (head === 'each' && isTag(child, 'thead')),
  );
  return bodiesInParts(table, rowsInPart).map(({ bodies, rows }, index) => ({
    node: { ...table, children: [...(index === 0 ? opening : again), ...bodies] },
    rows,
  }));
}

function bodiesInParts(table: PaperElement, rowsInPart: number) {
  const parts: { bodies: PaperElement[]; rows: number }[] = [];
  let part = { bodies: [] as PaperElement[], rows: 0 };
  for (const body of table.children.filter((child) => isTag(child, 'tbody')))
    for (let from = 0; from < body.children.length;) {
      // The heading of a group does not stay behind alone.
      const least = from === 0 && body.children.length > 1 ? 2 : 1;
      if (part.rows > 0 && part.rows + least > rowsInPart) {
        parts.push(part);
        part = { bodies: [], rows: 0 };
      }
      const rows = body.children.slice(from, from + Math.max(least, rowsInPart - part.rows));
      // An anchor stands once: at the beginning of what it names.
      part.bodies.push({ ...body, attributes: from === 0 ? body.attributes : {}, children: rows });
      part.rows += rows.length;
      from += rows.length;
    }
  if (part.rows > 0) parts.push(part);
  return parts;
}

function isTag(node: PaperNode, tag: string): node is PaperElement {
  return typeof node !== 'string' && node.tag === tag;
}

/**
 * What Chromium lays out again for every page of a table is the whole table, and it keeps all of it:
 * time and memory of a print grow with the square of the rows. About twenty pages are not felt.
 */
const rowsInPrint = 250;

/** The same paper with long tables in parts of about the same length, for a printer. */
export function cutForPrint(node: PaperNode): PaperNode {
  if (typeof node === 'string') return node;
  if (node.tag !== 'table') return { ...node, children: node.children.map(cutForPrint) };
  const rows = countRows(node);
  if (rows <= rowsInPrint) return node;
  const rowsInPart = Math.ceil(rows / Math.ceil(rows / rowsInPrint));
  const parts = cutTable(node, { rowsInPart, head: 'each' });
  return {
    tag: 'div',
    attributes: { class: 'paper-cut' },
    children: parts.map((part) => part.node),
  };
}
