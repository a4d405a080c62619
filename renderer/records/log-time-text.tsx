import { formatInstant } from '#shared/domain/time/format-time.ts';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useLanguage, useSay } from './language.tsx';
import { useWorkspace } from './workspace.tsx';

type LogTimeTextProps = {
  /** Microseconds since 1970; null when the file gives no time that can be used. */
  readonly time: number | null;
  readonly timeText?: string;
  /** What the source's clock showed, where that is another time. */
  readonly showed?: number | null;
  readonly zone?: string;
  /** `row` leaves the date out: it stands in a heading. */
  readonly look?: 'row' | 'short' | 'full';
};

/** A time of a log to the millisecond; one that cannot be used is shown as the file has it. */
export function LogTimeText(props: LogTimeTextProps) {
  const { time, timeText = '', showed = null, zone, look = 'short' } = props;
  const say = useSay();
  const locale = useLanguage();
  const workspace = useWorkspace();
  if (time === null) return <span>{visibleText(timeText) || say(m.noTime)}</span>;
  const ms = Math.floor(time / 1_000);
  const format = { zone: zone ?? workspace.zone, locale, style: look };
  const text = (at: number) => formatInstant(at, format, 'millisecond');
  const title =
    showed === null || showed === time
      ? undefined
      : say(m.clockShowed, { time: text(Math.floor(showed / 1_000)) });
  return (
    <time dateTime={new Date(ms).toISOString()} title={title} data-corrected={title && true}>
      {text(ms)}
    </time>
  );
}
