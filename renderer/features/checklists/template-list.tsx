import { useState } from 'react';
import { checklists, toAdoptedChecklist } from '#shared/catalogue/checklist-templates.ts';
import { citation } from '#shared/catalogue/citations.ts';
import { checklistMessages as m } from '#shared/i18n/checklist-messages.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { useRecords } from '../../data/use-records.ts';
import { appendErrorText } from '../../records/append-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './template-list.module.css';

/** The templates of the catalogue; one press takes a snapshot of one into the notebook. */
export function TemplateList({ onAdopted }: { readonly onAdopted: (id: string) => void }) {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const { announce } = useWorkspace();
  const inUse = new Set(useRecords('checklists').map((record) => record.checklist?.template));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const adopt = async (template: (typeof checklists.templates)[number]) => {
    setBusy(true);
    const id = newOperationId();
    const written = await session.append({
      t: 'checklist.adopt',
      id,
      ...toAdoptedChecklist(template),
    });
    setBusy(false);
    if (!written.ok) return setProblem(appendErrorText(language, written.error));
    announce(say(m.adopted), 'good');
    return onAdopted(id);
  };

  return (
    <>
      {problem !== undefined && <p role="alert">{problem}</p>}
      <ul className={styles['list']}>
        {checklists.templates.map((template, index) => (
          <li key={template.id} className={styles['template']}>
            <div className={styles['words']}>
              <p className={styles['title']}>
                {template.title[language]}
                <span className={styles['count']}>
                  {say(m.itemCount, { n: template.items.length })}
                  {inUse.has(template.id) && ` · ${say(m.alreadyUsed)}`}
                </span>
              </p>
              <p>{template.description[language]}</p>
              <p className={styles['basis']}>
                {say(m.basis, {
                  sources: template.sources
                    .map((source) => citation(source)[language])
                    .join(language === 'ja' ? '、' : ', '),
                })}
              </p>
            </div>
            <Button
              look={index === 0 && inUse.size === 0 ? 'primary' : 'plain'}
              disabled={busy}
              aria-label={`${say(m.adopt)}: ${template.title[language]}`}
              onClick={() => void adopt(template)}
            >
              {say(m.adopt)}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
