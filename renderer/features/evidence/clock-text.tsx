import { dayKey, formatInstant } from '#shared/domain/time/format-time.ts';
import { useLanguage } from '../../records/language.tsx';
import { InstantText } from '../../records/time-text.tsx';
import { useWorkspace } from '../../records/workspace.tsx';

/** Instants beyond this many ms from the epoch have no calendar day in every zone. */
const furthestMs = 8.6e15;

/** What a clock said, whatever it said: a time that no calendar can show is shown as its number. */
export function ClockText({ ms }: { readonly ms: number }) {
  return Math.abs(ms) < furthestMs ? <InstantText ms={ms} /> : <span>{ms} ms</span>;
}

/** Day and minute, for a column; the zone is that of all times on the screen. */
export function ShortClockText({ ms }: { readonly ms: number }) {
  const locale = useLanguage();
  const { zone } = useWorkspace();
  if (Math.abs(ms) >= furthestMs) return <span>{ms} ms</span>;
  const minute = formatInstant(ms, { zone, locale, style: 'row' }, 'minute');
  return (
    <time
      dateTime={new Date(ms).toISOString()}
      title={formatInstant(ms, { zone, locale, style: 'full' })}
    >
      {dayKey(ms, zone)} {minute}
    </time>
  );
}
