import { useState } from 'react';
import { checklists, toAdoptedChecklist } from '#shared/catalogue/checklist-templates.ts';
import { adoptedOwnChecklist, inBothLanguages, ownTemplates } from '#shared/catalogue/guidance.ts';
import { citation } from '#shared/catalogue/citations.ts';
import type { AdoptedChecklist } from '#shared/domain/checklist.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { guidanceMessages } from '#shared/i18n/guidance-messages.ts';
import { checklistMessages as m } from '#shared/i18n/checklist-messages.ts';
import { wordRevision } from '#shared/i18n/word-guidance.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { useRecords } from '../../data/use-records.ts';
import { appendErrorText } from '../../records/append-error-text.ts';
import { useGuidance } from '../../records/guidance.tsx';
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

  const { guidance, open } = useGuidance();
  const offered = [
    ...ownTemplates(guidance).map((piece) => ({
      id: piece.body.id,
      title: inBothLanguages(piece.body.title)[language],
      description: inBothLanguages(piece.body.description)[language],
      items: piece.body.items.length,
      basis: wordRevision(piece, language),
      take: () => adoptedOwnChecklist(piece),
    })),
    ...checklists.templates.map((template) => ({
      id: template.id,
      title: template.title[language],
      description: template.description[language],
      items: template.items.length,
      basis: say(m.basis, {
        sources: template.sources
          .map((source) => citation(source)[language])
          .join(language === 'ja' ? '、' : ', '),
      }),
      take: () => toAdoptedChecklist(template),
    })),
  ];

  const adopt = async (taken: AdoptedChecklist) => {
    setBusy(true);
    const id = newOperationId();
    const written = await session.append({ t: 'checklist.adopt', id, ...taken });
    setBusy(false);
    if (!written.ok) return setProblem(appendErrorText(language, written.error));
    announce(say(m.adopted), 'good');
    return onAdopted(id);
  };

  return (
    <>
      {problem !== undefined && <p role="alert">{problem}</p>}
      <ul className={styles['list']}>
        {offered.map(({ id, title, description, items, basis, take }, index) => (
          <li key={id} className={styles['template']}>
            <div className={styles['words']}>
              <p className={styles['title']}>
                {title}
                <span className={styles['count']}>
                  {say(m.itemCount, { n: items })}
                  {inUse.has(id) && ` · ${say(m.alreadyUsed)}`}
                </span>
              </p>
              <p>{description}</p>
              <p className={styles['basis']}>{basis}</p>
            </div>
            <Button
              look={index === 0 && inUse.size === 0 ? 'primary' : 'plain'}
              disabled={busy}
              aria-label={say(frameMessages.actionOf, { action: say(m.adopt), name: title })}
              onClick={() => void adopt(take())}
            >
              {say(m.adopt)}
            </Button>
          </li>
        ))}
      </ul>
      <Button look="quiet" onClick={() => open('templates')}>
        {say(guidanceMessages.command)}
      </Button>
    </>
  );
}
