import { createElement, type ReactNode } from 'react';
import type { PaperNode } from '#shared/report/paper-tree.ts';

const reactNames: Readonly<Record<string, string>> = {
  class: 'className',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
};

/** Draws a tree of the report; what a person typed is a child, so it stays text. */
export function drawPaper(node: PaperNode, key?: number | string): ReactNode {
  if (typeof node === 'string') return node;
  const properties: Record<string, unknown> = key === undefined ? {} : { key };
  for (const [name, value] of Object.entries(node.attributes)) properties[reactName(name)] = value;
  return createElement(
    node.tag,
    properties,
    ...(node.children.length === 0 ? [] : [node.children.map((child, at) => drawPaper(child, at))]),
  );
}

function reactName(name: string): string {
  const known = reactNames[name];
  if (known !== undefined) return known;
  if (name.startsWith('aria-') || name.startsWith('data-')) return name;
  return name.replaceAll(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase());
}
