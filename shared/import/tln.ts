import type { Detection, FileHead, LogReader, RecordReader } from './log-reader.ts';
import { frame, oneRow, skipped, type ReadOutcome } from './log-row.ts';
import { epochTime, isoTime } from './log-time.ts';
import { hostText } from './header-columns.ts';

const headerPattern =
  /^\uFEFF?time\|source\|(?:host|system)\|user\|description(?:\|tz\|notes)?\s*$/i;
const linePattern = /^\uFEFF?-?\d{1,12}\|[^|]*\|[^|]*\|[^|]*\|./;
/** Plaso begins the description with the exact time and what the time is. */
const plasoPrefix =
  /^((?:\d{4}-\d{2}-\d{2}T[0-9:.+-]{8,26}Z?)|Not a time|Not set|Never|Invalid); ([^;]{1,120}); /;

function isExtended(head: FileHead): boolean {
  const [first = ''] = head.lines;
  if (headerPattern.test(first)) return first.split('|').length === 7;
  const lines = head.lines.filter((line) => linePattern.test(line));
  return lines.length > 0 && lines.every((line) => line.split('|').length === 7);
}

function detect(head: FileHead): Detection | undefined {
  const lines = head.lines.filter((line) => line.trim() !== '');
  const [first = ''] = lines;
  const layout = { shape: 'line' } as const;
  if (headerPattern.test(first)) return { score: 97, layout, questions: [], notes: [] };
  const events = lines.filter((line) => linePattern.test(line) && line.split('|').length < 11);
  if (lines.length === 0 || events.length < lines.length * 0.8) return undefined;
  return { score: 75, layout, questions: [], notes: [] };
}

function start(head: FileHead): RecordReader {
  const extended = isExtended(head);
  return (record): ReadOutcome => {
    if (record.shape !== 'line') return skipped('other-format');
    const line = record.text;
    if (line.trim() === '' || headerPattern.test(line)) return frame;
    const cells = line.split('|');
    if (cells.length < 5) return skipped('too-few-cells');
    const [written = '', source = ''] = cells;
    const timeText = written.replace(/^\uFEFF/, '').trim();
    const seconds = epochTime(timeText, 's');
    // A pipe inside the description is part of it; zone and notes are the last two of seven.
    const end = extended && cells.length >= 7 ? -2 : undefined;
    const description = cells.slice(4, end).join('|');
    const prefix = plasoPrefix.exec(description);
    const exact = prefix === null ? undefined : isoTime(prefix[1] ?? '', undefined);
    const agrees =
      prefix !== null &&
      (exact === undefined
        ? seconds === 0
        : seconds !== undefined && Math.floor(exact / 1e6) === Math.floor(seconds / 1e6));
    const message = agrees ? description.slice(prefix[0].length) : description;
    return oneRow({
      // Plaso writes 0 where it has no time.
      time: seconds === 0 ? undefined : seconds,
      timeText,
      host: hostText(cells, 2),
      kind: (agrees ? prefix[2] : undefined) ?? (source === '-' ? '' : source),
      text: message || description || source || timeText || line,
    });
  };
}

/**
 * TLN (five fields: RegRipper and kin) and L2TTLN (seven), plaso's among them.
 *
 * The first field is seconds since 1970 in UTC by the format's definition (https://forensics.wiki/tln). The
 * time and its kind with which plaso begins a description are taken off it when they agree with that field;
 * otherwise the description stays whole.
 */
export const tlnReader: LogReader = { id: 'tln', detect, start };
