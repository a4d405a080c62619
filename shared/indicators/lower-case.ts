const mayChange = /[^\0-@[-\x7f]/;

/** `toLowerCase` for what nearly always is in small letters: engines take long to see it in a text with Japanese. */
export function lowerCase(text: string): string {
  return mayChange.test(text) ? text.toLowerCase() : text;
}
