import { countRows, cutTable } from '#shared/report/cut-table.ts';
import type { PaperElement, PaperNode } from '#shared/report/paper-tree.ts';

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
  return section.children.flatMap((child): readonly PaperPart[] => {
    const isLong =
      typeof child !== 'string' && child.tag === 'table' && countRows(child) > rowsInPart * 1.5;
    if (!isLong) return [{ node: child, rows: 0, goesOn: false }];
    const parts = cutTable(child, { rowsInPart, head: 'once' });
    return parts.map((part, index) => ({ ...part, goesOn: index < parts.length - 1 }));
  });
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
