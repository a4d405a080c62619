import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useTimeline } from '../../data/use-records.ts';
import { useSay } from '../../records/language.tsx';
import { EntryLink } from '../../records/links.tsx';
import styles from './entry-detail.module.css';
import { linksTo, uncertainNeighbours } from './entry-neighbours.ts';
import { backLinkMessages, linkMessages } from '#shared/i18n/entry-words.ts';

const mostUncertain = 5;

/** Other entries: those it is linked to, those that are linked to it, those it may come before or after. */
export function EntryLinks({ row }: { readonly row: TimelineRow }) {
  const say = useSay();
  const rows = useTimeline();
  const out = row.content.links ?? [];
  const back = linksTo(rows, row.id);
  const uncertain = uncertainNeighbours(rows, row);
  return (
    <>
      {out.length + back.length > 0 && (
        <>
          <dt>{say(m.links)}</dt>
          <dd className={styles['stack']}>
            {out.map(({ type, entry }) => (
              <span key={`${type} ${entry}`} className={styles['linked']}>
                <span className={styles['relation']}>{say(linkMessages[type])}</span>
                <EntryLink id={entry} />
              </span>
            ))}
            {back.map(({ type, from }) => (
              <span key={`back ${type} ${from}`} className={styles['linked']}>
                <span className={styles['relation']}>{say(backLinkMessages[type])}</span>
                <EntryLink id={from} />
              </span>
            ))}
          </dd>
        </>
      )}
      {uncertain.length > 0 && (
        <>
          <dt title={say(m.orderUncertainHint)}>{say(m.orderUncertain)}</dt>
          <dd className={styles['stack']}>
            {uncertain.slice(0, mostUncertain).map((id) => (
              <EntryLink key={id} id={id} />
            ))}
            {uncertain.length > mostUncertain && (
              <span className={styles['muted']}>
                {say(m.andMore, { n: uncertain.length - mostUncertain })}
              </span>
            )}
          </dd>
        </>
      )}
    </>
  );
}
