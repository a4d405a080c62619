import { useState } from 'react';
import { checklists, templateById } from '#shared/catalogue/checklist-templates.ts';
import {
  type Guidance,
  inBothLanguages,
  newestPieces,
  type OwnTemplate,
  type OwnTemplatePiece,
  ownTemplates,
  pieceKey,
  revisionsOf,
} from '#shared/catalogue/guidance.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { guidanceMessages as m } from '#shared/i18n/guidance-messages.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/field.tsx';
import styles from './guidance-dialog.module.css';
import { RevisionText } from './revision-text.tsx';

type Props = {
  readonly guidance: Guidance;
  readonly onEdit: (template: OwnTemplate) => void;
  readonly onSave: (template: OwnTemplate, removed: boolean) => void;
  readonly onExport: (key: string) => void;
};

/** The organisation's own checklists, with what they were, and the way to a new one. */
export function TemplatesTab({ guidance, onEdit, onSave, onExport }: Props) {
  const say = useSay();
  const language = useLanguage();
  const [from, setFrom] = useState('');
  const own = ownTemplates(guidance);
  const make = () => onEdit(copyOf(from, guidance));
  return (
    <>
      <p className={styles['lead']}>{say(m.templatesLead)}</p>
      {own.length === 0 && <p className={styles['quiet']}>{say(m.noTemplates)}</p>}
      <ul className={styles['list']}>
        {own.map((piece) => (
          <Template key={piece.body.id} piece={piece} {...{ guidance, onEdit, onSave, onExport }} />
        ))}
      </ul>
      <div className={styles['new']}>
        <Select
          label={say(m.basedOn)}
          value={from}
          onChange={setFrom}
          options={[
            { value: '', label: say(m.emptyTemplate) },
            ...checklists.templates.map(({ id, title }) => ({ value: id, label: title[language] })),
            ...own.map(({ body }) => ({
              value: body.id,
              label: inBothLanguages(body.title)[language],
            })),
          ]}
        />
        <Button look="primary" onClick={make}>
          {say(m.make)}
        </Button>
      </div>
    </>
  );
}

function Template({
  piece,
  guidance,
  onEdit,
  onSave,
  onExport,
}: Props & { readonly piece: OwnTemplatePiece }) {
  const say = useSay();
  const language = useLanguage();
  const key = pieceKey(piece);
  const earlier = revisionsOf(guidance, key).slice(1);
  const [shown, setShown] = useState(false);
  const title = inBothLanguages(piece.body.title)[language];
  return (
    <li>
      <div className={styles['row']}>
        <div className={styles['words']}>
          <p className={styles['name']}>{title}</p>
          <p className={styles['quiet']}>
            <RevisionText piece={piece} />
          </p>
        </div>
        <div className={styles['buttons']}>
          <Button
            aria-label={say(frameMessages.actionOf, { action: say(m.edit), name: title })}
            onClick={() => onEdit(piece.body)}
          >
            {say(m.edit)}
          </Button>
          <Button
            look="quiet"
            aria-label={say(frameMessages.actionOf, { action: say(m.exportOne), name: title })}
            onClick={() => onExport(key)}
          >
            {say(m.exportOne)}
          </Button>
          {earlier.length > 0 && (
            <Button
              look="quiet"
              aria-expanded={shown}
              aria-label={say(frameMessages.actionOf, { action: say(m.revisions), name: title })}
              onClick={() => setShown(!shown)}
            >
              {say(m.revisions)}
            </Button>
          )}
          <Button
            look="quiet"
            aria-label={say(frameMessages.actionOf, { action: say(m.remove), name: title })}
            onClick={() => onSave(piece.body, true)}
          >
            {say(m.remove)}
          </Button>
        </div>
      </div>
      {shown && (
        <ul className={styles['itemForm']}>
          {earlier.map(
            (each) =>
              each.kind === 'template' && (
                <li key={each.revision} className={styles['row']}>
                  <RevisionText piece={each} />
                  <Button
                    look="quiet"
                    aria-label={say(frameMessages.actionOf, {
                      action: say(m.restore),
                      name: each.revision,
                    })}
                    onClick={() => onSave(each.body, false)}
                  >
                    {say(m.restore)}
                  </Button>
                </li>
              ),
          )}
        </ul>
      )}
    </li>
  );
}

/** A new template with the items of another; what was taken off the list keeps its id too. */
function copyOf(from: string, guidance: Guidance): OwnTemplate {
  const taken = new Set(newestPieces(guidance).map(pieceKey));
  let number = 1;
  while (taken.has(`template own-${number}`)) number += 1;
  const id = `own-${number}`;
  const own = ownTemplates(guidance).find(({ body }) => body.id === from)?.body;
  if (own !== undefined) return { ...own, id };
  const known = templateById(from);
  const empty = { en: '', ja: '' };
  if (known === undefined) return { id, title: empty, description: empty, items: [] };
  return {
    id,
    title: { ...known.title },
    description: { ...known.description },
    items: known.items.map(({ phase: _phase, text, why, appliesWhen, milestone, ...item }) => ({
      ...item,
      text: { ...text },
      why: { ...why },
      stages: [...item.stages],
      csf: [...item.csf],
      refs: [...item.refs],
      critical: item.critical ?? false,
      needsApproval: item.needsApproval ?? false,
      evidenceExpected: item.evidenceExpected ?? false,
      ...(milestone !== undefined && { milestone }),
      ...(appliesWhen && { appliesWhen: { ...appliesWhen } }),
    })),
  };
}
