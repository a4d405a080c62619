import { useMemo, useState } from 'react';
import { proposedMeasures, standingCourses } from '#shared/application/kill-chain.ts';
import { killChain } from '#shared/catalogue/kill-chain.ts';
import {
  type Course,
  type CourseAction,
  courseActions,
  cutCandidates,
  earliestCut,
} from '#shared/domain/chain/course.ts';
import { type StageId, stageIds } from '#shared/domain/kill-chain.ts';
import { chainQuestionMessages as m } from '#shared/i18n/chain-question-messages.ts';
import { chainMessages } from '#shared/i18n/kill-chain-messages.ts';
import { outcomeMessages } from '#shared/i18n/word-course.ts';
import { useRecords } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { StageChip, stageName } from '../../records/stage-chip.tsx';
import { CourseDialog } from './course-dialog.tsx';
import styles from './courses-tab.module.css';
import { useGridKeys } from './use-grid-keys.ts';

/** Measures that stand, oldest first. */
export function useCourses(): readonly Course[] {
  const records = useRecords('courses');
  return useMemo(() => standingCourses(records), [records]);
}

/** What stood against each stage, what became of it, and where the chain could have been cut. */
export function CoursesTab() {
  const say = useSay();
  const language = useLanguage();
  const courses = useCourses();
  const [cell, setCell] = useState<{ readonly stage: StageId; readonly action: CourseAction }>();
  const grid = useGridKeys(
    { rows: stageIds.length, columns: courseActions.length },
    (key, { row, column }) => {
      const [stage, action] = [stageIds[row], courseActions[column]];
      if ((key !== 'Enter' && key !== ' ') || stage === undefined || action === undefined)
        return false;
      setCell({ stage, action });
      return true;
    },
  );
  const actionName = (action: CourseAction) =>
    killChain.coursesOfAction.find(({ id }) => id === action);
  return (
    <div className={styles['tab']}>
      <p className={styles['lead']}>{say(m.coursesLead)}</p>
      <Verdict courses={courses} />
      <p className={styles['lead']}>{say(m.coursesKeys)}</p>
      <div className={styles['scroll']}>
        <table
          role="grid"
          aria-label={say(m.coursesGrid)}
          className={styles['grid']}
          onKeyDown={grid.onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col">{say(chainMessages.columnStage)}</th>
              {courseActions.map((action) => (
                <th key={action} scope="col" title={actionName(action)?.definition[language]}>
                  {actionName(action)?.name[language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stageIds.map((stage, row) => (
              <tr key={stage} data-stage={stage}>
                <th scope="row">
                  <StageChip stage={stage} />
                </th>
                {courseActions.map((action, column) => {
                  const inCell = courses.filter(
                    (course) => course.stage === stage && course.action === action,
                  );
                  const proposed = proposedMeasures(stage, action, courses);
                  return (
                    <td
                      key={action}
                      {...grid.cell(row, column)}
                      onClick={() => setCell({ stage, action })}
                    >
                      {inCell.map(({ id, outcome, text, cut }) => (
                        <span key={id} className={styles['measure']} data-outcome={outcome}>
                          <b>{say(outcomeMessages[outcome])}</b>
                          {cut === true && <i>{say(m.cutMark)}</i>}
                          <span>{text}</span>
                        </span>
                      ))}
                      {inCell.length === 0 &&
                        proposed.map((text) => (
                          <span key={text.en} className={styles['proposal']}>
                            {text[language]}
                          </span>
                        ))}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {cell !== undefined && (
        <CourseDialog
          stage={cell.stage}
          action={cell.action}
          title={say(m.cellName, {
            stage: stageName(cell.stage, language),
            action: actionName(cell.action)?.name[language] ?? cell.action,
            state: say(m.cellState, {
              n: courses.filter(
                ({ stage, action }) => stage === cell.stage && action === cell.action,
              ).length,
            }),
          })}
          courses={courses}
          onClose={() => setCell(undefined)}
        />
      )}
    </div>
  );
}

/** Where it could have been cut first, and what still waits for a judgement. */
function Verdict({ courses }: { readonly courses: readonly Course[] }) {
  const say = useSay();
  const language = useLanguage();
  const earliest = earliestCut(courses);
  const waiting = cutCandidates(courses);
  const list = (some: readonly Course[], withStage: boolean) =>
    some
      .map(({ stage, text }) =>
        withStage ? say(m.measureAt, { stage: stageName(stage, language), text }) : text,
      )
      .join(say(m.listGap));
  return (
    <div className={styles['verdict']}>
      <p className={styles['earliest']}>
        {earliest === undefined
          ? say(m.noCut)
          : say(m.earliest, {
              stage: stageName(earliest.stage, language),
              measures: list(earliest.courses, false),
            })}
      </p>
      {waiting.length > 0 && <p>{say(m.candidates, { measures: list(waiting, true) })}</p>}
    </div>
  );
}
