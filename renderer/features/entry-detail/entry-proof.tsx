import { formatInstant } from '#shared/domain/time/format-time.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import { currentVersion, type EntryRecord, type EntryVersion } from '#shared/journal/records.ts';
import { useSession } from '../../data/session-context.tsx';
import { useRecord } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { HashText } from '../../ui/hash-text.tsx';
import styles from './entry-detail.module.css';

/** Where each writing of an entry stands in the journal, and how a stranger can check it. */
export function EntryProof({ entry }: { readonly entry: EntryRecord }) {
  const say = useSay();
  const shown = currentVersion(entry);
  const wasCorrected = entry.versions.length > 1;
  return (
    <div className={styles['body']}>
      {entry.versions.toReversed().map((version) => (
        <section key={version.op} className={styles['line']}>
          {wasCorrected && (
            <h3>
              {say(version.reason === '' ? m.original : m.correction)}
              {version === shown && <span className={styles['shown']}>{say(m.current)}</span>}
            </h3>
          )}
          <LineProof version={version} />
        </section>
      ))}
      <p className={styles['muted']}>{say(m.proofNote)}</p>
    </div>
  );
}

/** Feed, number, hash, signature and clock of one line. */
function LineProof({ version }: { readonly version: EntryVersion }) {
  const say = useSay();
  const locale = useLanguage();
  const { findings } = useSession().opened;
  const feed = useRecord('feeds', version.feed);
  const doubtful = findings.some(
    (finding) => finding.feed === version.feed && finding.severity === 'damage',
  );
  // The offset of the clock that wrote it, not the zone of the display.
  const zoned = { zone: version.tz, locale, style: 'full' } as const;
  const device = new Set([feed?.device, feed?.host, feed?.user].filter(Boolean));
  return (
    <dl className={styles['facts']}>
      <dt>{say(m.proofDevice)}</dt>
      <dd>{[...device].join(' · ') || '–'}</dd>
      <dt>{say(m.proofFeed)}</dt>
      <dd>
        <HashText value={version.feed} />
      </dd>
      <dt>{say(m.proofSeq)}</dt>
      <dd className="figures">{version.seq}</dd>
      <dt>{say(m.proofHash)}</dt>
      <dd>
        <HashText value={version.hash} />
      </dd>
      <dt>{say(m.proofSignature)}</dt>
      <dd>{say(doubtful ? m.proofSignatureDoubt : m.proofSignatureGood)}</dd>
      <dt>{say(m.proofClock)}</dt>
      <dd>
        <time>{formatInstant(version.wall, zoned, 'millisecond')}</time>
      </dd>
      <dt>{say(m.proofOrder)}</dt>
      <dd className="figures">{version.lam}</dd>
      <dt>{say(m.proofOperation)}</dt>
      <dd>
        <HashText value={version.op} />
      </dd>
    </dl>
  );
}
