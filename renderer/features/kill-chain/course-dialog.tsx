import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { proposedMeasures, setCourse } from '#shared/application/kill-chain.ts';
import {
  type Course,
  type CourseAction,
  type CourseFields,
  courseOutcomes,
  type CourseOutcome,
  defenceLayers,
  type DefenceLayer,
} from '#shared/domain/chain/course.ts';
import type { StageId } from '#shared/domain/kill-chain.ts';
import { chainQuestionMessages as m } from '#shared/i18n/chain-question-messages.ts';
import { outcomeMessages } from '#shared/i18n/word-course.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { CitationPicker } from '../../records/citation-picker.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, Field, Select } from '../../ui/field.tsx';
import { layerMessages } from '#shared/i18n/layer-words.ts';
import styles from './courses-tab.module.css';
import { useChainWriting } from './use-chain-writing.ts';

type CourseDialogProps = {
  readonly stage: StageId;
  readonly action: CourseAction;
  readonly title: string;
  readonly courses: readonly Course[];
  readonly onClose: () => void;
};

/** The measures of one cell; what the catalogue proposes is taken over with one key. */
export function CourseDialog({ stage, action, title, courses, onClose }: CourseDialogProps) {
  const say = useSay();
  const language = useLanguage();
  const { canWrite } = useWorkspace();
  const write = useChainWriting();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const inCell = courses.filter((course) => course.stage === stage && course.action === action);
  const proposed = proposedMeasures(stage, action, courses);
  const save = (fields: CourseFields, course?: string) =>
    write(
      (writing) => setCourse(writing, fields, course),
      fields.removal === undefined
        ? say(m.measureSaved, {
            text: fields.text ?? courses.find(({ id }) => id === course)?.text ?? '',
          })
        : say(m.measureRemoved),
    );
  const add = async (given: string, outcome: CourseOutcome) => {
    if (given.trim() === '') return setProblem(say(m.measureNeeded));
    const wrong = await save({ stage, action, text: given.trim(), outcome });
    setProblem(wrong);
    if (wrong === undefined) setText('');
  };
  return (
    <Dialog title={title} closeName={say(m.closeCell)} onClose={onClose} width="wide">
      {action === 'destroy' && <p className={styles['lead']}>{say(m.ownAssets)}</p>}
      <ul className={styles['measures']}>
        {inCell.map((course) => (
          <MeasureForm key={course.id} course={course} onSave={save} />
        ))}
      </ul>
      {canWrite && (
        <>
          <section className={styles['proposals']} aria-label={say(m.proposals)}>
            <h3>{say(m.proposals)}</h3>
            {proposed.length === 0 && <p className={styles['lead']}>{say(m.noProposals)}</p>}
            {proposed.map((each) => (
              <div key={each.en} className={styles['propose']}>
                <span>{each[language]}</span>
                {courseOutcomes.map((outcome) => (
                  <Button
                    key={outcome}
                    aria-label={say(m.propose, {
                      outcome: say(outcomeMessages[outcome]),
                      text: each[language],
                    })}
                    onClick={() => void add(each[language], outcome)}
                  >
                    {say(outcomeMessages[outcome])}
                  </Button>
                ))}
              </div>
            ))}
          </section>
          <div className={styles['adding']}>
            <Field
              label={say(m.measure)}
              value={text}
              onChange={setText}
              onEnter={() => void add(text, 'existed')}
              problem={problem}
              maxLength={2_000}
              autoFocus
            />
            <Button onClick={() => void add(text, 'existed')}>{say(m.addMeasure)}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

type MeasureFormProps = {
  readonly course: Course;
  readonly onSave: (fields: CourseFields, course: string) => Promise<string | undefined>;
};

/** One measure; every choice is written when it is made. */
function MeasureForm({ course, onSave }: MeasureFormProps) {
  const say = useSay();
  const { canWrite } = useWorkspace();
  const { id, text, outcome, layer, cut, entries = [] } = course;
  const set = (fields: CourseFields) => void onSave(fields, id);
  return (
    <li className={styles['form']} data-course={id}>
      <h3>{text}</h3>
      <div className={styles['fields']}>
        <Select<CourseOutcome>
          label={say(m.outcome)}
          value={outcome}
          onChange={(next) => set({ outcome: next })}
          disabled={!canWrite}
          options={courseOutcomes.map((each) => ({
            value: each,
            label: say(outcomeMessages[each]),
          }))}
        />
        <Select<DefenceLayer | ''>
          label={say(m.layer)}
          value={layer ?? ''}
          onChange={(next) => set({ layer: next === '' ? null : next })}
          disabled={!canWrite}
          options={[
            { value: '', label: say(m.layerNone) },
            ...defenceLayers.map((each) => ({ value: each, label: say(layerMessages[each]) })),
          ]}
        />
        <Checkbox
          label={say(m.cut)}
          checked={cut === true}
          disabled={!canWrite}
          onChange={(checked) => set({ cut: checked })}
        />
        <IconButton
          name={say(m.measureRemove, { text })}
          icon={<Trash2 size={16} aria-hidden />}
          disabled={!canWrite}
          onClick={() => set({ removal: { removed: true, reason: say(m.measureRemovedReason) } })}
        />
      </div>
      {canWrite && (
        <CitationPicker
          value={{ entries, evidence: [] }}
          entriesOnly
          onChange={(value) => set({ entries: [...value.entries] })}
        />
      )}
    </li>
  );
}
