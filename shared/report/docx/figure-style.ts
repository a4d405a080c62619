import paperCss from '../paper.css?raw';
import runningCss from '../paper-running.css?raw';

/** How an element of a figure looks; colours are six hex digits. */
export type FigureStyle = {
  readonly fill: string | undefined;
  /** 0 to 1. */
  readonly fillOpacity: number;
  readonly stroke: string | undefined;
  readonly strokeWidth: number;
  readonly dashed: boolean;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly anchor: 'start' | 'middle' | 'end';
};

type Rule = {
  readonly tag: string;
  readonly classes: readonly string[];
  readonly weight: number;
  readonly properties: Readonly<Record<string, string>>;
};

const wanted: ReadonlySet<string> = new Set([
  'color',
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-weight',
  'text-anchor',
]);

let read: { readonly rules: readonly Rule[]; readonly colours: ReadonlyMap<string, string> };

/**
 * Reads the look of an element from the paper's own style sheet, so that a figure has one look in
 * every format. Understands what figures use: classes, tags, `var()` and `currentcolor`.
 */
export function figureStyle(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
): FigureStyle {
  read ??= readStyleSheet(`${runningCss}\n${paperCss}`);
  const classes = new Set(String(attributes['class'] ?? '').split(/\s+/));
  const found: Record<string, string> = {};
  for (const rule of read.rules)
    if ((rule.tag === '' || rule.tag === tag) && rule.classes.every((name) => classes.has(name)))
      Object.assign(found, rule.properties);
  for (const name of wanted) {
    const value = attributes[name];
    // An attribute of presentation yields to the style sheet (SVG 2 §6.6).
    if (value !== undefined) found[name] ??= String(value);
  }
  const own = colour(found['color'], undefined) ?? '16191D';
  const isText = tag === 'text';
  return {
    fill: colour(found['fill'] ?? (tag === 'line' ? 'none' : '#16191d'), own),
    fillOpacity: Number.parseFloat(found['fill-opacity'] ?? '1'),
    stroke: isText ? undefined : colour(found['stroke'] ?? 'none', own),
    strokeWidth: Number.parseFloat(found['stroke-width'] ?? '1') || 1,
    dashed: (found['stroke-dasharray'] ?? 'none') !== 'none',
    fontSize: Number.parseFloat(found['font-size'] ?? '11') || 11,
    bold: found['font-weight'] === 'bold' || Number(found['font-weight']) >= 600,
    anchor: anchorOf(found['text-anchor']),
  };
}

function anchorOf(value: string | undefined): FigureStyle['anchor'] {
  return value === 'middle' || value === 'end' ? value : 'start';
}

function colour(value: string | undefined, current: string | undefined): string | undefined {
  if (value === undefined || value === 'none' || value === 'transparent') return undefined;
  if (value.toLowerCase() === 'currentcolor') return current;
  const name = /^var\((--[\w-]+)/.exec(value)?.[1];
  const plain = name === undefined ? value : (read.colours.get(name) ?? '');
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(plain)?.[1];
  if (hex === undefined) return current;
  return (hex.length === 3 ? hex.replaceAll(/./g, '$&$&') : hex).toUpperCase();
}

function readStyleSheet(css: string): typeof read {
  const colours = new Map<string, string>();
  const rules: Rule[] = [];
  const plain = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/@media[^{]*\{/g, '');
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const properties: Record<string, string> = {};
    for (const declaration of body.split(';')) {
      const at = declaration.indexOf(':');
      const name = declaration.slice(0, at).trim();
      const value = declaration.slice(at + 1).trim();
      if (name.startsWith('--')) colours.set(name, value);
      else if (wanted.has(name)) properties[name] = value;
    }
    if (Object.keys(properties).length === 0) continue;
    for (const selector of selectors.split(',')) {
      const parts = selector.trim().split(/\s+/);
      const last = parts.at(-1) ?? '';
      if (!/^[\w.-]+$/.test(last) || last === '.paper') continue;
      const [tag = '', ...classes] = last.split('.');
      const weight = selector.split('.').length;
      rules.push({ tag, classes, weight, properties });
    }
  }
  return { rules: rules.toSorted((a, b) => a.weight - b.weight), colours };
}
