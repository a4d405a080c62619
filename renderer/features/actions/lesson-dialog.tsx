import { useState } from 'react';
import type { StandingLesson } from '#shared/application/actions.ts';
import { type LessonFields, lessonKinds } from '#shared/domain/lesson.ts';
import { actionViewMessages as m } from '#shared/i18n/action-view-messages.ts';
import { lessonKindMessages } from '#shared/i18n/report-review-messages.ts';
import { CitationPicker } from '../../records/citation-picker.tsx';
import { FormDialog } from '../../records/form-dialog.tsx';
import { useSay } from '../../records/language.tsx';
import type { Improvements } from '../../records/use-improvements.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Select, TextArea } from '../../ui/field.tsx';
import { AboutFields } from './about-fields.tsx';
import styles from './action-dialog.module.css';
import { changedFields } from './changed-fields.ts';

type LessonDialogProps = {
  /** Undefined for a new one. */
  readonly lesson: StandingLesson | undefined;
  readonly improvements: Improvements;
  readonly onClose: () => void;
};

/** Everything about a lesson; only what was changed is written. */
export function LessonDialog({ lesson, improvements, onClose }: LessonDialogProps) {
  const say = useSay();
  const { canWrite } = useWorkspace();
  const [wanted, setWanted] = useState(() => ({
    text: lesson?.text ?? '',
    kind: lesson?.kind ?? ('learned' as const),
    cause: lesson?.cause ?? '',
    category: lesson?.category ?? null,
    stage: lesson?.stage ?? null,
    layer: lesson?.layer ?? null,
    entries: lesson?.entries ?? [],
  }));
  const [problem, setProblem] = useState<string>();
  const change = (news: Partial<LessonFields>) =>
    setWanted((before) => ({ ...before, ...news }) as typeof before);
  const write = async (fields: LessonFields) => {
    const failed = await improvements.setLesson(fields, lesson?.id);
    if (failed === undefined) onClose();
    else setProblem(failed);
  };
  const save = async () => {
    if (!canWrite) return;
    const fields = changedFields<LessonFields>(lesson ?? {}, wanted);
    if (lesson !== undefined && Object.keys(fields).length === 0) return onClose();
    await write(lesson === undefined ? { ...fields, text: wanted.text } : fields);
  };
  return (
    <FormDialog
      title={say(lesson === undefined ? m.lessonNew : m.lessonEdit)}
      onClose={onClose}
      onSave={() => void save()}
      remove={
        lesson && {
          word: say(m.remove),
          run: () => void write({ removal: { removed: true, reason: '' } }),
        }
      }
      problem={problem}
    >
      <TextArea
        label={say(m.lessonText)}
        value={wanted.text}
        onChange={(text) => change({ text })}
        onSubmit={() => void save()}
        autoFocus
      />
      <div className={styles['row']}>
        <Select
          label={say(m.lessonKind)}
          value={wanted.kind}
          onChange={(kind) => change({ kind })}
          options={lessonKinds.map((id) => ({ value: id, label: say(lessonKindMessages[id]) }))}
        />
      </div>
      <AboutFields
        value={wanted}
        onChange={change}
        onSubmit={() => void save()}
        stageLabel={say(m.lessonStage)}
        className={styles['row']}
      />
      <CitationPicker
        entriesOnly
        value={{ entries: wanted.entries, evidence: [] }}
        onChange={({ entries }) => change({ entries: [...entries] })}
      />
    </FormDialog>
  );
}
