import type { Session } from 'electron';

/** Without languages Electron does not ask the network for dictionaries; the setting alone is not enough. */
export function silenceSpellChecker(session: Session): void {
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}
