/** Shorter names would be found in everything; in Chinese signs two are a whole name (青木). */
const shortestName = { latin: 3, other: 2 } as const;
const wordSign = /[\p{Script=Latin}\p{Nd}]/u;

/** Text as names are looked for in it: one width and case, and without the brackets that defang addresses. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[[({]\s*(?:\.|dot)\s*[\])}]/g, '.')
    .replaceAll(/[[({]\s*(?:@|at)\s*[\])}]/g, '@')
    .replaceAll(/[[({]\s*(:|\/\/|:\/\/)\s*[\])}]/g, '$1')
    .replaceAll(/\bhxxp/g, 'http');
}

/** A name inside a longer word of Latin letters or digits is another name: `db1` is not in `db12`. */
function standsIn(text: string, name: string): boolean {
  const first = wordSign.test(name[0] ?? '');
  const last = wordSign.test(name.at(-1) ?? '');
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + name.length] ?? ' ';
    if (!(first && wordSign.test(before)) && !(last && wordSign.test(after))) return true;
  }
  return false;
}

/** Tells whether words name something that may not go out: a system, an account, an address, a file. */
export function heldBackNames(names: Iterable<string>): (texts: readonly string[]) => boolean {
  const wanted = [
    ...new Set(
      [...names]
        .map((name) => plain(name).trim())
        .filter((name) => name.length >= shortestName[wordSign.test(name) ? 'latin' : 'other']),
    ),
  ];
  return (texts) => {
    if (wanted.length === 0) return false;
    const plainTexts = texts.map(plain);
    return wanted.some((name) => plainTexts.some((text) => standsIn(text, name)));
  };
}
