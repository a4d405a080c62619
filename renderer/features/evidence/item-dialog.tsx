import { useState } from 'react';
import { describeItem } from '#shared/application/evidence.ts';
import { evidenceItemMessages as m } from '#shared/i18n/evidence-item-messages.ts';
import { evidenceMessages } from '#shared/i18n/evidence-messages.ts';
import { currentFields, type EvidenceRecord } from '#shared/journal/records.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { appendErrorText } from '../../records/append-error-text.ts';
import { FormDialog } from '../../records/form-dialog.tsx';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import styles from './item-dialog.module.css';
import { changedFields, draftOf, type DraftProblem } from './item-draft.ts';
import { ItemFields } from './item-fields.tsx';

type AddItemDialogProps = {
  readonly desktop: Desktop;
  readonly onAdded: (id: string) => void;
  readonly onClose: () => void;
};

/** Adds an item of which no copy lies in the notebook: a thing, or a file that cannot be read here. */
export function AddItemDialog({ desktop, onAdded, onClose }: AddItemDialogProps) {
  const say = useSay();
  const language = useLanguage();
  const { incidentZone: zone, announce } = useWorkspace();
  const empty = draftOf({ type: 'device' });
  const [draft, setDraft] = useState(empty);
  const [what, setWhat] = useState<'thing' | 'file'>('thing');
  const [name, setName] = useState('');
  const [medium, setMedium] = useState('');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<DraftProblem>();
  const [failed, setFailed] = useState<string>();
  const [missing, setMissing] = useState({ name: false, medium: false });
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    if (isSaving) return;
    const lacks = {
      name: name.trim() === '',
      medium: what === 'file' && medium.trim() === '',
    };
    setMissing(lacks);
    const fields = changedFields(draft, draftOf({}), { nowMs: Date.now(), zone });
    setProblem(fields.ok ? undefined : fields.error);
    if (!fields.ok || lacks.name || lacks.medium) return;
    setSaving(true);
    const added = await desktop['evidence:item']({
      name: name.trim(),
      note,
      fields: fields.value,
      ...(what === 'file' && { medium: medium.trim() }),
    });
    setSaving(false);
    if (added.ok) {
      announce(say(m.added, { no: added.value.no }), 'good');
      onAdded(added.value.id);
      return;
    }
    const { error } = added;
    setFailed(appendErrorText(language, error.kind === 'append-failed' ? error.append : error));
  };
  return (
    <FormDialog
      title={say(m.addTitle)}
      saveWord={say(m.addDo)}
      problem={failed}
      onClose={onClose}
      onSave={() => void save()}
    >
      <div className={styles['row']}>
        <Select
          label={say(m.what)}
          value={what}
          onChange={(chosen) => {
            setWhat(chosen);
            setDraft((before) => ({
              ...before,
              type: chosen === 'thing' ? 'device' : 'image-disk',
            }));
          }}
          options={[
            { value: 'thing', label: say(m.whatThing) },
            { value: 'file', label: say(m.whatFile) },
          ]}
        />
        <Field
          label={say(m.name)}
          value={name}
          placeholder={say(what === 'thing' ? m.nameHint : m.fileNameHint)}
          maxLength={1024}
          required
          autoFocus
          problem={missing.name ? say(m.nameMissing) : undefined}
          onChange={setName}
          onEnter={() => void save()}
        />
        {what === 'file' && (
          <Field
            label={say(m.medium)}
            value={medium}
            hint={say(m.mediumHint)}
            maxLength={500}
            required
            problem={missing.medium ? say(m.mediumMissing) : undefined}
            onChange={setMedium}
            onEnter={() => void save()}
          />
        )}
      </div>
      <ItemFields
        draft={draft}
        problem={problem}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        onSubmit={() => void save()}
      />
      <TextArea
        label={say(evidenceMessages.note)}
        value={note}
        onChange={(text) => setNote(text.slice(0, 20_000))}
        onSubmit={() => void save()}
      />
    </FormDialog>
  );
}

type EditItemDialogProps = { readonly record: EvidenceRecord; readonly onClose: () => void };

/** Says something of an item anew; only what was changed is written, and what was said before stays readable. */
export function EditItemDialog({ record, onClose }: EditItemDialogProps) {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const { incidentZone: zone, announce } = useWorkspace();
  const [before] = useState(() => draftOf(currentFields(record.fields)));
  const [draft, setDraft] = useState(before);
  const [problem, setProblem] = useState<DraftProblem>();
  const [failed, setFailed] = useState<string>();
  const save = async () => {
    const fields = changedFields(draft, before, { nowMs: Date.now(), zone });
    setProblem(fields.ok ? undefined : fields.error);
    if (!fields.ok) return;
    if (Object.keys(fields.value).length === 0) return onClose();
    const writing = { journal: session, newId: newOperationId };
    const written = await describeItem(writing, record.id, fields.value);
    if (!written.ok) return setFailed(appendErrorText(language, written.error));
    announce(say(m.saved), 'good');
    return onClose();
  };
  return (
    <FormDialog
      title={say(m.editTitle, { no: record.item?.no ?? '–' })}
      problem={failed}
      onClose={onClose}
      onSave={() => void save()}
    >
      <ItemFields
        draft={draft}
        problem={problem}
        onChange={(change) => setDraft((earlier) => ({ ...earlier, ...change }))}
        onSubmit={() => void save()}
      />
    </FormDialog>
  );
}
