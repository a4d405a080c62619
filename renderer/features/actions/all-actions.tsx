import { useCallback, useEffect, useState } from 'react';
import { compareActions } from '#shared/application/actions.ts';
import { actionViewMessages as m } from '#shared/i18n/action-view-messages.ts';
import type { ListedActions } from '#shared/ipc/review-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ActionTable } from './action-table.tsx';
import styles from './actions-view.module.css';

/** Actions of every notebook of this user, to be read. */
export function AllActions({
  desktop,
  nowMs,
}: {
  readonly desktop: Desktop;
  readonly nowMs: number;
}) {
  const say = useSay();
  const [listed, setListed] = useState<readonly ListedActions[]>();
  const read = useCallback(async () => {
    setListed(undefined);
    const reply = await desktop['actions:list']({});
    if (reply.ok) setListed(reply.value);
  }, [desktop]);
  useEffect(() => void read(), [read]);
  const actions = (listed ?? [])
    .flatMap(({ name, title, actions: own }) =>
      own.map((action) => ({ ...action, states: [], notebook: title === '' ? name : title })),
    )
    .toSorted(compareActions);
  return (
    <div className={styles['all']}>
      <div className={styles['lead']}>
        <p>{say(m.allLead)}</p>
        <Button onClick={() => void read()}>{say(m.readAgain)}</Button>
      </div>
      {listed === undefined ? (
        <p role="status" className={styles['note']}>
          {say(m.allLoading)}
        </p>
      ) : actions.length === 0 ? (
        <p className={styles['note']}>{say(m.allNone)}</p>
      ) : (
        <ActionTable name={say(m.tabAll)} actions={actions} nowMs={nowMs} />
      )}
      {listed
        ?.filter(({ unread }) => unread)
        .map(({ name }) => (
          <p key={name} className={styles['note']}>
            {say(m.allUnread, { name: visibleText(name) })}
          </p>
        ))}
    </div>
  );
}
