/** Stands between pairs, as in Hayabusa's own output: no value of a log has it by chance. */
export const pairSeparator = ' ¦ ';

/** Deeper than any record of a tool; what lies below is shown as such, not walked into. */
const deepest = 24;

/** True for a JSON object: no array, no null. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of a JSON object, or undefined for anything else. */
export function member(value: unknown, name: string): unknown {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** A JSON scalar as text, null and undefined and `-` as nothing; objects become their pairs. */
export function jsonText(value: unknown): string {
  return textAt(value, 0);
}

function textAt(value: unknown, depth: number): string {
  if (typeof value === 'string') return value === '-' ? '' : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  if (depth > deepest) return Array.isArray(value) ? '[…]' : '{…}';
  if (Array.isArray(value)) {
    return value
      .map((item) => textAt(item, depth + 1))
      .filter((text) => text !== '')
      .join(pairSeparator);
  }
  return joinPairs(
    Object.entries(value).map(([name, item]) => [name, textAt(item, depth + 1)] as const),
  );
}

/** `name: value` pairs with their separator; pairs without a value are left out. */
export function joinPairs(pairs: readonly (readonly [name: string, value: string])[]): string {
  return pairs
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join(pairSeparator);
}

/** Texts one after another with the separator, empty ones left out. */
export function joinTexts(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(pairSeparator);
}
