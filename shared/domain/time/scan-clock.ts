import { canonicalZone, msPer } from './zone.ts';
import type { ClockPart, ZonePart } from './time-phrase.ts';
import { matchAt } from './time-text.ts';

const colonClock =
  /(?:(午前|午後) ?)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?(am|pm|a\.m\.|p\.m\.)(?![\p{L}\p{N}]))?(?!\d)/iuy;
const kanjiClock =
  /(?:(午前|午後) ?)?(\d{1,2})時(?![間台])(?:(半)(?![年数分期身])| ?(\d{1,2})分(?!間)(?: ?(\d{1,2})秒(?!間))?)?/y;
const halfDayClock = /(\d{1,2}) ?(am|pm)(?![\p{L}\p{N}])/iuy;
const isoClock = /T(\d{2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?(?!\d)/iy;
const basicClock = /T(\d{2})(\d{2})(?:(\d{2})(?:[.,](\d{1,9}))?)?(?!\d)/iy;

const utcMark = /Z(?![\p{L}\p{N}_])/iuy;
const offset = /([+-])(\d{2})(?::?(\d{2})(?::(\d{2}))?)?(?![\d:])/y;
const zoneWord = / ?(?:(UTC|GMT)(?:([+-])(\d{1,2})(?::?(\d{2}))?)?|(JST))(?![\p{L}\p{N}_/:-])/iuy;
const japaneseZone = / ?(日本時間|協定世界時|世界標準時)/y;
const placeZone = / ([A-Za-z][A-Za-z_]*(?:\/[A-Za-z][\w+-]*){1,2})(?![\p{L}\p{N}/])/uy;
const bracketZone = /\[([A-Za-z0-9_+\-/:]{1,64})\]/y;
const unclearZone = / ?([A-Z]{3,4})(?![\p{L}\p{N}_/:-])/uy;

/** Abbreviations that people type for a zone; each names several, or is a word of the field (PST files). */
const unclearZones: Readonly<Record<string, readonly string[]>> = {
  EST: ['-05:00', '+10:00'],
  EDT: ['-04:00'],
  CST: ['-06:00', '+08:00'],
  CDT: ['-05:00'],
  MST: ['-07:00', '+08:00'],
  MDT: ['-06:00'],
  PST: ['-08:00'],
  PDT: ['-07:00'],
  BST: ['+01:00', '+06:00'],
  IST: ['+05:30', '+01:00', '+02:00'],
  AST: ['-04:00', '+03:00'],
  CET: ['+01:00'],
  CEST: ['+02:00'],
  EET: ['+02:00'],
  EEST: ['+03:00'],
  MSK: ['+03:00'],
  KST: ['+09:00'],
  HKT: ['+08:00'],
  SGT: ['+08:00'],
  AEST: ['+10:00'],
  AEDT: ['+11:00'],
};

/** Digits after the third are dropped: nothing here is finer than a millisecond. */
function toMilliseconds(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
}

function toHalf(text: string | undefined): 'am' | 'pm' | undefined {
  if (text === undefined) return undefined;
  return text === '午前' || /^a/i.test(text) ? 'am' : 'pm';
}

function clockPart(
  match: RegExpExecArray,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  fraction: string | undefined,
  halfText?: string,
): ClockPart {
  const half = toHalf(halfText);
  const coarse = minute === undefined ? 'hour' : 'minute';
  const fine = fraction === undefined ? 'second' : 'millisecond';
  return {
    hour: Number(hour),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: toMilliseconds(fraction),
    ...(half === undefined ? {} : { half }),
    precision: second === undefined ? coarse : fine,
    start: match.index,
    end: match.index + match[0].length,
  };
}

/** Reads a time of day at a position of folded text. */
export function scanClock(text: string, position: number): ClockPart | undefined {
  const colon = matchAt(colonClock, text, position);
  if (colon) return clockPart(colon, colon[2], colon[3], colon[4], colon[5], colon[1] ?? colon[6]);
  const kanji = matchAt(kanjiClock, text, position);
  if (kanji) {
    const minute = kanji[3] === undefined ? kanji[4] : '30';
    return clockPart(kanji, kanji[2], minute, kanji[5], undefined, kanji[1]);
  }
  const half = matchAt(halfDayClock, text, position);
  return half && clockPart(half, half[1], undefined, undefined, undefined, half[2]);
}

/** Reads the `T…` of ISO 8601, extended or basic, right after a date. */
export function scanIsoClock(text: string, position: number): ClockPart | undefined {
  const match = matchAt(isoClock, text, position) ?? matchAt(basicClock, text, position);
  return match && clockPart(match, match[1], match[2], match[3], match[4]);
}

function toOffset(sign: string | undefined, hours: string | undefined, minutes = '00'): string {
  return `${sign}${(hours ?? '').padStart(2, '0')}:${minutes}`;
}

/**
 * Reads a zone after a date or time: `Z`, an offset, `JST`, `UTC+9`, `Europe/Berlin`, or RFC 9557 brackets.
 *
 * After a space an offset needs its colon unless a date came before ("14:02 +1000 users"), and a bare
 * `10:00-10:30` is handed back as what it is: two readings.
 */
export function scanZone(
  text: string,
  position: number,
  after: { readonly hasDate: boolean; readonly clock?: ClockPart | undefined },
): ZonePart | undefined {
  const plain = after.clock
    ? (scanMark(text, position, after.hasDate) ?? scanZoneWord(text, position))
    : scanZoneWord(text, position);
  const bracket = matchAt(bracketZone, text, plain?.end ?? position);
  const zone = bracket && canonicalZone(bracket[1] ?? '');
  if (!bracket || zone === undefined) return plain;
  const offsetMs = plain?.kind === 'zone' ? plain.offsetMs : undefined;
  return {
    kind: 'zone',
    zone,
    ...(offsetMs === undefined ? {} : { offsetMs }),
    start: plain?.start ?? position,
    end: bracket.index + bracket[0].length,
  };
}

function scanMark(text: string, position: number, hasDate: boolean): ZonePart | undefined {
  const mark = matchAt(utcMark, text, position);
  if (mark) {
    return { kind: 'zone', zone: 'UTC', offsetMs: 0, start: position, end: position + 1 };
  }
  const isSpaced = text[position] === ' ';
  const match = matchAt(offset, text, isSpaced ? position + 1 : position);
  if (!match) return undefined;
  const [raw, sign, hours, minutes, seconds] = match;
  const span = { start: match.index, end: match.index + raw.length };
  if (isSpaced && !raw.includes(':') && !(hasDate && minutes !== undefined)) return undefined;
  // Seconds stand only before a zone in brackets; a zone that is one offset has none.
  if (seconds !== undefined && text[span.end] !== '[') return undefined;
  if (sign === '-' && !hasDate && !isSpaced) return { kind: 'interval-or-offset', ...span };
  const size =
    Number(hours) * msPer.hour +
    Number(minutes ?? 0) * msPer.minute +
    Number(seconds ?? 0) * msPer.second;
  const offsetMs = sign === '-' ? -size : size;
  const zone = canonicalZone(toOffset(sign, hours, minutes));
  // What no place ever had stays unread.
  if (zone === undefined && seconds === undefined) return undefined;
  return { kind: 'zone', zone: zone ?? 'UTC', offsetMs, ...span };
}

function scanZoneWord(text: string, position: number): ZonePart | undefined {
  const word = matchAt(zoneWord, text, position);
  if (word) {
    const [raw, , sign, hours, minutes, jst] = word;
    const shifted = sign === undefined ? 'UTC' : canonicalZone(toOffset(sign, hours, minutes));
    const zone = jst === undefined ? shifted : 'Asia/Tokyo';
    if (zone === undefined) return undefined;
    return { kind: 'zone', zone, start: position, end: position + raw.length };
  }
  const japanese = matchAt(japaneseZone, text, position);
  if (japanese) {
    const zone = japanese[1] === '日本時間' ? 'Asia/Tokyo' : 'UTC';
    return { kind: 'zone', zone, start: position, end: position + japanese[0].length };
  }
  const place = matchAt(placeZone, text, position);
  const placeName = place && canonicalZone(place[1] ?? '');
  if (place && placeName !== undefined) {
    const end = position + place[0].length;
    return { kind: 'zone', zone: placeName, start: position, end };
  }
  const unclear = matchAt(unclearZone, text, position);
  const offsets = unclearZones[unclear?.[1] ?? ''];
  if (!unclear || !offsets) return undefined;
  const [raw, name = ''] = unclear;
  const end = position + raw.length;
  return { kind: 'unclear', word: name, offsets, start: end - name.length, end };
}
