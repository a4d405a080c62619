import { markRead } from '#shared/application/now.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { nowMessages as m } from '#shared/i18n/now-messages.ts';
import { useHeads } from '../../data/use-records.ts';
import { itemStateMessages } from '#shared/i18n/item-state-words.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { EntryLink, EvidenceLink } from '../../records/links.tsx';
import { useSaving } from '../../records/use-saving.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { NowCard } from './now-card.tsx';
import styles from './now-view.module.css';
import { useNews } from './use-news.ts';

const few = 5;

/** What changed since the last look, and the way to say that it was read. */
export function NewsCard({ by }: { readonly by: string }) {
  const say = useSay();
  const language = useLanguage();
  const { canWrite, zone } = useWorkspace();
  const heads = useHeads();
  const save = useSaving();
  const news = useNews(by);
  const { mark, entries, changed, evidence, items } = news;
  const counted: readonly (readonly [Message, number])[] = [
    [m.newDecisions, news.decisions],
    [m.newDeadlines, news.deadlines],
    [m.newActions, news.actions],
  ];
  const isQuiet =
    entries.length + changed.length + evidence.length + items.length === 0 &&
    counted.every(([, n]) => n === 0);
  const read = () => {
    const last = Object.entries(heads).map(([feed, head]) => [feed, head.seq] as const);
    void save((writing) => markRead(writing, Object.fromEntries(last)), say(m.marked));
  };
  return (
    <NowCard
      title={say(mark === undefined ? m.newsAll : m.news)}
      note={
        mark === undefined
          ? say(m.neverRead)
          : say(m.readAt, {
              time: formatInstant(
                mark.origin.wall,
                { zone, locale: language, style: 'short' },
                'minute',
              ),
            })
      }
      actions={canWrite && <Button onClick={read}>{say(m.markRead)}</Button>}
    >
      {isQuiet && <p className={styles['quiet']}>{say(m.noNews)}</p>}
      <NewsList title={m.newEntries} ids={entries.map(({ id }) => id)} kind="entry" />
      <NewsList title={m.changedEntries} ids={changed.map(({ id }) => id)} kind="entry" />
      <NewsList title={m.newEvidence} ids={evidence} kind="evidence" />
      {items.length > 0 && (
        <>
          <p className={styles['sub']}>{say(m.newItems, { n: items.length })}</p>
          <ul>
            {items.slice(0, few).map(({ item, state, by: who }) => (
              <li key={item.id}>
                {item.id} {item.text[language]}{' '}
                <span className={styles['note']}>
                  {say(itemStateMessages[state])} {who}
                </span>
              </li>
            ))}
          </ul>
          <More n={items.length - few} />
        </>
      )}
      {counted.map(([message, n]) =>
        n === 0 ? null : (
          <p key={message.ja} className={styles['sub']}>
            {say(message, { n })}
          </p>
        ),
      )}
    </NowCard>
  );
}

type NewsListProps = {
  readonly title: Message;
  readonly ids: readonly string[];
  readonly kind: 'entry' | 'evidence';
};

function NewsList({ title, ids, kind }: NewsListProps) {
  const say = useSay();
  if (ids.length === 0) return null;
  return (
    <>
      <p className={styles['sub']}>{say(title, { n: ids.length })}</p>
      <ul>
        {ids.slice(0, few).map((id) => (
          <li key={id}>{kind === 'entry' ? <EntryLink id={id} /> : <EvidenceLink id={id} />}</li>
        ))}
      </ul>
      <More n={ids.length - few} />
    </>
  );
}

function More({ n }: { readonly n: number }) {
  const say = useSay();
  return n > 0 ? <p className={styles['quiet']}>{say(m.more, { n })}</p> : null;
}
