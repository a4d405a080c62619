import { useMemo } from 'react';
import { statusBoard, type StatusItem } from '#shared/application/status-board.ts';
import { systemMessages } from '#shared/i18n/system-messages.ts';
import { systemViewMessages as m } from '#shared/i18n/system-view-messages.ts';
import {
  groupedItems,
  statusGroupMessages,
  wordServiceItem,
  wordStatusBoard,
  wordStatusItem,
} from '#shared/i18n/word-status.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useIncident, useRecords } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './board-tab.module.css';

/** What is contained and what is not, to be seen at a glance and read out on the phone. */
export function BoardTab() {
  const say = useSay();
  const language = useLanguage();
  const { zone, announce } = useWorkspace();
  const { title = '' } = useIncident();
  const [assets, accounts, services] = [
    useRecords('assets'),
    useRecords('accounts'),
    useRecords('services'),
  ];
  const board = useMemo(
    () => statusBoard({ assets, accounts, services }),
    [assets, accounts, services],
  );
  const all = [...board.systems, ...board.accounts, ...board.services];
  if (all.length === 0) return <EmptyState title={say(m.boardEmpty)} />;
  const text = wordStatusBoard(board, { language, title, nowMs: Date.now(), zone });
  return (
    <div className={styles['board']}>
      <div className={styles['lead']}>
        <p>{say(m.boardLead)}</p>
        <CopyButton
          name={say(m.boardCopy)}
          text={text}
          onCopied={(taken) =>
            announce(say(taken ? m.boardCopied : m.boardNotCopied), taken ? 'good' : 'danger')
          }
        />
      </div>
      <Items register="systems" items={board.systems} />
      <Items register="accounts" items={board.accounts} />
      {board.services.length > 0 && (
        <section className={styles['part']} aria-label={say(systemMessages.boardServices)}>
          <h3>{say(systemMessages.boardServices)}</h3>
          <ol className={styles['services']}>
            {board.services.map((service) => (
              <li key={service.id}>
                <span className={styles['order']}>{service.order ?? '–'}</span>
                <strong>{visibleText(service.name)}</strong>
                <span>{visibleText(wordServiceItem(service, { language, zone }))}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

type ItemsProps = {
  readonly register: 'systems' | 'accounts';
  readonly items: readonly StatusItem[];
};

function Items({ register, items }: ItemsProps) {
  const say = useSay();
  const language = useLanguage();
  const { zone } = useWorkspace();
  const title = say(
    register === 'systems' ? systemMessages.boardSystems : systemMessages.boardAccounts,
  );
  if (items.length === 0) return null;
  return (
    <section className={styles['part']} aria-label={title}>
      <h3>{title}</h3>
      <div className={styles['groups']}>
        {groupedItems(items).map(({ group, items: inGroup }) => (
          <section key={group} className={styles['group']} data-group={group}>
            <h4>
              {say(m.boardGroup, { group: say(statusGroupMessages[group]), n: inGroup.length })}
            </h4>
            <ul>
              {inGroup.map((item) => (
                <li key={item.id}>
                  <strong>{visibleText(item.name)}</strong>
                  <span>{visibleText(wordStatusItem(item, register, { language, zone }))}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
