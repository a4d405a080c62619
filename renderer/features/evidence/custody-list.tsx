import { evidenceMessages as m } from '#shared/i18n/evidence-messages.ts';
import { reportCustodyMessages } from '#shared/i18n/report-annex-messages.ts';
import type { EvidenceRecord } from '#shared/journal/records.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { type Say, useSay } from '../../records/language.tsx';
import { ClockText } from './clock-text.tsx';
import styles from './evidence-detail.module.css';

/** What happened to an item after it was taken in, in order. */
export function CustodyList({ custody }: Pick<EvidenceRecord, 'custody'>) {
  const say = useSay();
  if (custody.length === 0) return <p className={styles['none']}>{say(m.noCustody)}</p>;
  return (
    <ol className={styles['custody']}>
      {custody.map(({ op, by, wall, event }) => (
        <li key={op}>
          <p>
            <b>{say(reportCustodyMessages[event.action])}</b> {handOver(say, event.from, event.to)}
          </p>
          {event.place !== '' && (
            <p>
              {say(m.place)}: {visibleText(event.place)}
            </p>
          )}
          {event.purpose !== '' && (
            <p>
              {say(m.purpose)}: {visibleText(event.purpose)}
            </p>
          )}
          {event.note !== '' && <p className={styles['typed']}>{visibleText(event.note)}</p>}
          <p className={styles['hint']}>
            <ClockText ms={wall} />, {visibleText(by)}
          </p>
        </li>
      ))}
    </ol>
  );
}

function handOver(say: Say, from: string, to: string): string {
  const names = { from: visibleText(from), to: visibleText(to) };
  if (from !== '' && to !== '') return say(m.fromTo, names);
  if (from !== '') return say(m.from, { from: names.from });
  return to === '' ? '' : say(m.to, { to: names.to });
}
