import { err, ok, type Result } from '../../lib/result.ts';
import type { GapEdge, TextSpan, TimeError } from './time-error.ts';
import { toUtcText } from './entry-time.ts';
import { endOfGap, formatOffset, msPer, offsetAt, toInstants, toLocal } from './zone.ts';

function gapEdge(zone: string, ms: number): GapEdge {
  return {
    utc: toUtcText(ms, 'second'),
    local: new Date(toLocal(zone, ms)).toISOString().slice(0, 19),
    offset: formatOffset(offsetAt(zone, ms)),
  };
}

/** The error for a local time that no clock in the zone ever showed, with the seconds on both sides. */
export function gapError(zone: string, localMs: number, { start, end }: TextSpan): TimeError {
  const after = endOfGap(zone, localMs);
  return {
    kind: 'time-in-gap',
    zone,
    before: gapEdge(zone, after - msPer.second),
    after: gapEdge(zone, after),
    start,
    end,
  };
}

/**
 * Finds the one instant at which a zone's clock showed a local time.
 *
 * In a gap there is none and in a fold there are two: both are errors that name the choices, unless an offset
 * was typed that decides.
 */
export function pickInstant(
  zone: string,
  localMs: number,
  offsetMs: number | undefined,
  { start, end }: TextSpan,
): Result<number, TimeError> {
  const instants = toInstants(zone, localMs);
  if (offsetMs !== undefined) {
    const ms = localMs - offsetMs;
    if (instants.includes(ms)) return ok(ms);
    return err({
      kind: 'offset-not-in-zone',
      zone,
      offset: formatOffset(offsetMs),
      start,
      end,
    });
  }
  const [only, second] = instants;
  if (only === undefined) return err(gapError(zone, localMs, { start, end }));
  if (second === undefined) return ok(only);
  return err({
    kind: 'time-ambiguous',
    zone,
    options: instants.map((ms) => ({
      utc: toUtcText(ms, localMs % msPer.second === 0 ? 'second' : 'millisecond'),
      offset: formatOffset(offsetAt(zone, ms)),
    })),
    start,
    end,
  });
}
