import { type EdgeLabel, Graph, type GraphLabel, layout, type NodeLabel } from '@dagrejs/dagre';
import type { MovementStep, ShownMovement } from '../domain/chain/movement-graph.ts';
import { foldName } from '../domain/fold-name.ts';

/** A point of a line or the middle of a label. */
export type LayoutPoint = { readonly x: number; readonly y: number };

/** Where everything stands. */
export type MovementLayout = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly (LayoutPoint & {
    readonly key: string;
    readonly name: string;
    readonly hidden: number;
    readonly width: number;
    readonly height: number;
  })[];
  readonly edges: readonly {
    readonly step: MovementStep;
    readonly label: string;
    readonly points: readonly LayoutPoint[];
    readonly at: LayoutPoint;
  }[];
};

const nodeHeight = 32;
const labelHeight = 16;
const charWidth = 7.5;
const wideChar = 13;
const longestLabel = 28;

/** How wide a text is drawn, roughly: what is not Latin takes twice the room. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign < '\u2000' ? charWidth : wideChar), 0);
}

/** A text that fits on a label. */
export function shortLabel(text: string): string {
  const signs = [...text];
  return signs.length <= longestLabel ? text : `${signs.slice(0, longestLabel - 1).join('')}…`;
}

/**
 * Places systems and steps from left to right.
 *
 * The same steps give the same picture everywhere: nodes and edges are handed over in one order, and text is
 * measured by counting signs, not by a font.
 */
export function movementLayout(
  { nodes, steps }: ShownMovement,
  labelOf: (step: MovementStep) => string,
): MovementLayout {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true, directed: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 28, edgesep: 14, ranksep: 56, marginx: 8, marginy: 8 });
  for (const { key, name } of nodes.toSorted((a, b) => (a.key < b.key ? -1 : 1)))
    graph.setNode(key, { width: Math.max(72, widthOf(shortLabel(name)) + 28), height: nodeHeight });
  const labels = steps.map((step) => shortLabel(labelOf(step)));
  for (const [at, { key, from, to }] of steps.entries()) {
    const text = labels[at] ?? '';
    const size = text === '' ? {} : { width: widthOf(text) + 8, height: labelHeight };
    graph.setEdge(foldName(from), foldName(to), { ...size, labelpos: 'c' }, key);
  }
  if (nodes.length > 0) layout(graph);
  const { width = 0, height = 0 } = nodes.length > 0 ? graph.graph() : {};
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: nodes.map(({ key, name, hidden }) => {
      const { x = 0, y = 0, width: wide, height: high } = graph.node(key);
      return { key, name: shortLabel(name), hidden, x, y, width: wide, height: high };
    }),
    edges: steps.map((step, at) => {
      const edge = graph.edge(foldName(step.from), foldName(step.to), step.key);
      const points = (edge?.points ?? []).map(({ x, y }) => ({ x, y }));
      const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
      const place = { x: edge?.x ?? middle.x, y: edge?.y ?? middle.y };
      return { step, label: labels[at] ?? '', points, at: place };
    }),
  };
}
