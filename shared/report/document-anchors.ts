import { sectionAnchor } from './anchors.ts';
import type { Block, ReportDocument } from './document.ts';

/** What links of a document may lead to. */
export type Anchors = ReadonlySet<string>;

/** Every anchor of a document, in its order. */
export function anchorsOf(document: ReportDocument): Anchors {
  const anchors = new Set<string>();
  for (const section of document.sections) {
    anchors.add(sectionAnchor(section.id));
    for (const block of section.blocks) addAnchors(block, anchors);
  }
  return anchors;
}

function addAnchors(block: Block, anchors: Set<string>): void {
  const add = (id: string | undefined) => {
    if (id !== undefined) anchors.add(id);
  };
  if (block.kind === 'heading') add(block.id);
  if (block.kind === 'pair')
    for (const inner of [...block.left, ...block.right]) addAnchors(inner, anchors);
  if (block.kind !== 'table') return;
  for (const group of block.groups) {
    add(group.id);
    for (const row of group.rows) add(row.id);
  }
}
