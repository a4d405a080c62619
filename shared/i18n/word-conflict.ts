import type { ShownConflict } from '../application/show-conflicts.ts';
import { conflictFieldMessages, conflictWhatMessages } from './conflict-messages.ts';
import { type Language, say } from './messages.ts';
import { sharingMessages as m } from './sharing-messages.ts';

/** What kind of thing is disputed. */
export function whatName(what: ShownConflict['what'], language: Language): string {
  return say(language, conflictWhatMessages[what]);
}

/** A field by its name in the format; one that this version has no word for is shown as it is called there. */
export function fieldName(field: string, language: Language): string {
  return Object.hasOwn(conflictFieldMessages, field)
    ? say(language, conflictFieldMessages[field as keyof typeof conflictFieldMessages])
    : field;
}

/** A part of a value: a text alone, or what stands in one of its fields. */
export type ValuePart = { readonly name?: string; readonly text: string };

/** A disputed value as lines that a person can read; empty fields of an object are left out. */
export function wordValue(
  what: ShownConflict['what'],
  value: unknown,
  language: Language,
): readonly ValuePart[] {
  if (what === 'withdrawal' && isFields(value)) {
    const message = value['withdrawn'] === true ? m.withdrawn : m.restored;
    return [{ text: say(language, message, { reason: plain(value['reason'], language) }) }];
  }
  if (!isFields(value)) return [{ text: plain(value, language) }];
  const parts = Object.entries(value)
    .filter(([, part]) => !isEmpty(part))
    .map(([name, part]) => ({ name, text: plain(part, language) }));
  return parts.length > 0 ? parts : [{ text: say(language, m.emptyValue) }];
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || (Array.isArray(value) && value.length === 0);
}

function plain(value: unknown, language: Language): string {
  if (isEmpty(value) || value === undefined) return say(language, m.emptyValue);
  if (typeof value === 'boolean')
    return say(language, value ? conflictFieldMessages.yes : conflictFieldMessages.no);
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return value.toLocaleString(language);
  if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
    return value.join(', ');
  return JSON.stringify(value);
}
