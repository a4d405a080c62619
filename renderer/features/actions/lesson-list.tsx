import type { StandingLesson } from '#shared/application/actions.ts';
import { lessonKinds } from '#shared/domain/lesson.ts';
import { actionViewMessages as m } from '#shared/i18n/action-view-messages.ts';
import {
  categoryMessages,
  layerMessages,
  lessonKindMessages,
} from '#shared/i18n/report-review-messages.ts';
import { excerpt, visibleText } from '#shared/report/visible-text.ts';
import { useSay } from '../../records/language.tsx';
import { StageChip } from '../../records/stage-chip.tsx';
import { Chip } from '../../ui/chip.tsx';
import styles from './actions-view.module.css';
import table from './action-table.module.css';

type LessonListProps = {
  readonly lessons: readonly StandingLesson[];
  readonly onOpen: (id: string) => void;
};

/** Lessons by what they are drawn from. */
export function LessonList({ lessons, onOpen }: LessonListProps) {
  const say = useSay();
  return (
    <div className={styles['lessons']}>
      {lessonKinds.map((kind) => {
        const own = lessons.filter((lesson) => (lesson.kind ?? 'learned') === kind);
        if (own.length === 0) return null;
        return (
          <section key={kind}>
            <h3>{say(lessonKindMessages[kind])}</h3>
            <ul>
              {own.map(({ id, text, cause = '', stage, layer, category }) => (
                <li key={id}>
                  <button
                    type="button"
                    className={table['open']}
                    aria-label={say(m.edit, { text: visibleText(excerpt(text, 200)) })}
                    onClick={() => onOpen(id)}
                  >
                    {visibleText(excerpt(text, 500))}
                  </button>
                  <span className={styles['about']}>
                    {stage != null && <StageChip stage={stage} look="named" />}
                    {layer != null && <Chip>{say(layerMessages[layer])}</Chip>}
                    {category != null && <Chip>{say(categoryMessages[category])}</Chip>}
                  </span>
                  {cause !== '' && <p className={styles['cause']}>{visibleText(cause)}</p>}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
