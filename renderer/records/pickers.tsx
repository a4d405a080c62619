import { entryKinds, type EntryKind } from '#shared/domain/entry-kind.ts';
import { stageIds, stageNumber } from '#shared/domain/kill-chain.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import { Select } from '../ui/field.tsx';
import { entryKindMessages } from '#shared/i18n/entry-words.ts';
import { useLanguage, useSay } from './language.tsx';
import styles from './pickers.module.css';
import { StageChip, stageName } from './stage-chip.tsx';

type KindPickerProps = { readonly value: EntryKind; readonly onChange: (kind: EntryKind) => void };

/** Chooses the kind of an entry. */
export function KindPicker({ value, onChange }: KindPickerProps) {
  const say = useSay();
  return (
    <Select
      label={say(m.kind)}
      value={value}
      onChange={onChange}
      options={entryKinds.map((kind) => ({ value: kind, label: say(entryKindMessages[kind]) }))}
    />
  );
}

type StagePickerProps = {
  readonly value: readonly string[];
  readonly onChange: (stages: string[]) => void;
};

/** Chooses any number of stages. */
export function StagePicker({ value, onChange }: StagePickerProps) {
  const say = useSay();
  const language = useLanguage();
  return (
    <fieldset className={styles['stages']}>
      <legend className={styles['legend']}>{say(m.stages)}</legend>
      {stageIds.map((stage) => {
        const chosen = value.includes(stage);
        return (
          <button
            key={stage}
            type="button"
            aria-pressed={chosen}
            aria-label={`${stageNumber(stage)} ${stageName(stage, language)}`}
            title={stageName(stage, language)}
            className={styles['stage']}
            onClick={() =>
              onChange(chosen ? value.filter((other) => other !== stage) : [...value, stage])
            }
          >
            <StageChip stage={stage} look={chosen ? 'named' : 'number'} />
          </button>
        );
      })}
    </fieldset>
  );
}
