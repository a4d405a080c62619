import { useState } from 'react';
import { writeDeadline } from '#shared/application/deadlines.ts';
import { milestones } from '#shared/catalogue/milestones.ts';
import {
  type Deadline,
  type DeadlineFields,
  type LimitUnit,
  limitUnits,
} from '#shared/domain/deadline.ts';
import { deadlineMessages as m } from '#shared/i18n/deadline-messages.ts';
import { unitMessages } from '#shared/i18n/word-deadline.ts';
import { FormDialog } from '../../records/form-dialog.tsx';
import { useLanguage, useSay } from '../../records/language.tsx';
import { readTimeField, TimeField, timeFieldText } from '../../records/time-field.tsx';
import { useSaving } from '../../records/use-saving.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Checkbox, Field, Select, TextArea } from '../../ui/field.tsx';
import styles from './decision-form.module.css';

type DeadlineFormProps = {
  readonly deadline: Deadline | undefined;
  readonly onClose: () => void;
};

/** Writes the rule of a deadline: of a contract, or one of the catalogue as it is read here. */
export function DeadlineForm({ deadline, onClose }: DeadlineFormProps) {
  const say = useSay();
  const language = useLanguage();
  const save = useSaving();
  const { incidentZone: zone } = useWorkspace();
  const [name, setName] = useState(deadline?.name ?? '');
  const [rule, setRule] = useState(deadline?.rule ?? '');
  const [source, setSource] = useState(deadline?.source ?? '');
  const [milestone, setMilestone] = useState(
    deadline === undefined ? 'known' : (deadline.milestone ?? ''),
  );
  const [event, setEvent] = useState(deadline?.event ?? '');
  const [start, setStart] = useState(timeFieldText(deadline?.start, zone));
  const [amount, setAmount] = useState(String(deadline?.limit?.amount ?? ''));
  const [unit, setUnit] = useState<LimitUnit>(deadline?.limit?.unit ?? 'hour');
  const [countsFirstDay, setCountsFirstDay] = useState(deadline?.countsFirstDay ?? true);
  const [owner, setOwner] = useState(deadline?.owner ?? '');
  const [note, setNote] = useState(deadline?.note ?? '');
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string>();

  const submit = async () => {
    const startAt = readTimeField(start, deadline?.start, zone);
    const count = amount.trim() === '' ? null : Number(amount.normalize('NFKC'));
    const isCount = count === null || (Number.isInteger(count) && count >= 1 && count <= 10_000);
    setWrong(
      new Set([...(startAt === undefined ? ['start'] : []), ...(isCount ? [] : ['amount'])]),
    );
    if (startAt === undefined || !isCount) return;
    const isSameLimit = count === deadline?.limit?.amount && unit === deadline.limit.unit;
    const next: DeadlineFields = {
      name: name.trim(),
      rule: rule.trim(),
      source: source.trim(),
      milestone: milestone === '' ? null : milestone,
      event: event.trim(),
      start: startAt,
      limit: isSameLimit ? deadline.limit : count === null ? null : { amount: count, unit },
      countsFirstDay,
      owner: owner.trim(),
      note: note.trim(),
    };
    const unwritten: DeadlineFields = { countsFirstDay: true };
    const changed = Object.fromEntries(
      Object.entries(next).filter(([field, value]) => {
        const old = { ...unwritten, ...deadline }[field as keyof DeadlineFields];
        if (old === undefined && (value === '' || value === null)) return false;
        return JSON.stringify(old) !== JSON.stringify(value);
      }),
    );
    if (deadline !== undefined && Object.keys(changed).length === 0) return onClose();
    const failed = await save((writing) => writeDeadline(writing, changed, deadline), say(m.saved));
    if (failed === undefined) onClose();
    else setProblem(failed);
  };
  return (
    <FormDialog title={say(m.editTitle)} onClose={onClose} onSave={() => void submit()}>
      <Field
        label={say(m.name)}
        value={name}
        onChange={setName}
        onEnter={() => void submit()}
        problem={problem}
        maxLength={500}
        autoFocus
      />
      <TextArea
        label={say(m.rule)}
        value={rule}
        rows={1}
        onChange={setRule}
        onSubmit={() => void submit()}
      />
      <div className={styles['pair']}>
        <Field label={say(m.source)} value={source} onChange={setSource} maxLength={2_000} />
        <Select
          label={say(m.from)}
          value={milestone}
          onChange={setMilestone}
          options={[
            ...milestones.map(({ id, name: named }) => ({
              value: id as string,
              label: named[language],
            })),
            { value: '', label: say(m.fromEvent) },
          ]}
        />
        {milestone === '' && (
          <Field label={say(m.event)} value={event} onChange={setEvent} maxLength={500} />
        )}
        <div>
          <TimeField
            label={say(m.start)}
            value={start}
            onChange={setStart}
            wrong={wrong.has('start')}
          />
        </div>
        <Field
          label={say(m.amount)}
          value={amount}
          onChange={setAmount}
          hint={say(m.amountHint)}
          problem={wrong.has('amount') ? say(m.amountWrong) : undefined}
          maxLength={5}
        />
        <Select
          label={say(m.unit)}
          value={unit}
          onChange={setUnit}
          options={limitUnits.map((value) => ({ value, label: say(unitMessages[value]) }))}
        />
        <Field label={say(m.owner)} value={owner} onChange={setOwner} maxLength={200} />
      </div>
      {unit === 'day' && (
        <Checkbox label={say(m.firstDay)} checked={countsFirstDay} onChange={setCountsFirstDay} />
      )}
      <TextArea
        label={say(m.note)}
        value={note}
        rows={1}
        onChange={setNote}
        onSubmit={() => void submit()}
      />
    </FormDialog>
  );
}
