import { earliestMs, type EntryTime, latestMs } from '#shared/domain/time/entry-time.ts';
import { msPer } from '#shared/domain/time/zone.ts';

/** How the uncertainty of a time is drawn under it. */
export type TimeWidth =
  | { readonly kind: 'sharp' }
  | { readonly kind: 'before' | 'after' }
  /** 0 to 1 on a logarithmic scale: a minute is almost nothing, a month the whole column. */
  | { readonly kind: 'wide'; readonly fraction: number };

const narrowest = msPer.minute;
const widest = 31 * msPer.day;

/** Tells how wide the window of a time is. */
export function timeWidth(time: EntryTime): TimeWidth {
  if (time.utc === null) return { kind: 'sharp' };
  if (time.relation !== 'at') return { kind: time.relation };
  const width = latestMs(time) - earliestMs(time) + 1;
  if (width <= narrowest) return { kind: 'sharp' };
  const fraction = Math.log(width / narrowest) / Math.log(widest / narrowest);
  return { kind: 'wide', fraction: Math.min(1, Math.max(0.04, fraction)) };
}
