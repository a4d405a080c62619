import { formatInstant } from '#shared/domain/time/format-time.ts';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useLanguage, useSay } from './language.tsx';
import { useWorkspace } from './workspace.tsx';

type LogTimeTextProps = {
  /** Microseconds since 1970; null when the file gives no time that can be used. */
  readonly time: number | null;
  readonly timeText?: string;
  readonly zone?: string;
  /** `row` leaves the date out: it stands in a heading. */
  readonly look?: 'row' | 'short' | 'full';
};

/** A time of a log to the millisecond; one that cannot be used is shown as the file has it. */
export function LogTimeText({ time, timeText = '', zone, look = 'short' }: LogTimeTextProps) {
  const say = useSay();
  const locale = useLanguage();
  const workspace = useWorkspace();
  if (time === null) return <span>{visibleText(timeText) || say(m.noTime)}</span>;
  const ms = Math.floor(time / 1_000);
  const format = { zone: zone ?? workspace.zone, locale, style: look };
  return (
    <time dateTime={new Date(ms).toISOString()}>{formatInstant(ms, format, 'millisecond')}</time>
  );
}
