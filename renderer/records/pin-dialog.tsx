import { useMemo, useState } from 'react';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import { errorMessages } from '#shared/i18n/error-messages.ts';
import { newOperationId } from '../data/operation-id.ts';
import { useSession } from '../data/session-context.tsx';
import { appendErrorText } from './append-error-text.ts';
import { useLanguage, useSay } from './language.tsx';
import { StageChip } from './stage-chip.tsx';
import { useWorkspace } from './workspace.tsx';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { LogTimeText } from './log-time-text.tsx';
import { parsePinMarks } from './pin-marks.ts';
import styles from './pin-dialog.module.css';
import { type PinnedRecord, pinnedEntry } from './pinned-entry.ts';
import { rowLine } from './row-line.ts';

const mostShown = 8;

type PinDialogProps = {
  readonly records: readonly PinnedRecord[];
  /** What stands in the field at first. */
  readonly marks: string;
  readonly onPinned: () => void;
  readonly onClose: () => void;
};

/** Makes entries out of records: one field for stages and tags, Enter saves. */
export function PinDialog({ records, marks: firstMarks, onPinned, onClose }: PinDialogProps) {
  const say = useSay();
  const [text, setText] = useState(firstMarks);
  const [asked, setAsked] = useState(false);
  const marks = useMemo(() => parsePinMarks(text), [text]);
  const saving = useSaving(records, onPinned);
  const [wrong] = marks.unknown;
  const problem =
    asked && wrong !== undefined ? say(m.pinUnknownStage, { stage: wrong }) : saving.problem;
  const save = (together: boolean) => {
    setAsked(true);
    if (marks.unknown.length === 0) void saving.save(marks, together);
  };
  const several = records.length > 1;
  return (
    <Dialog
      title={say(m.pinTitle, { n: records.length })}
      closeName={say(frameMessages.cancel)}
      onClose={onClose}
      actions={
        <>
          {several && (
            <Button disabled={saving.busy || saving.begun} onClick={() => save(true)}>
              {say(m.pinTogether)}
            </Button>
          )}
          <Button look="primary" disabled={saving.busy} onClick={() => save(false)}>
            {say(saving.busy ? m.pinning : m.pinEach, saving.busy ? {} : { n: records.length })}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <Field
          label={say(m.pinMarks)}
          hint={say(m.pinMarksHint)}
          problem={problem}
          value={text}
          autoFocus
          maxLength={500}
          onChange={(value) => {
            setText(value);
            setAsked(false);
          }}
          onEnter={() => save(false)}
        />
        <div className={styles['chips']}>
          {marks.stages.map((stage) => (
            <StageChip key={stage} stage={stage} />
          ))}
          {marks.tags.map((tag) => (
            <Chip key={tag}>#{tag}</Chip>
          ))}
        </div>
        <ul className={styles['rows']}>
          {records.slice(0, mostShown).map(({ original: { source, row, shown } }) => (
            <li key={`${source} ${row}`}>
              <LogTimeText time={shown.time} timeText={shown.timeText} />{' '}
              <span>{rowLine(shown.text, [])[0]?.text}</span>
            </li>
          ))}
          {records.length > mostShown && <li>+{records.length - mostShown}</li>}
        </ul>
      </div>
    </Dialog>
  );
}

/** Writes the entries one by one; after a failure the same ones go out under the same ids. */
function useSaving(records: readonly PinnedRecord[], onPinned: () => void) {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const { announce, selectEntry } = useWorkspace();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [ids] = useState(() => records.map(newOperationId));
  const [written] = useState(() => new Set<string>());

  const save = async (marks: ReturnType<typeof parsePinMarks>, together: boolean) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    const groups = together ? [records] : records.map((record) => [record]);
    try {
      for (const [at, group] of groups.entries()) {
        const id = ids[at] ?? newOperationId();
        if (written.has(id)) continue;
        const reply = await session.append({
          t: 'entry.add',
          id,
          ...pinnedEntry(group, marks),
        });
        if (!reply.ok) {
          const reason = appendErrorText(language, reply.error);
          const values = { done: written.size, n: groups.length, reason };
          return setProblem(groups.length === 1 ? reason : say(m.pinFailed, values));
        }
        written.add(id);
        selectEntry(id);
      }
      announce(say(m.pinned, { n: groups.length }), 'good');
      onPinned();
    } catch {
      // The main process did not answer: whether the line was written is not known.
      setProblem(say(errorMessages.appendUnknown));
    } finally {
      setBusy(false);
    }
  };
  return { save, busy, problem, begun: written.size > 0 };
}
