import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import { useSay } from '../records/language.tsx';
import styles from './exercise-mark.module.css';

/** That this is an exercise, over everything: the title bar says it for those who cannot see it. */
export function ExerciseMark() {
  const say = useSay();
  return (
    <div className={styles['mark']} aria-hidden>
      <span>{say(m.exercise)}</span>
    </div>
  );
}
