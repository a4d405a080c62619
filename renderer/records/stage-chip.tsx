import { stageById } from '#shared/catalogue/kill-chain.ts';
import { isStageId, stageNumber } from '#shared/domain/kill-chain.ts';
import type { Language } from '#shared/i18n/messages.ts';
import { classNames } from '../ui/class-names.ts';
import { useLanguage } from './language.tsx';
import styles from './stage-chip.module.css';

/** A stage's name; one that this version does not know is shown by its id. */
export function stageName(stage: string, language: Language): string {
  return isStageId(stage) ? stageById(stage).name[language] : stage;
}

type StageChipProps = {
  readonly stage: string;
  /** Number and name, or the number alone (its name is then read out and shown when pointed at). */
  readonly look?: 'named' | 'number';
};

/** A kill-chain stage: its number on its colour. */
export function StageChip({ stage, look = 'named' }: StageChipProps) {
  const language = useLanguage();
  const number = stageNumber(stage);
  const name = stageName(stage, language);
  const markClass = classNames(styles['mark'], number !== undefined && styles[`stage${number}`]);
  // One element: in a list these are among the most that there are.
  if (look === 'number')
    return (
      <span role="img" aria-label={`${number ?? ''} ${name}`} title={name} className={markClass}>
        {number ?? '?'}
      </span>
    );
  return (
    <span className={styles['chip']}>
      <span className={markClass} aria-hidden>
        {number ?? '?'}
      </span>
      <span className={styles['name']}>{name}</span>
    </span>
  );
}
