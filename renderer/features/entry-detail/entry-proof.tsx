import { formatInstant } from '#shared/domain/time/format-time.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import { currentVersion, type EntryRecord } from '#shared/journal/records.ts';
import { useSession } from '../../data/session-context.tsx';
import { useRecord } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import styles from './entry-detail.module.css';

/** Where the shown writing stands in the journal, and how a stranger can check it. */
export function EntryProof({ entry }: { readonly entry: EntryRecord }) {
  const say = useSay();
  const locale = useLanguage();
  const { findings } = useSession().opened;
  const shown = currentVersion(entry);
  const feed = useRecord('feeds', shown?.feed ?? '');
  if (shown === undefined) return null;
  const doubtful = findings.some(
    (finding) => finding.feed === shown.feed && finding.severity === 'damage',
  );
  // The offset of the clock that wrote it, not the zone of the display.
  const clock = formatInstant(shown.wall, { zone: shown.tz, locale, style: 'full' }, 'millisecond');
  return (
    <div className={styles['body']}>
      <dl className={styles['facts']}>
        <dt>{say(m.proofDevice)}</dt>
        <dd>{[feed?.device, feed?.host, feed?.user].filter(Boolean).join(' · ') || '–'}</dd>
        <dt>{say(m.proofFeed)}</dt>
        <dd className={styles['mono']}>{shown.feed}</dd>
        <dt>{say(m.proofSeq)}</dt>
        <dd className="figures">{shown.seq}</dd>
        <dt>{say(m.proofHash)}</dt>
        <dd className={styles['mono']}>{shown.hash}</dd>
        <dt>{say(m.proofSignature)}</dt>
        <dd>{say(doubtful ? m.proofSignatureDoubt : m.proofSignatureGood)}</dd>
        <dt>{say(m.proofClock)}</dt>
        <dd>
          <time>{clock}</time>
        </dd>
        <dt>{say(m.proofOrder)}</dt>
        <dd className="figures">{shown.lam}</dd>
        <dt>{say(m.proofOperation)}</dt>
        <dd className={styles['mono']}>{shown.op}</dd>
      </dl>
      <p className={styles['muted']}>{say(m.proofNote)}</p>
    </div>
  );
}
