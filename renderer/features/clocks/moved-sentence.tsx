import { correctedTime, type SourceClock } from '#shared/domain/source.ts';
import { type EntryTime, entryTimeAt } from '#shared/domain/time/entry-time.ts';
import { formatEntryTime } from '#shared/domain/time/format-time.ts';
import { clockMessages as m } from '#shared/i18n/clock-messages.ts';
import { useRecord, useTimeline } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { entriesOf } from './entries-of.ts';

type MovedSentenceProps = {
  readonly source: string;
  readonly name: string;
  /** As it would be written. */
  readonly clock: SourceClock;
  readonly current: SourceClock | undefined;
  /** A time that the clock showed; without one the latest entry's is the example, or the present. */
  readonly showed: EntryTime | undefined;
};

/** What a measurement would do: an example, and how much moves. */
export function MovedSentence({ source, name, clock, current, showed }: MovedSentenceProps) {
  const say = useSay();
  const locale = useLanguage();
  const { zone } = useWorkspace();
  const entries = entriesOf(useTimeline(), source).filter(({ at }) => at.utc !== null);
  const rows = useRecord('sources', source)?.source?.result?.usable ?? 0;
  const example = showed ?? entries.at(-1)?.content.at ?? entryTimeAt(Date.now(), zone);
  const format = { zone, locale, style: 'short' } as const;
  const text = {
    name,
    showed: formatEntryTime(example, format),
    true: formatEntryTime(correctedTime(example, clock), format),
  };
  const values = {
    entries: say(m.entryCount, { n: entries.length }),
    rows: say(m.rowCount, { n: rows }),
  };
  const isSame =
    clock.aheadMs === (current?.aheadMs ?? 0) && clock.plusMinusMs === (current?.plusMinusMs ?? 0);
  const moved = () => {
    if (isSame) return say(m.willStay);
    if (rows > 0) return say(m.willMoveRows, values);
    return entries.length > 0
      ? say(m.willMoveEntries, { entries: values.entries })
      : say(m.willMoveNothing);
  };
  return (
    <p>
      {say(m.willBe, text)} <b>{moved()}</b> {say(m.rawKept)}
    </p>
  );
}
