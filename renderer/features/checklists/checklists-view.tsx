import { Plus } from 'lucide-react';
import { useState } from 'react';
import { checklistMessages as m } from '#shared/i18n/checklist-messages.ts';
import { useRecords } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/field.tsx';
import { ChecklistPanel } from './checklist-panel.tsx';
import styles from './checklists-view.module.css';
import { TemplateList } from './template-list.tsx';

/** The adopted checklists, one at a time, and the way to adopt another. */
export function ChecklistsView() {
  const say = useSay();
  const language = useLanguage();
  const { canWrite } = useWorkspace();
  const records = useRecords('checklists').filter((record) => record.checklist !== undefined);
  const [chosen, setChosen] = useState<string>();
  const [adding, setAdding] = useState(false);
  const shown = records.find((record) => record.id === chosen) ?? records[0];

  if (shown === undefined)
    return (
      <div className={styles['view']}>
        <EmptyState title={say(m.emptyTitle)} width="wide">
          <p>{say(canWrite ? m.emptyText : m.readOnly)}</p>
          {canWrite && <TemplateList onAdopted={setChosen} />}
        </EmptyState>
      </div>
    );
  return (
    <div className={styles['view']}>
      <header className={styles['header']}>
        <h2 className="visually-hidden">{say(m.title)}</h2>
        <div className={styles['choice']}>
          <Select
            label={say(m.chosen)}
            labelHidden
            value={shown.id}
            onChange={setChosen}
            options={records.map(({ id, checklist }) => ({
              value: id,
              label: checklist?.title[language] ?? id,
            }))}
          />
        </div>
        {canWrite && (
          <Button icon={<Plus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {say(m.adoptMore)}
          </Button>
        )}
      </header>
      <ChecklistPanel key={shown.id} record={shown} />
      {adding && (
        <Dialog
          title={say(m.adoptTitle)}
          closeName={say(m.cancel)}
          onClose={() => setAdding(false)}
          width="wide"
        >
          <TemplateList
            onAdopted={(id) => {
              setChosen(id);
              setAdding(false);
            }}
          />
        </Dialog>
      )}
    </div>
  );
}
