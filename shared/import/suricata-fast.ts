import { lineFormatReader } from './line-format.ts';
import type { FileHead } from './log-reader.ts';
import { civilTime } from './log-time.ts';
import { makeYearClock } from './year-clock.ts';

const linePattern =
  /^(\d{1,4})\/(\d{1,2})(?:\/(\d{1,4}))?-(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?\s+(\[.*)$/s;

/** Where the year stands among three numbers. */
type YearPlace = 'first' | 'last';

/**
 * One line an alert: Suricata's fast.log and Snort's `alert_fast`.
 *
 * Suricata writes `MM/DD/YYYY-`, Snort `MM/DD-` without a year, and with two digits of the year `MM/DD/YY-`
 * (Snort 2) or `YY/MM/DD-` (Snort 3): which of them is seen by what cannot be a month, a day or the year that a
 * person gave. Local time without a zone. The machine is the destination, as in EVE.
 */
export const suricataFastReader = lineFormatReader({
  id: 'suricata-fast',
  score: 97,
  continues: false,
  asks: (head) => (hasOpenDate(head) ? ['zone', 'year'] : []),
  start(choices, head) {
    const years = makeYearClock(choices.year);
    const proven = provenPlace(head);
    return (line) => {
      const match = linePattern.exec(line);
      const text = match?.[8] ?? '';
      if (match === null || !/^\[[^\]]{1,8}\]/.test(text)) return undefined;
      const [, one = '', two = '', three = ''] = match;
      const clockTime = {
        hour: Number(match[4]),
        minute: Number(match[5]),
        second: Number(match[6]),
        fraction: match[7],
      };
      const date =
        three === ''
          ? years.date({ month: Number(one), day: Number(two), ...clockTime })
          : readDate(one, two, three, proven ?? placeByYear(one, three, choices.year));
      return {
        time: date === undefined ? undefined : civilTime({ ...date, ...clockTime }, choices.zone),
        timeText: line.slice(0, line.indexOf(text)).trimEnd(),
        host: destinationOf(text, three.length === 4),
        kind: 'alert',
        text,
      };
    };
  },
});

type DateFields = { readonly year: number; readonly month: number; readonly day: number };

function readDate(
  one: string,
  two: string,
  three: string,
  place: YearPlace | undefined,
): DateFields | undefined {
  if (one.length === 4) return { year: Number(one), month: Number(two), day: Number(three) };
  if (three.length === 4) return { year: Number(three), month: Number(one), day: Number(two) };
  if (place === undefined) return undefined;
  return place === 'first'
    ? { year: 2000 + Number(one), month: Number(two), day: Number(three) }
    : { year: 2000 + Number(three), month: Number(one), day: Number(two) };
}

/** True when two digits of the year could stand at either end of every date. */
function hasOpenDate(head: FileHead): boolean {
  const isShort = head.lines.some((line) => {
    const [, one, , three] = linePattern.exec(line) ?? [];
    return one !== undefined && three !== undefined && one.length < 3 && three.length < 3;
  });
  return isShort && provenPlace(head) === undefined;
}

/** Where the year has to stand for every date of the head to be one. */
function provenPlace(head: FileHead): YearPlace | undefined {
  let canBeFirst = true;
  let canBeLast = true;
  for (const line of head.lines) {
    const [, one, two, three] = linePattern.exec(line) ?? [];
    if (one === undefined || two === undefined || three === undefined) continue;
    canBeFirst &&= Number(two) <= 12 && Number(three) <= 31;
    canBeLast &&= Number(one) <= 12 && Number(two) <= 31;
  }
  if (canBeFirst === canBeLast) return undefined;
  return canBeFirst ? 'first' : 'last';
}

function placeByYear(one: string, three: string, year: number | undefined): YearPlace | undefined {
  if (year === undefined) return undefined;
  const short = year % 100;
  // Next year counts too: the answer is the year of the first record only.
  const isNear = (digits: string): boolean => [0, 1].includes((Number(digits) - short + 100) % 100);
  if (isNear(one) === isNear(three)) return undefined;
  return isNear(one) ? 'first' : 'last';
}

/**
 * The address after the arrow, without its port: `10.0.0.1:22`, `[::1]:22`, eight groups and a ninth. Suricata, which
 * alone writes the year in full, writes a port of every protocol; Snort of none that has none.
 */
function destinationOf(text: string, isSuricata: boolean): string {
  const arrow = text.lastIndexOf(' -> ');
  if (arrow === -1) return '';
  const end = text.slice(arrow + 4).trim();
  const bracketed = /^\[([^\]]{2,64})\]/.exec(end);
  if (bracketed?.[1] !== undefined) return bracketed[1];
  const [address = ''] = end.split(' ', 1);
  const groups = address.split(':');
  const hasPort =
    groups.length === 2 || groups.length > 8 || (groups.length > 2 && (isSuricata || isTcp(text)));
  return hasPort ? groups.slice(0, -1).join(':') : address;
}

function isTcp(text: string): boolean {
  return /\{(?:TCP|UDP)\}/i.test(text);
}
