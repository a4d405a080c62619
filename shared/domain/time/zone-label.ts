import { formatOffset, offsetAt } from './zone.ts';

const formatters = new Map<string, readonly Intl.DateTimeFormat[]>();

/** Names by zone, day of UTC and offset: within a day a name changes with the offset only. */
const names = new Map<string, string | undefined>();
const mostNames = 10_000;
const dayMs = 86_400_000;

/** No locale knows the short names of every place; asked in this order, the first real name is taken. */
const localesWithNames = ['en-US', 'en-GB', 'en-AU', 'en-NZ', 'en-IN', 'ja-JP'];

function shortName(zone: string, ms: number): string | undefined {
  const key = `${zone} ${Math.floor(ms / dayMs)} ${offsetAt(zone, ms)}`;
  if (names.has(key)) return names.get(key);
  if (names.size >= mostNames) names.clear();
  const name = findShortName(zone, ms);
  names.set(key, name);
  return name;
}

/** Asking the engine takes longer than everything else in a row of the timeline. */
function findShortName(zone: string, ms: number): string | undefined {
  let known = formatters.get(zone);
  if (!known) {
    known = localesWithNames.map(
      (locale) => new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' }),
    );
    formatters.set(zone, known);
  }
  for (const formatter of known) {
    const part = formatter.formatToParts(ms).find(({ type }) => type === 'timeZoneName');
    if (part && /^[A-Z]{2,5}$/.test(part.value)) return part.value;
  }
  return undefined;
}

/**
 * Short name of a zone at an instant: `JST`, `CEST`, `UTC`, `UTC+09:00`; the zone's own name where people
 * have no letters for it (`Asia/Dubai`).
 */
export function zoneLabel(zone: string, ms: number): string {
  if (zone === 'UTC') return zone;
  if (!/^[A-Za-z]/.test(zone)) return `UTC${formatOffset(offsetAt(zone, ms))}`;
  return shortName(zone, ms) ?? zone;
}
