import { entryTimeSchema } from '../domain/time/entry-time.ts';
import { formatEntryTime, formatInstant } from '../domain/time/format-time.ts';
import { knownZone } from '../domain/time/time-unit.ts';
import { conflictFieldMessages } from './conflict-messages.ts';
import { lineInstants, lineMoments, lineValueWords, wordKnown } from './line-value-words.ts';
import { type Language, say } from './messages.ts';
import { openingMessages as m } from './opening-messages.ts';
import { sharingMessages } from './sharing-messages.ts';
import { wordLineField } from './word-redaction.ts';

/** In which words, and in whose clock, values are shown. */
export type ValueReading = { readonly language: Language; readonly zone: string };

/** A value at a place of a line, as the rest of the interface says it; what a person typed stays as it is. */
export function wordLineValue(
  { type, at, value }: { readonly type: string; readonly at: string; readonly value: unknown },
  { language, zone }: ValueReading,
): string {
  const [family = ''] = type.split('.');
  const names = at.split('/').filter((name) => name !== '' && name !== 'op');
  const place = names[0] === 'fields' ? names.slice(1) : names;
  return worded(value, [family, ...place], { language, zone: knownZone(zone) });
}

function worded(value: unknown, place: readonly string[], reading: ValueReading): string {
  const { language, zone } = reading;
  if (isEmpty(value)) return say(language, sharingMessages.emptyValue);
  if (typeof value === 'boolean')
    return say(language, value ? conflictFieldMessages.yes : conflictFieldMessages.no);
  const key = place.join('.');
  if (typeof value === 'number') {
    if (lineMoments.has(key)) return wordInstant(value, reading);
    return place.at(-1) === 'year' ? String(value) : value.toLocaleString(language);
  }
  if (typeof value === 'string') {
    const ms = lineInstants.has(key) ? Date.parse(value) : Number.NaN;
    if (Number.isFinite(ms)) return wordInstant(ms, reading);
    const words = Object.hasOwn(lineValueWords, key) ? lineValueWords[key] : undefined;
    return words === undefined ? value : wordKnown(words, value, language);
  }
  const join = say(language, m.join);
  if (Array.isArray(value)) return value.map((each) => worded(each, place, reading)).join(join);
  const time = entryTimeSchema.safeParse(value);
  if (time.success) return formatEntryTime(time.data, { zone, locale: language, style: 'full' });
  const members = Object.entries(value as object);
  // A template says the same in both languages.
  const said = members.find(([name]) => name === language)?.[1] as unknown;
  if (typeof said === 'string' && members.every(([name]) => name === 'en' || name === 'ja'))
    return said;
  return members
    .filter(([, part]) => !isEmpty(part))
    .map(([name, part]) =>
      say(language, m.value, {
        field: wordLineField(name, language),
        value: worded(part, [...place, ...(name === 'fields' ? [] : [name])], reading),
      }),
    )
    .join(say(language, m.joinMembers));
}

/** An instant of a clock in ms; one that no calendar has, as the number that somebody's file says. */
export function wordInstant(ms: number, { language, zone }: ValueReading): string {
  if (Math.abs(ms) > lastCalendarMs) return String(ms);
  const format = { zone: knownZone(zone), locale: language, style: 'full' } as const;
  return formatInstant(ms, format, ms % 1_000 === 0 ? 'second' : 'millisecond');
}

/** A day before the last that a Date can hold, so that every zone has it. */
const lastCalendarMs = 8.64e15 - 86_400_000;

function isEmpty(value: unknown): boolean {
  if (value === '' || value === null || value === undefined) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
