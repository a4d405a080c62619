import { latestMs } from '#shared/domain/time/entry-time.ts';
import { formatDuration, formatEntryTime, formatInstant } from '#shared/domain/time/format-time.ts';
import { clockMessages } from '#shared/i18n/clock-messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import { currentValue } from '#shared/journal/causality.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useRecord } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { InstantText, TimeText } from '../../records/time-text.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import styles from './entry-detail.module.css';

/** When it happened, was noticed and was written: three times, none of them in the place of another. */
export function TimeFacts({ row }: { readonly row: TimelineRow }) {
  const say = useSay();
  const locale = useLanguage();
  const { zone } = useWorkspace();
  const { content, at } = row;
  const textIn = (shown: string) => formatEntryTime(at, { zone: shown, locale, style: 'full' });
  return (
    <>
      <dt>{say(m.happened)}</dt>
      <dd>
        <TimeText time={at} />
      </dd>
      {textIn(zone) !== textIn('UTC') && (
        <>
          <dt>{say(m.inUtc)}</dt>
          <dd className={styles['muted']}>
            <TimeText time={at} zone="UTC" />
          </dd>
        </>
      )}
      {content.source !== undefined && <SourceFacts row={row} source={content.source} />}
      <dt>{say(m.asTyped)}</dt>
      <dd className={styles['muted']}>
        {content.at.text === '' ? say(m.notTyped) : content.at.text}
      </dd>
      {content.noticed !== undefined && (
        <>
          <dt>{say(m.noticed)}</dt>
          <dd>
            <TimeText time={content.noticed} />
          </dd>
        </>
      )}
      <dt>{say(m.recorded)}</dt>
      <dd className={styles['muted']}>
        <InstantText ms={row.recordedAt} /> {row.late && <Late row={row} />}
      </dd>
      <dt>{say(m.writtenBy)}</dt>
      <dd>{row.by}</dd>
    </>
  );
}

function Late({ row: { content, recordedAt } }: { readonly row: TimelineRow }) {
  const say = useSay();
  const language = useLanguage();
  const afterMs = recordedAt - latestMs(content.noticed ?? content.at);
  const hours = Math.max(1, Math.floor(afterMs / 3_600_000)) * 3_600_000;
  return (
    <span className={styles['state']}>
      {say(m.lateTitle, { after: formatDuration(hours, language) })}
    </span>
  );
}

type SourceFactsProps = { readonly row: TimelineRow; readonly source: string };

/** The raw time beside the corrected one, and how it is known what the clock was worth. */
function SourceFacts({ row, source }: SourceFactsProps) {
  const say = useSay();
  const language = useLanguage();
  const { zone, openClocks } = useWorkspace();
  const record = useRecord('sources', source);
  const clock = currentValue(record?.clock ?? []);
  const by = clock && formatDuration(Math.abs(clock.aheadMs), language);
  const when =
    clock?.measuredAt === undefined || clock.measuredAt === null
      ? undefined
      : formatInstant(Date.parse(clock.measuredAt), { zone, locale: language, style: 'full' });
  return (
    <>
      <dt>{say(m.source)}</dt>
      <dd>
        {record?.source === undefined ? (
          say(m.sourceMissing)
        ) : (
          <button
            type="button"
            className={styles['toClock']}
            title={say(clockMessages.measureOf, { name: visibleText(record.source.name) })}
            onClick={() => openClocks({ source, tab: 'sources' })}
          >
            {visibleText(record.source.name)}
          </button>
        )}
        {clock !== undefined && (
          <span className={styles['muted']}>
            {' · '}
            {clock.aheadMs === 0
              ? say(m.sourceRight)
              : say(clock.aheadMs > 0 ? m.sourceAhead : m.sourceBehind, { by: by ?? '' })}{' '}
            {clock.plusMinusMs > 0 &&
              say(m.plusMinus, { width: formatDuration(clock.plusMinusMs, language) })}
            {' · '}
            {when === undefined
              ? say(m.measuredUnknown, { how: clock.how || '–' })
              : say(m.measured, { when, how: clock.how || '–' })}
          </span>
        )}
      </dd>
      {row.at !== row.content.at && (
        <>
          <dt>{say(m.sourceShowed)}</dt>
          <dd>
            <TimeText time={row.content.at} />
          </dd>
        </>
      )}
    </>
  );
}
