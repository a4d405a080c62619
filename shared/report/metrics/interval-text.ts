import { formatDuration } from '../../domain/time/format-time.ts';
import { type Language, say } from '../../i18n/messages.ts';
import { reportMetricsMessages as m } from '../../i18n/report-metrics-messages.ts';
import { reportFrontMessages } from '../../i18n/report-messages.ts';
import type { Interval } from './interval.ts';

/** Words a length of time: a number only where it is one, else the range in which it lies. */
export function intervalText(interval: Interval, language: Language): string {
  switch (interval.kind) {
    case 'exact':
      return formatDuration(interval.ms, language);
    case 'bounded':
      return rangeText(interval, language);
    case 'negative':
      return say(language, m.negativeText, { time: formatDuration(-interval.ms, language) });
    case 'unknown':
      return say(language, reportFrontMessages.unknown);
  }
}

/** Words a range of milliseconds; null is no upper end. */
export function rangeText(
  { leastMs, mostMs }: { readonly leastMs: number; readonly mostMs: number | null },
  language: Language,
): string {
  const least = formatDuration(leastMs, language);
  if (mostMs === null)
    return leastMs === 0
      ? say(language, reportFrontMessages.unknown)
      : say(language, m.atLeastText, { least });
  const most = formatDuration(mostMs, language);
  if (leastMs === mostMs) return least;
  return leastMs === 0
    ? say(language, m.atMostText, { most })
    : say(language, m.rangeText, { least, most });
}
