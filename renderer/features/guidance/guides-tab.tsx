import { type Guidance, type OwnGuide } from '#shared/catalogue/guidance.ts';
import { shownGuide } from '#shared/catalogue/stage-guide.ts';
import { stageIds } from '#shared/domain/kill-chain.ts';
import { guidanceMessages as m } from '#shared/i18n/guidance-messages.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { StageChip, stageName } from '../../records/stage-chip.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './guidance-dialog.module.css';
import { RevisionText } from './revision-text.tsx';

type Props = {
  readonly guidance: Guidance;
  readonly onEdit: (guide: OwnGuide) => void;
  readonly onRemove: (guide: OwnGuide) => void;
};

/** The seven stage guides, each as it comes or as the organisation wrote it. */
export function GuidesTab({ guidance, onEdit, onRemove }: Props) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <p className={styles['lead']}>{say(m.guidesLead)}</p>
      <ul className={styles['list']}>
        {stageIds.map((stage) => {
          const { guide, own } = shownGuide(guidance, stage, language);
          const name = stageName(stage, language);
          return (
            <li key={stage} className={styles['row']}>
              <div className={styles['words']}>
                <StageChip stage={stage} />{' '}
                <span className={styles['quiet']}>
                  {own === undefined ? say(m.guideFromCatalogue) : <RevisionText piece={own} />}
                </span>
              </div>
              <div className={styles['buttons']}>
                {own !== undefined && (
                  <Button
                    look="quiet"
                    aria-label={`${say(m.guideBack)}: ${name}`}
                    onClick={() => onRemove(own.body)}
                  >
                    {say(m.guideBack)}
                  </Button>
                )}
                <Button
                  aria-label={say(m.guideEditOf, { stage: name })}
                  onClick={() => onEdit(guide)}
                >
                  {say(m.edit)}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
