import type { Detection, FileHead, LogReader, RecordReader } from './log-reader.ts';
import { frame, skipped, type LogRow, type ReadOutcome } from './log-row.ts';
import { epochTime } from './log-time.ts';
import { fileText, type FileDescription } from './file-times.ts';

/** Times in the order of the word MACB; `written` is the field, `letter` what it says. */
type FileTime = { readonly letter: 'm' | 'a' | 'c' | 'b'; readonly written: string };

type BodyLine = { readonly file: FileDescription; readonly times: readonly FileTime[] };

/** Fields after the name in TSK 3 and later, and in TSK 1 and 2. */
const newTail = 9;
const oldTail = 14;
const number = /^-?\d{0,20}(?:\.\d{1,12})?$/;
/** mac-robber and TSK 1 and 2 begin with two lines about the host and one of names. */
const preamble = /^(?:class\|host\||body\|[^|]*\||md5\|(?:file|name)\|)/i;

/** A name may hold pipes, escaped or not: the fields are counted from the end. */
function cutLine(
  line: string,
  tail: number,
): { name: string; md5: string; rest: string[] } | undefined {
  const cells = line.split('|');
  if (cells.length < tail + 2) return undefined;
  return {
    md5: cells[0] ?? '',
    name: cells.slice(1, -tail).join('|'),
    rest: cells.slice(-tail),
  };
}

function newLine(line: string): BodyLine | undefined {
  const cut = cutLine(line, newTail);
  if (cut === undefined) return undefined;
  const [inode = '', mode = '', uid = '', gid = '', size = '', a = '', m = '', c = '', b = ''] =
    cut.rest;
  return {
    file: { name: cut.name, md5: cut.md5, inode, mode, uid, gid, size },
    times: [
      { letter: 'm', written: m.trim() },
      { letter: 'a', written: a.trim() },
      { letter: 'c', written: c.trim() },
      { letter: 'b', written: b.trim() },
    ],
  };
}

function oldLine(line: string): BodyLine | undefined {
  const cut = cutLine(line, oldTail);
  if (cut === undefined) return undefined;
  const [, inode = '', , mode = '', , uid = '', gid = '', , size = '', a = '', m = '', c = ''] =
    cut.rest;
  return {
    file: { name: cut.name, md5: cut.md5, inode, mode, uid, gid, size },
    times: [
      { letter: 'm', written: m.trim() },
      { letter: 'a', written: a.trim() },
      { letter: 'c', written: c.trim() },
    ],
  };
}

function looksRight(line: BodyLine | undefined): boolean {
  return (
    line !== undefined &&
    line.times.every(({ written }) => number.test(written) || written === '-') &&
    number.test(line.file.size.trim()) &&
    /^(?:0|[0-9a-f]{32,128}|)$/i.test(line.file.md5.replace(/^\uFEFF/, '').trim()) &&
    line.times.some(({ written }) => written !== '')
  );
}

function isFrame(line: string): boolean {
  return line.trim() === '' || line.startsWith('#') || preamble.test(line);
}

/** Old lines have four more numbers than new ones, so both could fit: the greater part of the file decides. */
function isOldFormat(lines: readonly string[]): boolean {
  const old = lines.filter((line) => {
    const parsed = oldLine(line);
    return looksRight(parsed) && line.split('|').length === oldTail + 2;
  });
  return old.length * 2 > lines.length;
}

function detect(head: FileHead): Detection | undefined {
  const lines = head.lines.filter((line) => !isFrame(line));
  if (lines.length === 0) return undefined;
  const parse = isOldFormat(lines) ? oldLine : newLine;
  const right = lines.filter((line) => looksRight(parse(line))).length;
  if (right * 10 < lines.length * 8) return undefined;
  return { score: 93, layout: { shape: 'line' }, questions: [], notes: [] };
}

/** `body|ubuntu|1219…` under `class|host|start_time`. */
function hostOf(lines: readonly string[]): string {
  const first = lines.findIndex((line) => /^class\|host\|/i.test(line));
  return (first === -1 ? undefined : lines[first + 1])?.split('|')[1] ?? '';
}

const letters = ['m', 'a', 'c', 'b'] as const;
/** What tools write where a file system has no such time. */
const noTime = /^(?:-|\?|-?0*(?:\.0*)?)$/;

type TimeGroup = {
  time: number | undefined;
  readonly written: Set<string>;
  readonly kinds: Set<string>;
};

function rowsOf(line: BodyLine, host: string): readonly LogRow[] {
  const groups = new Map<number | string, TimeGroup>();
  for (const { letter, written } of line.times) {
    if (noTime.test(written) || written === '-1') continue;
    const time = epochTime(written, 's');
    // Whole seconds, as mactime counts; what is no number stays, as written, in a row of its own.
    const key = time === undefined ? written : Math.floor(time / 1e6);
    const group = groups.get(key) ?? { time, written: new Set(), kinds: new Set() };
    if (time !== undefined) group.time = Math.min(group.time ?? time, time);
    group.written.add(written);
    group.kinds.add(letter);
    groups.set(key, group);
  }
  const text = fileText(line.file);
  return [...groups.values()].map(({ time, written, kinds }) => ({
    time,
    timeText: [...written].join(' '),
    host,
    kind: letters.map((letter) => (kinds.has(letter) ? letter : '.')).join(''),
    text,
  }));
}

function start(head: FileHead): RecordReader {
  const host = hostOf(head.lines);
  const parse = isOldFormat(head.lines.filter((line) => !isFrame(line))) ? oldLine : newLine;
  return (record): ReadOutcome => {
    if (record.shape !== 'line') return skipped('other-format');
    if (isFrame(record.text)) return frame;
    const line = parse(record.text);
    if (line === undefined) return skipped('too-few-cells');
    const rows = rowsOf(line, host);
    return rows.length === 0 ? skipped('no-event') : { kind: 'rows', rows };
  };
}

/**
 * The bodyfile of The Sleuth Kit, mac-robber, MFTECmd and others (https://wiki.sleuthkit.org/Body-file).
 *
 * A row for each distinct time that is not zero, its kind as mactime writes it (`m.c.`). Times are Unix time,
 * so no zone is asked. Times within one second are one row, as mactime makes them, at the earliest of their
 * fractions; `timeText` has all of them. A file without any time is no event and is reported as such.
 */
export const bodyfileReader: LogReader = { id: 'bodyfile', detect, start };
