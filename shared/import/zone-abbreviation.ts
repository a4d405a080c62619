import { canonicalZone } from '../domain/time/zone.ts';
import { makeZoneClock, offsetMs, type ZoneClock } from './log-time.ts';

/**
 * Hours east of UTC of the abbreviations that mean one offset only (tz database, 2026).
 *
 * Left out on purpose, since they name clocks hours apart: AST, BST, CDT, CST, IST, MSK, PST, WST and the
 * like. EST and MST are here because IANA has zones of these names.
 */
const hoursByAbbreviation: ReadonlyMap<string, number> = new Map(
  Object.entries({
    WET: 0,
    WEST: 1,
    CET: 1,
    CEST: 2,
    MET: 1,
    MEST: 2,
    EET: 2,
    EEST: 3,
    SAST: 2,
    CAT: 2,
    EAT: 3,
    WAT: 1,
    PKT: 5,
    WIB: 7,
    HKT: 8,
    AWST: 8,
    JST: 9,
    KST: 9,
    ACST: 9.5,
    ACDT: 10.5,
    AEST: 10,
    AEDT: 11,
    NZST: 12,
    NZDT: 13,
    NST: -3.5,
    NDT: -2.5,
    EST: -5,
    EDT: -4,
    MST: -7,
    MDT: -6,
    PDT: -7,
    AKST: -9,
    AKDT: -8,
    HST: -10,
    HDT: -9,
  }),
);

/** Zones by name as written: a log names a handful, and a hostile file must not fill the memory. */
const known = new Map<string, number | ZoneClock | undefined>();
const mostKnown = 500;

/**
 * The zone that a log names beside a time: ms east of UTC, or a clock for an IANA name.
 *
 * Undefined for what names no zone, or more than one (`IST`, `CST`): engines take such abbreviations as
 * names of zones, and an hour chosen by chance is a false order of events.
 */
export function namedZone(name: string): number | ZoneClock | undefined {
  if (known.has(name)) return known.get(name);
  const zone = name.length > 64 ? undefined : readZone(name.trim());
  if (known.size < mostKnown && name.length <= 64) known.set(name, zone);
  return zone;
}

function readZone(text: string): number | ZoneClock | undefined {
  const offset = offsetMs(text.replace(/^(?:UTC|GMT)(?=[+-])/i, ''));
  if (offset !== undefined) return offset;
  const short = /^(?:UTC|GMT)?([+-])(\d)(?::?(\d{2}))?$/i.exec(text);
  if (short !== null) return offsetMs(`${short[1]}0${short[2]}:${short[3] ?? '00'}`);
  const hours = hoursByAbbreviation.get(text.toUpperCase());
  if (hours !== undefined) return hours * 3_600_000;
  // Japan, Singapore, EST5EDT and Europe/Paris are names; four letters and fewer are abbreviations.
  const zone = text.length > 4 ? canonicalZone(text) : undefined;
  return zone === undefined ? undefined : makeZoneClock(zone);
}
