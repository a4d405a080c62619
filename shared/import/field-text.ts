import { pairSeparator } from './field-pairs.ts';

/** A field of a record and its value, verbatim. */
export type FieldPair = readonly [name: string, value: string];

/** A path longer than this says no more; hostile nesting would only make it grow. */
const deepestName = 32;

/**
 * Makes the text of records that have fields and no message: `name: value ¦ name: value`.
 *
 * The names in `first` come in that order, the others follow as they stand; nothing is cut.
 */
export function fieldTextWith(first: readonly string[]): (pairs: readonly FieldPair[]) => string {
  const places = new Map(first.map((name, at) => [name, at]));
  return (pairs) => {
    const ordered: (string | undefined)[] = first.map(() => undefined);
    for (const [name, value] of pairs) {
      const place = places.get(name);
      const said = `${name}: ${value}`;
      if (place === undefined || ordered[place] !== undefined) ordered.push(said);
      else ordered[place] = said;
    }
    return ordered.filter((said) => said !== undefined).join(pairSeparator);
  };
}

/** A JSON string, number or truth value as text; undefined for anything else. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/**
 * The leaves of a JSON object in their order, named by path (`alert.signature`, `answers[0].rdata`).
 *
 * Lists of plain values are one leaf, joined by `, `; null and what is empty are left out. No recursion, so
 * that deep nesting is only slow to read.
 */
export function flattenJson(object: Readonly<Record<string, unknown>>): FieldPair[] {
  const pairs: FieldPair[] = [];
  const open: { readonly name: string; readonly depth: number; readonly value: unknown }[] = [
    { name: '', depth: 0, value: object },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { name, depth, value } = next;
    const plain = leafText(value);
    if (plain !== undefined) {
      if (plain !== '') pairs.push([name, plain]);
      continue;
    }
    if (typeof value !== 'object' || value === null) continue;
    const isList = Array.isArray(value);
    const children = Object.entries(value);
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const child = children[at];
      if (child === undefined) continue;
      const step = isList ? `[${child[0]}]` : `${name === '' ? '' : '.'}${child[0]}`;
      open.push({
        name: depth < deepestName ? `${name}${step}` : name,
        depth: depth + 1,
        value: child[1],
      });
    }
  }
  return pairs;
}

function leafText(value: unknown): string | undefined {
  if (!Array.isArray(value)) return scalarText(value);
  const texts: string[] = [];
  for (const item of value) {
    const text = scalarText(item);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return texts.join(', ');
}
