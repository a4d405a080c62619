import type { ShownConflict } from '../application/show-conflicts.ts';
import { entryTimeSchema } from '../domain/time/entry-time.ts';
import { say } from './messages.ts';
import { sharingMessages as m } from './sharing-messages.ts';
import { type ValueReading, wordLineValue } from './word-line-value.ts';

/** A part of a value: a text alone, or what stands in one of its fields. */
export type ValuePart = { readonly name?: string; readonly text: string };

/** What lines of another name write: the words of a value are known by the line that wrote it. */
const families: Partial<Record<ShownConflict['what'], string>> = {
  'checklist-item': 'checklist',
  'source-clock': 'source',
  system: 'asset',
};
/** What is disputed as a whole and not field by field. */
const wholes: ReadonlySet<ShownConflict['what']> = new Set(['checklist-item', 'source-clock']);

/** A disputed value as lines that a person can read; empty fields of an object are left out. */
export function wordDisputedValue(
  { what, id }: Pick<ShownConflict, 'what' | 'id'>,
  value: unknown,
  reading: ValueReading,
): readonly ValuePart[] {
  const { language } = reading;
  const type = `${families[what] ?? what}.set`;
  const place = wholes.has(what) ? '' : `/${id.slice(id.lastIndexOf('/') + 1)}`;
  const told = (at: string, part: unknown) => wordLineValue({ type, at, value: part }, reading);
  if (what === 'withdrawal' && isFields(value)) {
    const message = value['withdrawn'] === true ? m.withdrawn : m.restored;
    return [{ text: say(language, message, { reason: told('/reason', value['reason']) }) }];
  }
  if (!isFields(value) || entryTimeSchema.safeParse(value).success)
    return [{ text: told(place, value) }];
  const parts = Object.entries(value)
    .filter(([, part]) => !isEmpty(part))
    .map(([name, part]) => ({ name, text: told(`${place}/${name}`, part) }));
  return parts.length > 0 ? parts : [{ text: say(language, m.emptyValue) }];
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || (Array.isArray(value) && value.length === 0);
}
