import styles from './progress-bar.module.css';

type ProgressBarProps = {
  readonly name: string;
  readonly done: number;
  readonly total: number;
  /** What stands beside it in words; the bar alone tells nothing. */
  readonly text?: string;
};

/** How far a longer piece of work has come. */
export function ProgressBar({ name, done, total, text }: ProgressBarProps) {
  return (
    <div className={styles['progress']}>
      <progress
        aria-label={name}
        className={styles['bar']}
        value={Math.min(done, total)}
        max={Math.max(total, 1)}
      />
      {text !== undefined && <span className={styles['text']}>{text}</span>}
    </div>
  );
}
