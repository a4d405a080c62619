import { parseExactJson } from './exact-json.ts';

/** Reading JSON values that may be anything: what is missing or of another type is undefined or empty. */

export type JsonObject = { readonly [name: string]: unknown };

/** True for an object that is no array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that may stand at the end of a path (`event.created`); a name with dots in it counts too. */
export function fieldAt(value: unknown, path: string): unknown {
  if (!isObject(value)) return undefined;
  if (Object.hasOwn(value, path)) return value[path];
  let at = path.indexOf('.');
  while (at !== -1) {
    const name = path.slice(0, at);
    if (Object.hasOwn(value, name)) return fieldAt(value[name], path.slice(at + 1));
    at = path.indexOf('.', at + 1);
  }
  return undefined;
}

/** A value as text: a string as it is, the rest as JSON; empty for nothing. */
export function fieldText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : '';
}

/** The first of some paths that holds text or a number; empty when none does. */
export function firstText(value: unknown, paths: readonly string[]): string {
  for (const path of paths) {
    const found = fieldAt(value, path);
    if (typeof found === 'number') return String(found);
    if (typeof found === 'string' && found.trim() !== '') return found;
  }
  return '';
}

/** A name and a value of a record, as the text of a row shows them. */
export type FieldPair = readonly [name: string, value: string];

/** A line for each field that holds something, `name: value`. */
export function fieldLines(pairs: Iterable<FieldPair>): string {
  let lines = '';
  for (const [name, value] of pairs) {
    if (value === '') continue;
    lines += lines === '' ? `${name}: ${value}` : `\n${name}: ${value}`;
  }
  return lines;
}

function collect(value: unknown, path: string, pairs: FieldPair[]): void {
  if (isObject(value)) {
    for (const name of Object.keys(value))
      collect(value[name], path === '' ? name : `${path}.${name}`, pairs);
  } else {
    pairs.push([path, fieldText(value)]);
  }
}

/** Every field of a record with its path, those of an object one by one, arrays as JSON; `first` come first. */
export function allFields(value: unknown, first: readonly string[] = []): FieldPair[] {
  const pairs: FieldPair[] = [];
  for (const path of first) {
    const found = fieldAt(value, path);
    if (found !== undefined) collect(found, path, pairs);
  }
  const taken = new Set(pairs.map(([name]) => name));
  const rest: FieldPair[] = [];
  collect(value, '', rest);
  for (const pair of rest) if (!taken.has(pair[0])) pairs.push(pair);
  return pairs;
}

/** No log nests like that; what does would break the stack of whoever walks through it. */
const deepest = 200;

/** True for a value that is nested more deeply than any log is. */
export function isTooDeep(value: unknown, left = deepest): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (left === 0) return true;
  if (Array.isArray(value)) return value.some((item) => isTooDeep(item, left - 1));
  for (const name of Object.keys(value))
    if (isTooDeep((value as JsonObject)[name], left - 1)) return true;
  return false;
}

/** Reads JSON within a text; undefined when it is none, or too deep. */
export function jsonWithin(text: string): unknown {
  const start = text.trimStart().at(0);
  if (start !== '{' && start !== '[') return undefined;
  try {
    const value = parseExactJson(text);
    return isTooDeep(value) ? undefined : value;
  } catch {
    return undefined;
  }
}
