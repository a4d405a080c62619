/** What is wrong with the name of an encoding as it is typed; undefined for one that may be tried. */
export function findEncodingProblem(name: string): 'unknown' | undefined {
  return name.trim() === '' || /^[A-Za-z0-9][\w.:+-]{1,39}$/.test(name.trim())
    ? undefined
    : 'unknown';
}

/** A year as it is typed; undefined while it is none that a log may begin in. */
export function yearOf(text: string): number | undefined {
  return /^(?:1[6-9]|[2-9]\d)\d\d$/.test(text.trim()) && Number(text) >= 1601
    ? Number(text)
    : undefined;
}
