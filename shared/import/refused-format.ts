import type { FileHead } from './log-reader.ts';

/**
 * Output that we know and do not read, because it is made for eyes: values are wrapped or cut, and the same
 * tool writes the same events in a form that keeps them. The words for people say which.
 */
export const refusedFormats = [
  /** `hunt` without `--json` or `--csv`: a drawn table whose times have lost their zone. */
  'chainsaw-table',
  /** `psort -o rawpy`: an event over many lines, times in words. */
  'plaso-rawpy',
  /** `wevtutil qe … /f:text`: the lines of an event in the words of the machine's language, without a zone. */
  'wevtutil-text',
] as const;
export type RefusedFormat = (typeof refusedFormats)[number];

/** Begins an event, and the next line is indented in every language. */
const eventBegin = /^Event\[\d+\]:?\s*$/;

const drawnRow = /^[│|] *\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}.* [│|]\s*$/;

/** The refused format that a file is of, if any. */
export function refusedFormat(head: FileHead): RefusedFormat | undefined {
  const lines = head.lines.slice(0, 60);
  if (lines.some((line) => line.startsWith('┌─')) && lines.some((line) => drawnRow.test(line))) {
    return 'chainsaw-table';
  }
  const begins = lines.findIndex((line) => eventBegin.test(line));
  if (begins >= 0 && /^ {2}\S[^:：]*[:：]/.test(lines[begins + 1] ?? '')) return 'wevtutil-text';
  const isRaw =
    lines.some((line) => /^(?:\+-){10,}/.test(line)) &&
    lines.some((line) => line.startsWith('[Timestamp]:'));
  return isRaw ? 'plaso-rawpy' : undefined;
}
