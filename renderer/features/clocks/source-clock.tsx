import { formatOffsetLength } from '#shared/domain/clock-reading.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { clockMessages as m } from '#shared/i18n/clock-messages.ts';
import { wordStanding } from '#shared/i18n/word-clock.ts';
import { isContested, type SourceRecord } from '#shared/journal/records.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Banner } from '../../ui/banner.tsx';
import styles from './clocks-dialog.module.css';
import { MeasureForm } from './measure-form.tsx';

/** One source: how its clock stands, how that is known, how it was measured before, and the form. */
export function SourceClock({ record }: { readonly record: SourceRecord }) {
  const say = useSay();
  const { canWrite } = useWorkspace();
  const name = visibleText(record.source?.name ?? record.id.slice(0, 8));
  const [newest, ...older] = record.measured.toReversed();
  return (
    <div className={styles['source']}>
      <h3>{say(m.measureOf, { name })}</h3>
      {isContested(record.clock) && <Banner tone="warning">{say(m.contested)}</Banner>}
      {newest === undefined ? <p>{say(m.notMeasured)}</p> : <Measured measured={newest} />}
      {older.length > 0 && (
        <details className={styles['history']}>
          <summary>{say(m.history)}</summary>
          <ul>
            {older.map((measured) => (
              <li key={measured.op}>
                <Measured measured={measured} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {canWrite ? (
        <MeasureForm
          key={record.id}
          source={record.id}
          name={name}
          current={record.clock.at(-1)?.value}
        />
      ) : (
        <Banner tone="note">{say(m.readOnly)}</Banner>
      )}
    </div>
  );
}

function Measured({ measured }: { readonly measured: SourceRecord['measured'][number] }) {
  const say = useSay();
  const locale = useLanguage();
  const { zone } = useWorkspace();
  const { clock, by, wall } = measured;
  const time = (ms: number) => formatInstant(ms, { zone, locale, style: 'full' });
  const width =
    clock.plusMinusMs === 0 ? '' : ` ±${formatOffsetLength(clock.plusMinusMs).slice(1)}`;
  return (
    <dl className={styles['measured']}>
      <dt className="visually-hidden">{say(m.offset)}</dt>
      <dd>
        <b>{wordStanding(clock, locale)}</b>{' '}
        <span className={styles['muted']}>
          {say(m.toAdd, { offset: `${formatOffsetLength(-clock.aheadMs)}${width}` })}
        </span>
      </dd>
      <dt className="visually-hidden">{say(m.how)}</dt>
      <dd>
        {clock.measuredAt === null
          ? say(m.measuredAtUnknown)
          : say(m.measuredAt, { time: time(Date.parse(clock.measuredAt)) })}
        {' · '}
        {visibleText(clock.how)}
      </dd>
      <dd className={styles['muted']}>
        {say(m.writtenBy, { by: visibleText(by) || say(m.nobody), time: time(wall) })}
      </dd>
    </dl>
  );
}
