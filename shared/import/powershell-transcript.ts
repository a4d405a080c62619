import type { LogReader } from './log-reader.ts';
import { frame, oneRow, type ReadOutcome, skipped } from './log-row.ts';
import { civilTime, type ZoneClock } from './log-time.ts';

const border = /^\*{10,}\s*$/u;
const stampPattern = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/u;
const fieldPattern = /^([^:]{1,60}):\s?(.*)$/u;
const promptPattern = /^(?:PS[^>\n]{0,400}>|>>)\s?/u;
/** The first line below a border says what the block is; the words are Windows' and translated. */
const endWords = /\bend\b|終了|Ende|fin\b|結束|结束|종료|finalización|fine\b/iu;

function stampTime(text: string, clock: ZoneClock | undefined): number | undefined {
  const match = stampPattern.exec(text.trim());
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second] = match.map(Number);
  return civilTime(
    {
      year: year ?? 0,
      month: month ?? 0,
      day: day ?? 0,
      hour: hour ?? 0,
      minute: minute ?? 0,
      second: second ?? 0,
    },
    clock,
  );
}

/** The value of the only field of a header that is a stamp of fourteen digits. */
function stampOf(line: string): string | undefined {
  const value = fieldPattern.exec(line)?.[2]?.trim() ?? '';
  return stampPattern.test(value) ? value : undefined;
}

function machineOf(lines: readonly string[]): string {
  // `Machine: PC01 (Microsoft Windows NT …)` in every language: the only line with that in brackets.
  const line = lines.find((text) => text.includes('(Microsoft Windows NT'));
  const value = line === undefined ? '' : (fieldPattern.exec(line)?.[2] ?? '');
  return value.slice(0, value.indexOf('(')).trim();
}

type State = {
  block: string[] | undefined;
  host: string;
  stamp: string;
};

/** A line of stars in somebody's output begins no header: those say PowerShell, or a stamp, at once. */
function beginsHeader(line: string): boolean {
  return /PowerShell/iu.test(line) || stampOf(line) !== undefined;
}

function endBlock(state: State, clock: ZoneClock | undefined): ReadOutcome {
  const lines = state.block ?? [];
  state.block = undefined;
  const stamp = lines.map(stampOf).find((found) => found !== undefined) ?? '';
  if (lines.length === 0) return frame;
  const ending = endWords.test(lines[0] ?? '');
  const single = lines.length === 1 && stamp !== '';
  state.stamp = single ? stamp : '';
  // A block of one stamp announces a command: the next line is that command, and has this time.
  if (single) return frame;
  state.host = machineOf(lines) || state.host;
  return oneRow({
    time: stampTime(stamp, clock),
    timeText: stamp,
    host: state.host,
    kind: ending ? 'end' : 'start',
    text: lines.join('\n'),
  });
}

/**
 * Transcripts of PowerShell (`Start-Transcript`, or by policy): text.
 *
 * The header and the end are a row each, at their stamp `20240131235959`: the machine's own zone, so it is asked.
 * Every line in between is a row, a command or output, at the stamp above its command when the transcript was
 * taken with invocation headers, and without a time when it was not: the session's start is not the command's.
 */
export const powershellTranscriptReader: LogReader = {
  id: 'powershell-transcript',
  detect(head) {
    const lines = head.lines.slice(0, 60);
    const first = lines.findIndex((line) => line.trim() !== '');
    if (first === -1 || !border.test(lines[first] ?? '')) return undefined;
    const end = lines.findIndex((line, at) => at > first && border.test(line));
    const header = lines.slice(first + 1, end === -1 ? undefined : end);
    if (!header.some((line) => stampOf(line) !== undefined)) return undefined;
    const known = header.some((line) => /PowerShell/iu.test(line));
    return {
      score: known ? 96 : 60,
      layout: { shape: 'line' },
      questions: ['zone'],
      notes: [],
    };
  },
  start(_head, _layout, choices) {
    const state: State = { block: undefined, host: '', stamp: '' };
    return (record) => {
      if (record.shape !== 'line') return skipped('other-format');
      const { text } = record;
      if (border.test(text)) {
        if (state.block === undefined) {
          state.block = [];
          return frame;
        }
        return endBlock(state, choices.zone);
      }
      if (state.block !== undefined && (state.block.length > 0 || beginsHeader(text))) {
        state.block.push(text);
        return frame;
      }
      state.block = undefined;
      if (text.trim() === '') return frame;
      return oneRow({
        time: stampTime(state.stamp, choices.zone),
        timeText: state.stamp,
        host: state.host,
        kind: promptPattern.test(text) ? 'command' : 'output',
        text,
      });
    };
  },
};
