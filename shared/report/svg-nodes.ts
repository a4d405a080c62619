import type { SvgNode } from './document.ts';

/** A word of a figure, its baseline at `y`. */
export function svgText(x: number, y: number, look: string, content: string): SvgNode {
  const attributes = { x: svgNumber(x), y: svgNumber(y), class: look };
  return { tag: 'text', attributes, children: [content] };
}

export function svgPath(d: string, look: string): SvgNode {
  return { tag: 'path', attributes: { d, class: look.trim() }, children: [] };
}

export function svgLine(x1: number, y1: number, x2: number, y2: number, look: string): SvgNode {
  const [left, top, right, bottom] = [x1, y1, x2, y2].map(svgNumber);
  const attributes = { x1: left ?? 0, y1: top ?? 0, x2: right ?? 0, y2: bottom ?? 0, class: look };
  return { tag: 'line', attributes, children: [] };
}

/** A box by its corner and its size. */
export function svgRect(
  x: number,
  y: number,
  width: number,
  height: number,
  look: string,
): SvgNode {
  const attributes = {
    x: svgNumber(x),
    y: svgNumber(y),
    width: svgNumber(Math.max(0, width)),
    height: svgNumber(Math.max(0, height)),
    class: look,
  };
  return { tag: 'rect', attributes, children: [] };
}

/** The whole of a figure as wide as the paper. */
export function svgFigure(
  width: number,
  height: number,
  title: string,
  children: readonly SvgNode[],
): SvgNode {
  return {
    tag: 'svg',
    attributes: {
      viewBox: `0 0 ${svgNumber(width)} ${svgNumber(Math.max(1, height))}`,
      class: 'paper-lanes',
      role: 'img',
    },
    children: [{ tag: 'title', attributes: {}, children: [title] }, ...children],
  };
}

/** To a tenth: finer than any printer, and a third of the bytes. */
export function svgNumber(value: number): number {
  return Math.round(value * 10) / 10;
}
