import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { checklists } from '#shared/catalogue/checklist-templates.ts';
import type { OwnItem } from '#shared/catalogue/guidance.ts';
import { stageIds, stageNumber } from '#shared/domain/kill-chain.ts';
import { guidanceMessages as m } from '#shared/i18n/guidance-messages.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { stageName } from '../../records/stage-chip.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Checkbox, Field, Select } from '../../ui/field.tsx';
import { BilingualFields } from './bilingual-fields.tsx';
import styles from './guidance-dialog.module.css';

type Props = {
  readonly item: OwnItem;
  readonly name: string;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onChange: (item: OwnItem) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly onSubmit: () => void;
};

const flags = ['critical', 'needsApproval', 'evidenceExpected'] as const;

/** One item of a template: a line, and its fields when it is open. */
export function TemplateItem(props: Props) {
  const { item, name, open, onToggle, onMove, onRemove } = props;
  const say = useSay();
  const id = useId();
  const values = { item: item.id };
  return (
    <li className={styles['item']}>
      <div className={styles['itemHead']}>
        <button
          type="button"
          className={styles['itemName']}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={onToggle}
        >
          <span className={styles['code']}>{item.id}</span>
          <span>{name.trim() === '' ? say(m.newItem) : name}</span>
        </button>
        <IconButton
          name={say(m.itemUp, values)}
          icon={<ArrowUp size={16} aria-hidden />}
          onClick={() => onMove(-1)}
        />
        <IconButton
          name={say(m.itemDown, values)}
          icon={<ArrowDown size={16} aria-hidden />}
          onClick={() => onMove(1)}
        />
        <IconButton
          name={say(m.itemRemove, values)}
          icon={<Trash2 size={16} aria-hidden />}
          onClick={onRemove}
        />
      </div>
      {open && (
        <div id={id} className={styles['itemForm']}>
          <ItemFields {...props} />
        </div>
      )}
    </li>
  );
}

function ItemFields({ item, onChange, onSubmit }: Props) {
  const say = useSay();
  const language = useLanguage();
  const [csf, setCsf] = useState(item.csf.join(', '));
  const codes = csf
    .normalize('NFKC')
    .split(/[\s,、]+/)
    .filter((code) => code !== '');
  const isWrong = codes.some((code) => !/^[A-Z]{2}\.[A-Z]{2}-\d{2}$/.test(code));
  const change = (news: Partial<OwnItem>) => onChange({ ...item, ...news });
  return (
    <>
      <BilingualFields
        labels={{ en: say(m.itemText), ja: say(m.itemTextJa) }}
        value={item.text}
        onChange={(text) => change({ text })}
        onSubmit={onSubmit}
        autoFocus
      />
      <BilingualFields
        labels={{ en: say(m.itemWhy), ja: say(m.itemWhyJa) }}
        value={item.why ?? { en: '', ja: '' }}
        onChange={(why) => change({ why })}
        onSubmit={onSubmit}
      />
      <div className={styles['pair']}>
        <Select
          label={say(m.step)}
          value={item.step}
          onChange={(step) => change({ step })}
          options={checklists.steps.map((step) => ({ value: step.id, label: step.name[language] }))}
        />
        <Field
          label={say(m.csf)}
          value={csf}
          hint={say(m.csfHint)}
          problem={isWrong ? say(m.csfWrong) : undefined}
          maxLength={300}
          onChange={(text) => {
            setCsf(text);
            change({
              csf: text
                .normalize('NFKC')
                .split(/[\s,、]+/)
                .filter((code) => /^[A-Z]{2}\.[A-Z]{2}-\d{2}$/.test(code)),
            });
          }}
        />
      </div>
      <div className={styles['checks']}>
        {flags.map((flag) => (
          <Checkbox
            key={flag}
            label={say(m[flag])}
            checked={item[flag]}
            onChange={(checked) => change({ [flag]: checked })}
          />
        ))}
      </div>
      <fieldset className={styles['checks']}>
        <legend className={styles['quiet']}>{say(m.stages)}</legend>
        {stageIds.map((stage) => (
          <Checkbox
            key={stage}
            label={`${stageNumber(stage)} ${stageName(stage, language)}`}
            checked={item.stages.includes(stage)}
            onChange={(checked) =>
              change({
                stages: stageIds.filter((each) =>
                  each === stage ? checked : item.stages.includes(each),
                ),
              })
            }
          />
        ))}
      </fieldset>
    </>
  );
}
