const everySign = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('');

/**
 * A set of UTF-16 units, asked by their codes.
 *
 * Finders look at every sign of a text; a table answers many times faster than an expression does.
 */
export function signSet(members: string): Uint8Array {
  const set = new Uint8Array(0x10000);
  for (const { 0: run, index } of everySign.matchAll(new RegExp(`[${members}]+`, 'g')))
    set.fill(1, index, index + run.length);
  return set;
}

/**
 * The end of a piece of a text without the signs of a set that it ends with.
 *
 * `[...]+$` as an expression begins anew at every sign of a long run that something else follows.
 */
export function endWithout(set: Uint8Array, text: string, start: number, end: number): number {
  while (end > start && set[text.charCodeAt(end - 1)] === 1) end -= 1;
  return end;
}
