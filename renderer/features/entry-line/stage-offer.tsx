import { chainQuestionMessages as m } from '#shared/i18n/chain-question-messages.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { StageChip, stageName } from '../../records/stage-chip.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import type { LineHint } from './line-hint.ts';
import styles from './line-chips.module.css';

export const stageOfferKey = 'Ctrl+.';

type StageOfferProps = { readonly hint: LineHint; readonly onTake: () => void };

/** Offers a stage for the line; one key takes it, and nobody has to. */
export function StageOffer({ hint: { stage, because }, onTake }: StageOfferProps) {
  const say = useSay();
  const language = useLanguage();
  const words = because.slice(0, 2).join(say(m.listGap));
  return (
    <button
      type="button"
      className={styles['offer']}
      aria-label={say(m.hintName, { stage: stageName(stage, language), words, key: stageOfferKey })}
      onClick={onTake}
    >
      <StageChip stage={stage} />
      <span>{say(m.hint, { words })}</span>
      <Kbd keys={stageOfferKey} />
    </button>
  );
}
