type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'code'>;

const isMac = /Mac/.test(globalThis.navigator?.platform ?? '');

/** True when a key press is a chord such as `Mod+K`, `Alt+1`, `n` or `?`. */
export function matchesChord(press: KeyPress, chord: string): boolean {
  const parts = chord.split(/(?<=.)\+/);
  const key = parts.at(-1) ?? '';
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const other = isMac ? press.ctrlKey : press.metaKey;
  if (mod !== wants('Mod') || other || press.altKey !== wants('Alt')) return false;
  if (wants('Shift') && !press.shiftKey) return false;
  // Where Alt writes other characters (macOS), the key's place counts.
  if (wants('Alt') && /^\d$/.test(key)) return press.code === `Digit${key}` || press.key === key;
  return press.key.toLowerCase() === key.toLowerCase();
}

/**
 * True for a chord that types nothing: it works while something is being written. Undo and redo belong to the
 * text field there.
 */
export function worksWhileTyping(chord: string): boolean {
  return /^(?:Mod|Alt)\+(?!(?:Shift\+)?[YZ]$)/.test(chord) || /^F\d+$/.test(chord);
}

/** A chord as this keyboard labels it. */
export function chordLabel(chord: string): string {
  return chord
    .replace('Mod+', isMac ? '⌘+' : 'Ctrl+')
    .replace('Escape', 'Esc')
    .replace(/^[a-z]$/, (letter) => letter.toUpperCase());
}
