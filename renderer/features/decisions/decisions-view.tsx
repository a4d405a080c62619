import { useEffect, useState } from 'react';
import { decisionMessages as m } from '#shared/i18n/decision-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { useSay } from '../../records/language.tsx';
import { type DecisionPlace, useWorkspace } from '../../records/workspace.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AuthorityTab } from './authority-tab.tsx';
import { DeadlinesTab } from './deadlines-tab.tsx';
import { DecisionsTab } from './decisions-tab.tsx';
import styles from './decisions-view.module.css';

const tabs = ['decisions', 'authority', 'deadlines'] as const;
const tabMessages: Readonly<Record<DecisionPlace['tab'], Message>> = {
  decisions: m.tabDecisions,
  authority: m.tabAuthority,
  deadlines: m.tabDeadlines,
};

/** Who decided what, who may decide, and by when something has to be reported. */
export function DecisionsView() {
  const say = useSay();
  const { decisionPlace } = useWorkspace();
  const [tab, setTab] = useState<DecisionPlace['tab']>(decisionPlace?.tab ?? 'decisions');
  useEffect(() => {
    if (decisionPlace !== undefined) setTab(decisionPlace.tab);
  }, [decisionPlace]);
  return (
    <div className={styles['view']}>
      <h2 className="visually-hidden">{say(m.title)}</h2>
      <Tabs
        name={say(m.tabs)}
        tabs={tabs.map((id) => ({ id, label: say(tabMessages[id]) }))}
        selected={tab}
        onSelect={setTab}
      >
        {tab === 'decisions' && <DecisionsTab place={decisionPlace} />}
        {tab === 'authority' && <AuthorityTab />}
        {tab === 'deadlines' && <DeadlinesTab />}
      </Tabs>
    </div>
  );
}
