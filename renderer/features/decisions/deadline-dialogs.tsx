import { useState } from 'react';
import { finishDeadline, shiftDeadline } from '#shared/application/deadlines.ts';
import type { Deadline } from '#shared/domain/deadline.ts';
import { earliestMs } from '#shared/domain/time/entry-time.ts';
import { deadlineMessages as m } from '#shared/i18n/deadline-messages.ts';
import { CitationPicker } from '../../records/citation-picker.tsx';
import { useSay } from '../../records/language.tsx';
import { instantFieldText, readTimeField } from '../../records/time-field.tsx';
import { useSaving } from '../../records/use-saving.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import styles from './decision-form.module.css';

type DeadlineDialogProps = { readonly deadline: Deadline; readonly onClose: () => void };

/** Moves a deadline to another date; a reason is asked for. */
export function MoveDialog({ deadline, onClose }: DeadlineDialogProps) {
  const say = useSay();
  const save = useSaving();
  const { incidentZone: zone } = useWorkspace();
  const { shift } = deadline;
  const [date, setDate] = useState(
    shift == null ? '' : instantFieldText(Date.parse(shift.due), zone),
  );
  const [because, setBecause] = useState(shift?.because ?? '');
  const [wrong, setWrong] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const move = async () => {
    const time = readTimeField(date, undefined, zone);
    const dueMs = time == null ? Number.NaN : earliestMs(time);
    setWrong(Number.isFinite(dueMs) ? undefined : say(m.timeUnreadable));
    if (!Number.isFinite(dueMs)) return;
    const failed = await save(
      (writing) => shiftDeadline(writing, deadline.id, { dueMs, because }),
      say(m.moved),
    );
    if (failed === undefined) onClose();
    else setProblem(failed);
  };
  const back = async () => {
    const failed = await save(
      (writing) => shiftDeadline(writing, deadline.id, null),
      say(m.movedBack),
    );
    if (failed === undefined) onClose();
    else setProblem(failed);
  };
  return (
    <Dialog
      title={say(m.moveTitle)}
      closeName={say(m.cancel)}
      onClose={onClose}
      actions={
        <>
          {shift != null && <Button onClick={() => void back()}>{say(m.moveBack)}</Button>}
          <Button onClick={onClose}>{say(m.cancel)}</Button>
          <Button look="primary" onClick={() => void move()}>
            {say(m.move)}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <Field
          label={say(m.moveTo)}
          value={date}
          onChange={setDate}
          onEnter={() => void move()}
          placeholder="2026-01-31 17:00"
          problem={wrong}
          maxLength={200}
          autoFocus
        />
        <Field
          label={say(m.moveBecause)}
          value={because}
          onChange={setBecause}
          onEnter={() => void move()}
          problem={problem}
          maxLength={2_000}
        />
      </div>
    </Dialog>
  );
}

/** Says that a deadline was kept, by the entry that tells of it. */
export function FinishDialog({ deadline, onClose }: DeadlineDialogProps) {
  const say = useSay();
  const save = useSaving();
  const [entries, setEntries] = useState<readonly string[]>([]);
  const [because, setBecause] = useState('');
  const [problem, setProblem] = useState<string>();
  const finish = async () => {
    const failed = await save(
      (writing) => finishDeadline(writing, deadline.id, { entries, because }),
      say(m.finished, { name: deadline.name }),
    );
    if (failed === undefined) onClose();
    else setProblem(failed);
  };
  return (
    <Dialog
      title={say(m.finishTitle)}
      closeName={say(m.cancel)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say(m.cancel)}</Button>
          <Button look="primary" onClick={() => void finish()}>
            {say(m.finish)}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <p>{deadline.name}</p>
        <CitationPicker
          value={{ entries, evidence: [] }}
          entriesOnly
          onChange={(value) => setEntries(value.entries)}
        />
        <TextArea
          label={say(m.finishBecause)}
          value={because}
          rows={1}
          onChange={setBecause}
          onSubmit={() => void finish()}
          problem={problem}
        />
      </div>
    </Dialog>
  );
}
