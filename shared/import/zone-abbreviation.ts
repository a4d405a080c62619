import { canonicalZone } from '../domain/time/zone.ts';
import { makeZoneClock, offsetMs, type ZoneClock } from './log-time.ts';

/**
 * Hours east of UTC of the abbreviations that mean one offset only (tz database, 2026).
 *
 * Left out on purpose, since they name clocks hours apart: AST, BST, CDT, CST, IST, MSK, PST, WST and the
 * like. EST and MST are here because IANA has zones of these names.
 */
const hoursByAbbreviation: Readonly<Record<string, number>> = {
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
};

/** Clocks by name: a log names a handful, a hostile file must not fill the memory. */
const clocks = new Map<string, ZoneClock | undefined>();
const mostClocks = 200;

/**
 * The zone that a log names beside a time: ms east of UTC, or a clock for an IANA name.
 *
 * Undefined for what names no zone, or more than one (`IST`, `CST`): engines take such abbreviations as
 * names of zones, and an hour chosen by chance is a false order of events.
 */
export function namedZone(name: string): number | ZoneClock | undefined {
  const text = name.trim();
  const offset = offsetMs(text.replace(/^(?:UTC|GMT)(?=[+-])/i, ''));
  if (offset !== undefined) return offset;
  const short = /^(?:UTC|GMT)?([+-])(\d)(?::?(\d{2}))?$/i.exec(text);
  if (short !== null) return offsetMs(`${short[1]}0${short[2]}:${short[3] ?? '00'}`);
  const hours = hoursByAbbreviation[text.toUpperCase()];
  if (hours !== undefined) return hours * 3_600_000;
  // Japan, Singapore, EST5EDT and Europe/Paris are names; four letters and fewer are abbreviations.
  return text.length > 4 && text.length < 64 ? clockOf(text) : undefined;
}

function clockOf(name: string): ZoneClock | undefined {
  if (clocks.has(name)) return clocks.get(name);
  const zone = canonicalZone(name);
  const clock = zone === undefined ? undefined : makeZoneClock(zone);
  if (clocks.size < mostClocks) clocks.set(name, clock);
  return clock;
}
