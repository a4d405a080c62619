import { defenceLayers } from '#shared/domain/chain/course.ts';
import { improvementCategories } from '#shared/domain/improvement.ts';
import { stageIds, stageNumber } from '#shared/domain/kill-chain.ts';
import type { ActionFields } from '#shared/domain/action.ts';
import { actionViewMessages as m } from '#shared/i18n/action-view-messages.ts';
import { categoryMessages, layerMessages } from '#shared/i18n/report-review-messages.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { stageName } from '../../records/stage-chip.tsx';
import { Select, TextArea } from '../../ui/field.tsx';

/** What an improvement is about. */
export type About = Required<Pick<ActionFields, 'category' | 'stage' | 'layer' | 'cause'>>;

type AboutFieldsProps = {
  readonly value: About;
  readonly onChange: (news: Partial<About>) => void;
  readonly onSubmit: () => void;
  readonly stageLabel: string;
  readonly className: string | undefined;
};

const unset = 'unset';

/** Cause, category, stage and layer: the condition, never the person. */
export function AboutFields({
  value,
  onChange,
  onSubmit,
  stageLabel,
  className,
}: AboutFieldsProps) {
  const say = useSay();
  const language = useLanguage();
  const none = { value: unset, label: say(m.notStated) } as const;
  return (
    <>
      <TextArea
        label={say(m.cause)}
        hint={say(m.causeHint)}
        value={value.cause ?? ''}
        onChange={(cause) => onChange({ cause })}
        onSubmit={onSubmit}
      />
      <div className={className}>
        <Select
          label={say(m.category)}
          value={value.category ?? unset}
          options={[
            none,
            ...improvementCategories.map((id) => ({ value: id, label: say(categoryMessages[id]) })),
          ]}
          onChange={(category) => onChange({ category: category === unset ? null : category })}
        />
        <Select
          label={stageLabel}
          value={value.stage ?? unset}
          options={[
            none,
            ...stageIds.map((id) => ({
              value: id as string,
              label: `${stageNumber(id)} ${stageName(id, language)}`,
            })),
          ]}
          onChange={(stage) => onChange({ stage: stage === unset ? null : stage })}
        />
        <Select
          label={say(m.layer)}
          value={value.layer ?? unset}
          options={[
            none,
            ...defenceLayers.map((id) => ({ value: id, label: say(layerMessages[id]) })),
          ]}
          onChange={(layer) => onChange({ layer: layer === unset ? null : layer })}
        />
      </div>
    </>
  );
}
