import { type KeyboardEvent, useState } from 'react';
import {
  gapOf,
  type ItemSetting,
  type ItemState,
  itemStates,
  type SettingGap,
} from '#shared/domain/checklist.ts';
import { checklistMessages as m } from '#shared/i18n/checklist-messages.ts';
import { itemStateMessages } from '../../records/item-state-message.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import { CitationPicker } from '../../records/citation-picker.tsx';
import styles from './item-editor.module.css';
import { ItemStateMark } from './item-state.tsx';

type ItemEditorProps = {
  readonly item: string;
  readonly setting: ItemSetting;
  /** Saves; answers with the problem in words, or nothing when it is on the disk. */
  readonly onSave: (setting: ItemSetting) => Promise<string | undefined>;
  readonly onClose: () => void;
};

/** Sets the state of an item together with what proves it. */
export function ItemEditor({ item, setting, onSave, onClose }: ItemEditorProps) {
  const say = useSay();
  const { canWrite } = useWorkspace();
  const [draft, setDraft] = useState(setting);
  const [gap, setGap] = useState<SettingGap>();
  const [problem, setProblem] = useState<string>();
  const [saving, setSaving] = useState(false);
  const change = (part: Partial<ItemSetting>) => {
    setDraft((before) => ({ ...before, ...part }));
    setGap(undefined);
  };

  const save = async () => {
    if (saving || !canWrite) return;
    const missing = gapOf(draft);
    setGap(missing);
    if (missing !== undefined) return;
    setSaving(true);
    const failed = await onSave(draft);
    setSaving(false);
    setProblem(failed);
    if (failed === undefined) onClose();
  };
  const keys = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <form
      className={styles['editor']}
      aria-label={say(m.edit, { item })}
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <StateChoice
        item={item}
        value={draft.state}
        onChange={(state) => change({ state })}
        disabled={!canWrite}
      />
      <CitationPicker
        value={{ entries: draft.entries, evidence: draft.evidence }}
        onChange={({ entries, evidence }) =>
          change({ entries: [...entries], evidence: [...evidence] })
        }
      />
      {draft.state !== 'open' && draft.state !== 'doing' && (
        <TextArea
          label={say(draft.state === 'done' ? m.becauseDone : m.because)}
          value={draft.because}
          rows={1}
          onChange={(because) => change({ because })}
          problem={gap && say(gap === 'reason' ? m.needsReason : m.needsCitation)}
        />
      )}
      <div className={styles['pair']}>
        <Field label={say(m.owner)} value={draft.owner} onChange={(owner) => change({ owner })} />
        <TextArea
          label={say(m.note)}
          value={draft.note}
          rows={1}
          onChange={(note) => change({ note })}
        />
      </div>
      {problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
      <div className={styles['actions']}>
        <span className={styles['hint']}>{say(canWrite ? m.keysHint : m.readOnly)}</span>
        <Button onClick={onClose}>{say(m.cancel)}</Button>
        <Button look="primary" type="submit" disabled={!canWrite || saving}>
          {say(m.save)}
        </Button>
      </div>
    </form>
  );
}

type StateChoiceProps = {
  readonly item: string;
  readonly value: ItemState;
  readonly onChange: (state: ItemState) => void;
  readonly disabled: boolean;
};

/** The five states as radio buttons, so that arrow keys and screen readers know what they are. */
function StateChoice({ item, value, onChange, disabled }: StateChoiceProps) {
  const say = useSay();
  return (
    <fieldset className={styles['states']} disabled={disabled}>
      <legend className="visually-hidden">{say(m.state)}</legend>
      {itemStates.map((state) => (
        <label key={state} className={styles['state']} data-chosen={state === value || undefined}>
          <input
            type="radio"
            className="visually-hidden"
            name={`state-${item}`}
            checked={state === value}
            autoFocus={state === value}
            onChange={() => onChange(state)}
          />
          <ItemStateMark state={state} />
          {say(itemStateMessages[state])}
        </label>
      ))}
    </fieldset>
  );
}
