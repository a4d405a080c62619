import { Plus } from 'lucide-react';
import { useState } from 'react';
import { isOverdue, isWaiting } from '#shared/application/actions.ts';
import { actionViewMessages as m } from '#shared/i18n/action-view-messages.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useSay } from '../../records/language.tsx';
import { useImprovements } from '../../records/use-improvements.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { ActionTable } from './action-table.tsx';
import styles from './actions-view.module.css';
import { AllActions } from './all-actions.tsx';
import { LessonDialog } from './lesson-dialog.tsx';
import { LessonList } from './lesson-list.tsx';

type Tab = 'actions' | 'lessons' | 'all';
/** The id of what is open in a dialog; `new` for what is not there yet. */
type Opened = { readonly what: 'action' | 'lesson'; readonly id: string };

/** What has to be done and what was learned, here and over all notebooks of this machine. */
export function ActionsView({ desktop }: { readonly desktop: Desktop }) {
  const say = useSay();
  const { canWrite } = useWorkspace();
  const improvements = useImprovements();
  const { actions, lessons } = improvements;
  const [tab, setTab] = useState<Tab>('actions');
  const [opened, setOpened] = useState<Opened>();
  const [openOnly, setOpenOnly] = useState(false);
  const [nowMs] = useState(() => Date.now());
  const close = () => setOpened(undefined);
  const add = (what: Opened['what']) =>
    canWrite && (
      <Button
        look="primary"
        icon={<Plus size={16} aria-hidden />}
        onClick={() => setOpened({ what, id: 'new' })}
      >
        {say(what === 'action' ? m.add : m.addLesson)}
      </Button>
    );
  const shown = openOnly ? actions.filter(isWaiting) : actions;
  const waiting = actions.filter(isWaiting);
  const counts = {
    n: waiting.length,
    overdue: waiting.filter((action) => isOverdue(action, nowMs)).length,
    done: actions.length - waiting.length,
  };
  return (
    <div className={styles['view']}>
      <h2 className="visually-hidden">{say(m.title)}</h2>
      <Tabs
        name={say(m.tabs)}
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'actions', label: say(m.tabActions) },
          { id: 'lessons', label: say(m.tabLessons) },
          { id: 'all', label: say(m.tabAll) },
        ]}
      >
        {tab === 'actions' && actions.length === 0 && (
          <EmptyState title={say(m.emptyTitle)} actions={add('action')}>
            <p>{say(canWrite ? m.emptyText : m.readOnly)}</p>
          </EmptyState>
        )}
        {tab === 'actions' && actions.length > 0 && (
          <>
            <header className={styles['header']}>
              {add('action')}
              <Checkbox label={say(m.openOnly)} checked={openOnly} onChange={setOpenOnly} />
              <p className={styles['count']}>{say(m.count, counts)}</p>
            </header>
            <ActionTable
              name={say(m.tabActions)}
              actions={shown}
              nowMs={nowMs}
              onOpen={(id) => setOpened({ what: 'action', id })}
            />
          </>
        )}
        {tab === 'lessons' && (
          <>
            <header className={styles['header']}>{add('lesson')}</header>
            {lessons.length === 0 ? (
              <p className={styles['note']}>{say(m.noLessons)}</p>
            ) : (
              <LessonList lessons={lessons} onOpen={(id) => setOpened({ what: 'lesson', id })} />
            )}
          </>
        )}
        {tab === 'all' && <AllActions desktop={desktop} nowMs={nowMs} />}
      </Tabs>
      {opened?.what === 'action' && (
        <ActionDialog
          action={actions.find(({ id }) => id === opened.id)}
          improvements={improvements}
          onClose={close}
        />
      )}
      {opened?.what === 'lesson' && (
        <LessonDialog
          lesson={lessons.find(({ id }) => id === opened.id)}
          improvements={improvements}
          onClose={close}
        />
      )}
    </div>
  );
}
