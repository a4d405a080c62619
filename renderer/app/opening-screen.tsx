import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import type { ReplayProgress } from '../data/notebook-session.ts';
import { useSay } from '../records/language.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import styles from './opening-screen.module.css';

type OpeningScreenProps = {
  readonly name: string;
  readonly progress: ReplayProgress | undefined;
};

/** What is seen while a notebook is read; the bar comes only when there is much to read. */
export function OpeningScreen({ name, progress }: OpeningScreenProps) {
  const say = useSay();
  return (
    <main className={styles['screen']}>
      <h1 className={styles['name']}>{name}</h1>
      <p className={styles['what']} role="status">
        {say(progress === undefined ? m.opening : m.rebuilding)}
      </p>
      {progress !== undefined && (
        <ProgressBar
          name={say(m.rebuilding)}
          done={progress.done}
          total={progress.total}
          text={say(m.linesOf, progress)}
        />
      )}
    </main>
  );
}
