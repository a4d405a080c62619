import type { EntryTime } from '#shared/domain/time/entry-time.ts';
import {
  formatEntryTime,
  formatInstant,
  type TimeFormat,
} from '#shared/domain/time/format-time.ts';
import { useLanguage } from './language.tsx';
import { useWorkspace } from './workspace.tsx';

type TimeTextProps = {
  readonly time: EntryTime;
  readonly look?: TimeFormat['style'];
  /** Another zone than the one that times are shown in. */
  readonly zone?: string;
};

/** When something happened, in the zone of the display, never more finely than it is known. */
export function TimeText({ time, look = 'full', zone }: TimeTextProps) {
  const locale = useLanguage();
  const workspace = useWorkspace();
  const text = formatEntryTime(time, { zone: zone ?? workspace.zone, locale, style: look });
  return <time dateTime={time.utc ?? undefined}>{text}</time>;
}

type InstantTextProps = {
  /** ms since the epoch. */
  readonly ms: number;
  readonly look?: TimeFormat['style'];
  readonly zone?: string;
};

/** An instant that a clock gave. */
export function InstantText({ ms, look = 'full', zone }: InstantTextProps) {
  const locale = useLanguage();
  const workspace = useWorkspace();
  const text = formatInstant(ms, { zone: zone ?? workspace.zone, locale, style: look });
  return <time dateTime={new Date(ms).toISOString()}>{text}</time>;
}
