import type { ShownConflict } from '../application/show-conflicts.ts';
import { conflictFieldMessages, conflictWhatMessages } from './conflict-messages.ts';
import { type Language, say } from './messages.ts';

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
