import { TriangleAlert } from 'lucide-react';
import { custodyInOrder, doubtsOfCustody } from '#shared/domain/custody-line.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { custodyMessages as c } from '#shared/i18n/custody-messages.ts';
import { evidenceMessages as m } from '#shared/i18n/evidence-messages.ts';
import { reportCustodyMessages } from '#shared/i18n/report-annex-messages.ts';
import { custodyDetails, wordDoubt } from '#shared/i18n/word-custody.ts';
import type { EvidenceRecord } from '#shared/journal/records.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { type Say, useLanguage, useSay } from '../../records/language.tsx';
import { TimeText } from '../../records/time-text.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import styles from './evidence-detail.module.css';

/** What happened to an item after it was taken in, in the order in which it happened, and what does not fit. */
export function CustodyList({ custody }: Pick<EvidenceRecord, 'custody'>) {
  const say = useSay();
  const language = useLanguage();
  const { zone } = useWorkspace();
  if (custody.length === 0) return <p className={styles['none']}>{say(m.noCustody)}</p>;
  const doubts = doubtsOfCustody(custody);
  return (
    <>
      {doubts.length > 0 && (
        <div className={styles['warning']} role="note" aria-label={say(c.doubts)}>
          <TriangleAlert size={16} aria-hidden />
          <ul>
            {doubts.map((doubt) => (
              <li key={`${doubt.op} ${doubt.kind}`}>
                {visibleText(wordDoubt(doubt, custody, language))}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ol className={styles['custody']}>
        {custodyInOrder(custody).map(({ op, by, wall, event }) => (
          <li key={op}>
            <p>
              {event.at !== undefined && (
                <>
                  <TimeText time={event.at} />{' '}
                </>
              )}
              <b>{say(reportCustodyMessages[event.action])}</b>{' '}
              {handOver(say, event.from, event.to)}
            </p>
            {custodyDetails(event, language).map(({ name, text }) => (
              <p key={name} className={styles['typed']}>
                {name}: {visibleText(text)}
              </p>
            ))}
            <p className={styles['hint']}>
              {say(c.writtenBy, {
                time:
                  Math.abs(wall) < 8.6e15
                    ? formatInstant(wall, { zone, locale: language, style: 'full' })
                    : `${wall} ms`,
                by: visibleText(by),
              })}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

function handOver(say: Say, from: string, to: string): string {
  const names = { from: visibleText(from), to: visibleText(to) };
  if (from !== '' && to !== '') return say(m.fromTo, names);
  if (from !== '') return say(m.from, { from: names.from });
  return to === '' ? '' : say(m.to, { to: names.to });
}
