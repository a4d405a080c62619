import { joinTexts } from './field-pairs.ts';
import { lineFormatReader } from './line-format.ts';
import type { FileHead } from './log-reader.ts';
import { civilTime, epochTime, type ZoneClock } from './log-time.ts';

const linePattern =
  /^(?:node=(\S{1,255}) )?(?:type=(\S{0,80}) )?msg=audit\(([^()]{0,80})\) ?:? ?(.*)$/s;
const rawPattern = /^(\d{1,12}\.\d{1,9}):(\d{1,20})$/;
/** `ausearch -i` writes the date as the locale does: three numbers and what stands between them. */
const civilPattern =
  /^(\d{1,4})(\D)(\d{1,2})\D(\d{1,4})\D? (\d{1,2}):(\d{2}):(\d{2})(?: ([AP]M))?\.(\d{3}):(\d{1,20})$/;

type Order = 'day-first' | 'month-first';

/**
 * Linux audit records, raw (`audit(seconds.ms:serial)`, UTC) and as `ausearch -i` writes them (local time).
 *
 * One row a record; records of one event share the serial, which ends the text. The machine is the `node`,
 * where auditd was told to write it. A time in any other form is unusable.
 */
export const auditdReader = lineFormatReader({
  id: 'auditd',
  score: 97,
  continues: false,
  start(choices, head) {
    const order = provenOrder(head) ?? choices.order;
    return (line) => {
      const [, node = '', type, stamp, message] = linePattern.exec(line) ?? [];
      if (stamp === undefined || message === undefined) return undefined;
      const { time, timeText, serial } = readStamp(stamp, order, choices.zone);
      const parts = [message, serial === '' ? '' : `serial: ${serial}`];
      const said = joinTexts(parts);
      return {
        time,
        timeText,
        host: node,
        kind: type ?? '',
        // Without a message the record still says that it was written.
        text: message === '' ? line : said,
      };
    };
  },
  isFrame: (line) => line === '----' || line.startsWith('time->'),
});

type Stamp = {
  readonly time: number | undefined;
  readonly timeText: string;
  readonly serial: string;
};

function readStamp(stamp: string, order: Order | undefined, clock: ZoneClock | undefined): Stamp {
  const [, seconds, serial] = rawPattern.exec(stamp) ?? [];
  if (seconds !== undefined && serial !== undefined) {
    return { time: epochTime(seconds, 's'), timeText: seconds, serial };
  }
  const match = civilPattern.exec(stamp);
  if (match === null) return { time: undefined, timeText: stamp, serial: '' };
  const date = readDate(match, order);
  const hour = readHour(Number(match[5]), match[8]);
  return {
    time:
      date === undefined || hour === undefined
        ? undefined
        : civilTime(
            {
              ...date,
              hour,
              minute: Number(match[6]),
              second: Number(match[7]),
              fraction: match[9],
            },
            clock,
          ),
    timeText: stamp.slice(0, stamp.lastIndexOf(':')),
    serial: match[10] ?? '',
  };
}

function readDate(match: RegExpExecArray, order: Order | undefined) {
  const [, first = '', separator, second = '', third = ''] = match;
  if (first.length === 4) {
    return { year: Number(first), month: Number(second), day: Number(third) };
  }
  // Only two digits of the year: ausearch ran after 2000.
  const year = third.length === 4 ? Number(third) : 2000 + Number(third);
  // No locale writes the month first before a full stop.
  const known = separator === '.' ? 'day-first' : order;
  if (known === undefined) return undefined;
  return known === 'day-first'
    ? { year, month: Number(second), day: Number(first) }
    : { year, month: Number(first), day: Number(second) };
}

function readHour(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'PM' ? 12 : 0);
}

/** A number over 12 cannot be a month. */
function provenOrder(head: FileHead): Order | undefined {
  for (const line of head.lines) {
    const [, first = '', , second = ''] =
      civilPattern.exec(linePattern.exec(line)?.[3] ?? '') ?? [];
    if (first.length === 4) continue;
    if (Number(first) > 12) return 'day-first';
    if (Number(second) > 12) return 'month-first';
  }
  return undefined;
}
