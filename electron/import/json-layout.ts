import { parseExactJson } from '#shared/import/exact-json.ts';
import type { FileHead } from '#shared/import/log-reader.ts';
import { recordOfHit } from '#shared/import/search-hit.ts';
import { cutJson, type JsonLayout } from './cut-json.ts';
import type { CutSink } from './cutter.ts';

/** Begins every value of a sequence (RFC 7464). */
const recordSeparator = '\u001e';
const mostValues = 200;
const numbered = /^(.*?)\d+$/;

/** What a text that begins as JSON holds: its layout, and the first values that are whole. */
export function findJson(text: string, isWholeFile: boolean): FileHead['json'] {
  const first = text.replace(recordSeparator, '').trimStart().charAt(0);
  if (first === '[') return sampled(text, { shape: 'json', cut: 'elements' }, isWholeFile);
  if (first !== '{') return undefined;
  const values = sampled(text, { shape: 'json', cut: 'values' }, isWholeFile);
  // One object and no more: it may be a wrapper around the records.
  const wrapped =
    values.values.length > 1 ? undefined : (wrappedArray(text) ?? numberedMembers(text));
  const found = wrapped === undefined ? values : sampled(text, wrapped, isWholeFile);
  const isOfObjects = typeof found.values[0] === 'object' && found.values[0] !== null;
  return isOfObjects ? found : undefined;
}

function sampled(text: string, layout: JsonLayout, isWholeFile: boolean) {
  const values: unknown[] = [];
  cutJson({ sink: sampling(values), newline: '\n' }, layout).cut(text, isWholeFile);
  return { layout, values };
}

function sampling(values: unknown[]): CutSink {
  return {
    record(raw) {
      if (values.length >= mostValues || typeof raw !== 'string') return;
      const parsed = parseJson(raw);
      if (parsed.isJson) values.push(recordOfHit(parsed.value));
    },
    broken() {
      // The beginning of a file only has to be recognised.
    },
  };
}

/** Reads one JSON text; a number that would lose digits is the string of them. */
export function parseJson(
  text: string,
): { readonly isJson: true; readonly value: unknown } | { readonly isJson: false } {
  try {
    return { isJson: true, value: parseExactJson(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return { isJson: false };
    throw error;
  }
}

/** More than these beside the array, and the object is an event that has a list in it. */
const mostBesideArray = 5;

/**
 * `{"Records": [{…}, …]}`: one member is an array of objects, and what stands beside it are a few plain values.
 * An event may hold an array of objects too, and says much more besides.
 */
function wrappedArray(text: string): JsonLayout | undefined {
  const members = memberNames(text);
  // The answer of a search engine: `{"took": 5, "hits": {"total": 2, "hits": [{…}, …]}}`.
  if (members.some(({ name, value }) => name === 'hits' && value.startsWith('{')))
    return { shape: 'json', cut: 'elements', within: 'hits' };
  const arrays = members.filter(({ value }) => /^\[\s*\{/.test(value));
  const [only, another] = arrays;
  const isPlain = members.every((member) => member === only || !member.value.startsWith('{'));
  if (only === undefined || another !== undefined || !isPlain) return undefined;
  if (members.length > mostBesideArray + 1) return undefined;
  return { shape: 'json', cut: 'elements', within: only.name };
}

/** `{"event_0": {…}, "event_1": {…}}`: members that only differ in their number. */
function numberedMembers(text: string): JsonLayout | undefined {
  const members = memberNames(text);
  const stem = numbered.exec(members[0]?.name ?? '')?.[1];
  const isNumbered =
    stem !== undefined &&
    members.every(({ name, value }) => numbered.exec(name)?.[1] === stem && value.startsWith('{'));
  return isNumbered ? { shape: 'json', cut: 'members' } : undefined;
}

const memberPattern = /^\s*,?\s*"((?:[^"\\]|\\.)*)"\s*:\s*/;

/** The members of the first object with the beginning of their values, as far as the text goes. */
function memberNames(text: string): readonly { readonly name: string; readonly value: string }[] {
  const members: { name: string; value: string }[] = [];
  const starts: number[] = [];
  const sink: CutSink = {
    record: (_raw, start, end) => void starts.push(start, end),
    broken() {
      // What cannot be cut ends the list.
    },
  };
  const consumed = cutJson({ sink, newline: '\n' }, { shape: 'json', cut: 'members' }).cut(
    text,
    false,
  );
  // Names stand between the end of one value and the beginning of the next.
  let nameFrom = text.indexOf('{') + 1;
  for (let index = 0; index < starts.length; index += 2) {
    const start = starts[index] ?? 0;
    const name = memberPattern.exec(text.slice(nameFrom, start))?.[1];
    if (name !== undefined) members.push({ name, value: text.slice(start, start + 64) });
    nameFrom = starts[index + 1] ?? start;
  }
  // The last one may go on beyond the text.
  const rest = text.slice(consumed);
  const last = memberPattern.exec(rest);
  if (last?.[1] !== undefined)
    members.push({ name: last[1], value: rest.slice(last[0].length, last[0].length + 64) });
  return members;
}
