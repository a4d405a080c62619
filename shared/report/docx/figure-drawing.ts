import type { BlockOf, SvgNode } from '../document.ts';
import { type FigureStyle, figureStyle } from './figure-style.ts';
import { type PathStep, type Point, readPath } from './path-geometry.ts';
import { escapeXml } from './xml-text.ts';

/** English Metric Units in a millimetre (ECMA-376 Part 1 §20.1.2.1). */
export const emuPerMm = 36_000;
const widths = { wide: 176, small: 38 } as const;

type Canvas = {
  /** EMU for one unit of the view box. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly shapes: string[];
};

/**
 * Draws a figure as a group of DrawingML shapes: vector wherever the file is opened, editable, and
 * without a picture that could carry anything else.
 *
 * @param id number of the drawing, unique within the document
 */
export function figureDrawing(figure: BlockOf<'figure'>, id: number): string {
  const [left = 0, top = 0, width = 1, height = 1] = String(figure.svg.attributes['viewBox'] ?? '')
    .split(/[\s,]+/)
    .map(Number);
  const scale = (widths[figure.size] * emuPerMm) / width;
  const canvas: Canvas = { scale, left, top, shapes: [] };
  draw(figure.svg, canvas, [0, 0]);
  const size = `cx="${Math.round(width * scale)}" cy="${Math.round(height * scale)}"`;
  const alternative = escapeXml(figure.caption);
  return [
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">',
    `<wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>`,
    `<wp:docPr id="${id}" name="Figure ${id}" descr="${alternative}"/><wp:cNvGraphicFramePr/>`,
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">',
    '<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>',
    `<a:ext ${size}/><a:chOff x="0" y="0"/><a:chExt ${size}/></a:xfrm></wpg:grpSpPr>`,
    ...canvas.shapes,
    '</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing>',
  ].join('');
}

function draw(node: SvgNode, canvas: Canvas, shift: Point): void {
  const { tag, attributes, children } = node;
  const number = (name: string): number => Number(attributes[name] ?? 0);
  const style = figureStyle(tag, attributes);
  const moved = shifted(attributes['transform'], shift);
  const at = (x: number, y: number): Point => [x + moved[0], y + moved[1]];
  switch (tag) {
    case 'svg':
    case 'g':
      for (const child of children) if (typeof child !== 'string') draw(child, canvas, moved);
      return;
    case 'title':
      return;
    case 'rect': {
      const [x, y] = at(number('x'), number('y'));
      shape(canvas, style, [x, y, number('width'), number('height')], preset('rect'));
      return;
    }
    case 'circle': {
      const [x, y] = at(number('cx'), number('cy'));
      const r = number('r');
      shape(canvas, style, [x - r, y - r, r * 2, r * 2], preset('ellipse'));
      return;
    }
    case 'line':
      outline(canvas, style, [
        { kind: 'move', points: [at(number('x1'), number('y1'))] },
        { kind: 'line', points: [at(number('x2'), number('y2'))] },
      ]);
      return;
    case 'path': {
      const steps = readPath(String(attributes['d'] ?? ''));
      outline(
        canvas,
        style,
        steps.map(({ kind, points }) => ({ kind, points: points.map(([x, y]) => at(x, y)) })),
      );
      return;
    }
    case 'text':
      writeText(canvas, style, at(number('x'), number('y')), wordsOf(children));
  }
}

function wordsOf(children: SvgNode['children']): string {
  return children.filter((child) => typeof child === 'string').join('');
}

/** Only moves: our figures neither turn nor stretch. */
function shifted(transform: string | number | undefined, [x, y]: Point): Point {
  const [, dx = '0', dy = '0'] =
    /^translate\(\s*(-?[\d.]+)(?:[\s,]+(-?[\d.]+))?\s*\)$/.exec(String(transform ?? '')) ?? [];
  return [x + Number(dx), y + Number(dy)];
}

function preset(name: 'rect' | 'ellipse'): string {
  return `<a:prstGeom prst="${name}"><a:avLst/></a:prstGeom>`;
}

type Box = readonly [x: number, y: number, width: number, height: number];

function shape(canvas: Canvas, style: FigureStyle, box: Box, geometry: string, text = ''): void {
  const fill = paint(style.fill, style.fillOpacity);
  const width = Math.round(style.strokeWidth * canvas.scale);
  const dash = style.dashed ? '<a:prstDash val="sysDash"/>' : '';
  const line =
    style.stroke === undefined
      ? '<a:ln><a:noFill/></a:ln>'
      : `<a:ln w="${width}">${paint(style.stroke)}${dash}</a:ln>`;
  canvas.shapes.push(
    '<wps:wsp><wps:cNvSpPr/><wps:spPr>',
    frame(canvas, box),
    geometry,
    fill,
    line,
    '</wps:spPr>',
    text === '' ? '<wps:bodyPr/>' : text,
    '</wps:wsp>',
  );
}

function paint(colour: string | undefined, opacity = 1): string {
  if (colour === undefined) return '<a:noFill/>';
  // Thousandths of a percent (ECMA-376 Part 1 §20.1.2.3.1).
  const alpha = opacity < 1 ? `<a:alpha val="${Math.round(opacity * 100_000)}"/>` : '';
  return `<a:solidFill><a:srgbClr val="${colour}">${alpha}</a:srgbClr></a:solidFill>`;
}

function frame({ scale, left, top }: Canvas, [x, y, width, height]: Box): string {
  const emu = (value: number): number => Math.round(value * scale);
  return `<a:xfrm><a:off x="${emu(x - left)}" y="${emu(y - top)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm>`;
}

function outline(canvas: Canvas, style: FigureStyle, steps: readonly PathStep[]): void {
  const points = steps.flatMap((step) => step.points);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [least(xs), least(ys)];
  const box: Box = [x, y, -least(xs.map((value) => -value)) - x, -least(ys.map((v) => -v)) - y];
  const emu = (value: number): number => Math.round(value * canvas.scale);
  const point = ([px, py]: Point): string => `<a:pt x="${emu(px - x)}" y="${emu(py - y)}"/>`;
  const drawn = steps.map(({ kind, points: own }) => {
    const inside = own.map(point).join('');
    if (kind === 'move') return `<a:moveTo>${inside}</a:moveTo>`;
    if (kind === 'line') return `<a:lnTo>${inside}</a:lnTo>`;
    if (kind === 'curve') return `<a:cubicBezTo>${inside}</a:cubicBezTo>`;
    return '<a:close/>';
  });
  const geometry = [
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>',
    `<a:pathLst><a:path w="${emu(box[2])}" h="${emu(box[3])}">${drawn.join('')}</a:path></a:pathLst>`,
    '</a:custGeom>',
  ].join('');
  shape(canvas, style, box, geometry);
}

/** A loop, since a QR code has more points than a call takes arguments. */
function least(values: readonly number[]): number {
  return values.reduce((found, value) => Math.min(found, value), values[0] ?? 0);
}

const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/g;

/** A word of a figure in a box without margins: about as wide as the text, around its line. */
function writeText(canvas: Canvas, style: FigureStyle, [x, y]: Point, content: string): void {
  const size = style.fontSize;
  const wideCount = content.match(wide)?.length ?? 0;
  const width = (wideCount * 1.1 + ([...content].length - wideCount) * 0.68 + 1) * size;
  const left = style.anchor === 'middle' ? x - width / 2 : style.anchor === 'end' ? x - width : x;
  const box: Box = [left, y - size * 1.15, width, size * 1.6];
  const halfPoints = Math.max(8, Math.round((size * canvas.scale * 2) / 12_700));
  const align = style.anchor === 'middle' ? 'center' : style.anchor === 'end' ? 'right' : 'left';
  const run = [
    `<w:r><w:rPr>${style.bold ? '<w:b/>' : ''}<w:color w:val="${style.fill ?? '16191D'}"/>`,
    `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/></w:rPr>`,
    `<w:t xml:space="preserve">${escapeXml(content)}</w:t></w:r>`,
  ].join('');
  const text = [
    '<wps:txbx><w:txbxContent>',
    `<w:p><w:pPr><w:pStyle w:val="FigureText"/><w:jc w:val="${align}"/></w:pPr>${run}</w:p>`,
    '</w:txbxContent></wps:txbx>',
    '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></wps:bodyPr>',
  ].join('');
  const bare: FigureStyle = { ...style, fill: undefined, stroke: undefined };
  shape(canvas, bare, box, preset('rect'), text);
}
