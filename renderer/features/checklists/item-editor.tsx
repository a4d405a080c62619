import { type KeyboardEvent, useState } from 'react';
import {
  gapOf,
  type ItemSetting,
  type ItemState,
  itemStates,
  type SettingGap,
} from '#shared/domain/checklist.ts';
import { earliestMs } from '#shared/domain/time/entry-time.ts';
import { checklistMessages as m } from '#shared/i18n/checklist-messages.ts';
import { itemStateMessages } from '#shared/i18n/item-state-words.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import { CitationPicker } from '../../records/citation-picker.tsx';
import { readTimeField } from '../../records/time-field.tsx';
import { dueText, withWaiting } from './item-waiting.ts';
import styles from './item-editor.module.css';
import { ItemStateMark } from './item-state.tsx';

type ItemEditorProps = {
  readonly item: string;
  readonly setting: ItemSetting;
  /** Names that other items have, to choose from. */
  readonly owners: readonly string[];
  /** Saves; answers with the problem in words, or nothing when it is on the disk. */
  readonly onSave: (setting: ItemSetting) => Promise<string | undefined>;
  readonly onClose: () => void;
};

/** Sets the state of an item together with what proves it. */
export function ItemEditor({ item, setting, owners, onSave, onClose }: ItemEditorProps) {
  const say = useSay();
  const { canWrite, incidentZone: zone } = useWorkspace();
  const [draft, setDraft] = useState(setting);
  const [gap, setGap] = useState<SettingGap>();
  const [problem, setProblem] = useState<string>();
  const [saving, setSaving] = useState(false);
  const [due, setDue] = useState(dueText(setting, zone));
  const [wrongDue, setWrongDue] = useState(false);
  const [blockedBy, setBlockedBy] = useState((setting.blockedBy ?? []).join(' '));
  const change = (part: Partial<ItemSetting>) => {
    setDraft((before) => ({ ...before, ...part }));
    setGap(undefined);
  };

  const save = async () => {
    if (saving || !canWrite) return;
    const dueAt = readTimeField(due, undefined, zone);
    const dueMs = dueAt == null ? Number.NaN : earliestMs(dueAt);
    const isUnreadable = dueAt === undefined || (dueAt !== null && !Number.isFinite(dueMs));
    setWrongDue(isUnreadable);
    if (isUnreadable) return;
    const whole = withWaiting(draft, { due, dueMs, blockedBy }, setting, zone);
    const missing = gapOf(draft);
    setGap(missing);
    if (missing !== undefined) return;
    setSaving(true);
    const failed = await onSave(whole);
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
        <Field
          label={say(m.owner)}
          value={draft.owner}
          onChange={(owner) => change({ owner })}
          list={owners}
          maxLength={200}
        />
        <TextArea
          label={say(m.note)}
          value={draft.note}
          rows={1}
          onChange={(note) => change({ note })}
        />
      </div>
      <div className={styles['pair']}>
        <Field
          label={say(m.due)}
          value={due}
          onChange={(text) => {
            setDue(text);
            setWrongDue(false);
          }}
          placeholder={say(m.dueHint)}
          problem={wrongDue ? say(m.dueUnreadable) : undefined}
          maxLength={200}
        />
        <Field
          label={say(m.blockedBy)}
          value={blockedBy}
          onChange={setBlockedBy}
          placeholder={say(m.blockedByHint)}
          maxLength={2_000}
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
