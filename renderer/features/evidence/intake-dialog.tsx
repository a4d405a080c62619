import { useState } from 'react';
import { type OldHashName, oldHashNames } from '#shared/domain/evidence.ts';
import { evidenceFieldMessages } from '#shared/i18n/evidence-field-messages.ts';
import { evidenceItemMessages } from '#shared/i18n/evidence-item-messages.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { intakeMessages as m } from '#shared/i18n/intake-messages.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, Field, Select } from '../../ui/field.tsx';
import type { WishDraft } from './intake-wish.ts';
import styles from './item-dialog.module.css';
import { changedFields, draftOf, type DraftProblem } from './item-draft.ts';
import { ItemFields } from './item-fields.tsx';

type IntakeDialogProps = {
  readonly wish: WishDraft;
  /** Keeps the wish for everything that is added next. */
  readonly onKeep: (wish: WishDraft) => void;
  /** Keeps it and asks for the files. */
  readonly onChoose: (wish: WishDraft) => void;
  readonly onClose: () => void;
};

/** How files are taken in: copied, with their folder, or left where they are; which hashes; what is known of all. */
export function IntakeDialog({ wish, onKeep, onChoose, onClose }: IntakeDialogProps) {
  const say = useSay();
  const { incidentZone: zone } = useWorkspace();
  const [typed, setTyped] = useState(wish);
  const [problem, setProblem] = useState<DraftProblem>();
  const [lacksMedium, setLacksMedium] = useState(false);
  const change = (news: Partial<WishDraft>) => setTyped((before) => ({ ...before, ...news }));
  const settle = (then: (wish: WishDraft) => void) => {
    const fields = changedFields(typed.draft, draftOf({}), { nowMs: Date.now(), zone });
    const isPlaceless = typed.as === 'reference' && typed.medium.trim() === '';
    setProblem(fields.ok ? undefined : fields.error);
    setLacksMedium(isPlaceless);
    if (fields.ok && !isPlaceless) then({ ...typed, fields: fields.value });
  };
  const choose = () => settle(onChoose);
  const toggle = (name: OldHashName, wanted: boolean) =>
    change({
      hashes: oldHashNames.filter((each) => (each === name ? wanted : typed.hashes.includes(each))),
    });
  return (
    <Dialog
      title={say(m.title)}
      closeName={say(frameMessages.cancel)}
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button onClick={onClose}>{say(frameMessages.cancel)}</Button>
          <Button onClick={() => settle(onKeep)}>{say(m.keep)}</Button>
          <Button look="primary" onClick={choose}>
            {say(typed.as === 'folder' ? m.chooseFolders : m.chooseFiles)}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <div className={styles['row']}>
          <Select
            label={say(m.as)}
            value={typed.as}
            autoFocus
            onChange={(as) => change({ as })}
            options={[
              { value: 'copy', label: say(m.asCopy) },
              { value: 'folder', label: say(m.asFolder) },
              { value: 'reference', label: say(m.asReference) },
            ]}
          />
          {typed.as === 'reference' && (
            <Field
              label={say(evidenceItemMessages.medium)}
              hint={say(evidenceItemMessages.mediumHint)}
              value={typed.medium}
              maxLength={500}
              required
              problem={lacksMedium ? say(evidenceItemMessages.mediumMissing) : undefined}
              onChange={(medium) => change({ medium })}
              onEnter={choose}
            />
          )}
        </div>
        <p className={styles['hint']}>{say(asHints[typed.as])}</p>
        <fieldset className={styles['group']}>
          <legend>{say(m.hashes)}</legend>
          <div className={styles['checks']}>
            <Checkbox label={say(m.sha256Always)} checked disabled onChange={() => {}} />
            {oldHashNames.map((name) => (
              <Checkbox
                key={name}
                label={say(evidenceFieldMessages[name])}
                checked={typed.hashes.includes(name)}
                onChange={(wanted) => toggle(name, wanted)}
              />
            ))}
          </div>
          <p className={styles['hint']}>{say(m.hashesHint)}</p>
        </fieldset>
        <ItemFields
          forMany
          draft={typed.draft}
          problem={problem}
          onChange={(news) => change({ draft: { ...typed.draft, ...news } })}
          onSubmit={choose}
        />
      </div>
    </Dialog>
  );
}

const asHints = { copy: m.asCopyHint, folder: m.asFolderHint, reference: m.asReferenceHint };
