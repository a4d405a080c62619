import { useState } from 'react';
import type { StandingAction } from '#shared/application/actions.ts';
import { type ActionFields, actionStates } from '#shared/domain/action.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { actionViewMessages as m } from '#shared/i18n/action-view-messages.ts';
import { actionStateMessages } from '#shared/i18n/report-audience-messages.ts';
import { priorityMessages } from '#shared/i18n/report-review-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { CitationPicker } from '../../records/citation-picker.tsx';
import { dueText, readDue } from '../../records/due-time.ts';
import { FormDialog } from '../../records/form-dialog.tsx';
import { useLanguage, useSay } from '../../records/language.tsx';
import type { Improvements } from '../../records/use-improvements.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { AboutFields } from './about-fields.tsx';
import styles from './action-dialog.module.css';
import { changedFields } from './changed-fields.ts';

type ActionDialogProps = {
  /** Undefined for a new one. */
  readonly action: StandingAction | undefined;
  readonly improvements: Improvements;
  readonly onClose: () => void;
};

const priorities = ['high', 'medium', 'low'] as const;

/** Everything about an action; only what was changed is written. */
export function ActionDialog({ action, improvements, onClose }: ActionDialogProps) {
  const say = useSay();
  const { incidentZone, canWrite } = useWorkspace();
  const [wanted, setWanted] = useState(() => ({
    text: action?.text ?? '',
    cause: action?.cause ?? '',
    category: action?.category ?? null,
    stage: action?.stage ?? null,
    layer: action?.layer ?? null,
    priority: action?.priority ?? ('medium' as const),
    owner: action?.owner ?? '',
    state: action?.state ?? ('open' as const),
    entries: action?.entries ?? [],
    evidence: action?.evidence ?? [],
  }));
  const [due, setDue] = useState(() => dueText(action?.due, incidentZone));
  const [problem, setProblem] = useState<string>();
  const [dueProblem, setDueProblem] = useState<string>();
  const change = (news: Partial<ActionFields>) =>
    setWanted((before) => ({ ...before, ...news }) as typeof before);

  const save = async () => {
    const at = readDue(due, Date.now(), incidentZone);
    setDueProblem(at === undefined ? say(m.dueUnreadable) : undefined);
    if (at === undefined || !canWrite) return;
    const isSameDue = dueText(action?.due, incidentZone) === due;
    const fields = changedFields<ActionFields>(action ?? {}, {
      ...wanted,
      ...(!isSameDue && { due: at }),
    });
    if (action !== undefined && Object.keys(fields).length === 0) return onClose();
    const given = action === undefined ? { ...fields, text: wanted.text } : fields;
    const failed = await improvements.setAction(given, action?.id);
    if (failed === undefined) onClose();
    else setProblem(failed);
  };
  const remove = async () => {
    const failed = await improvements.setAction(
      { removal: { removed: true, reason: '' } },
      action?.id,
    );
    if (failed === undefined) onClose();
    else setProblem(failed);
  };
  return (
    <FormDialog
      title={say(action === undefined ? m.dialogNew : m.dialogEdit)}
      onClose={onClose}
      onSave={() => void save()}
      remove={action && { word: say(m.remove), run: () => void remove() }}
      problem={problem}
    >
      <TextArea
        label={say(m.text)}
        value={wanted.text}
        onChange={(text) => change({ text })}
        onSubmit={() => void save()}
        autoFocus
      />
      <div className={styles['row']}>
        <Field
          label={say(m.owner)}
          value={wanted.owner}
          onChange={(owner) => change({ owner })}
          onEnter={() => void save()}
          maxLength={200}
        />
        <Field
          label={say(m.due)}
          value={due}
          onChange={setDue}
          onEnter={() => void save()}
          hint={say(m.dueHint)}
          problem={dueProblem}
          maxLength={100}
        />
        <Select
          label={say(m.priority)}
          value={wanted.priority}
          onChange={(priority) => change({ priority })}
          options={priorities.map((id) => ({ value: id, label: say(priorityMessages[id]) }))}
        />
        <Select
          label={say(m.state)}
          value={wanted.state}
          onChange={(state) => change({ state })}
          options={actionStates.map((id) => ({ value: id, label: say(actionStateMessages[id]) }))}
        />
      </div>
      <AboutFields
        value={wanted}
        onChange={change}
        onSubmit={() => void save()}
        stageLabel={say(m.stage)}
        className={styles['row']}
      />
      <p className={styles['hint']}>{say(m.evidenceHint)}</p>
      <CitationPicker
        value={{ entries: wanted.entries, evidence: wanted.evidence }}
        onChange={({ entries, evidence }) =>
          change({ entries: [...entries], evidence: [...evidence] })
        }
      />
      {action !== undefined && action.states.length > 0 && <StateHistory action={action} />}
    </FormDialog>
  );
}

function StateHistory({ action }: { readonly action: StandingAction }) {
  const say = useSay();
  const language = useLanguage();
  const { zone } = useWorkspace();
  return (
    <div>
      <h3 className={styles['heading']}>{say(m.history)}</h3>
      <ol className={styles['history']}>
        {action.states.map(({ op, state, by, wall }) => (
          <li key={op}>
            {say(m.historyLine, {
              state: say(actionStateMessages[state]),
              time: formatInstant(wall, { zone, locale: language, style: 'short' }, 'minute'),
              by: visibleText(by),
            })}
          </li>
        ))}
      </ol>
    </div>
  );
}
