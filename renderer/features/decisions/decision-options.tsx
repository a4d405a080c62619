import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { decisionMessages as m } from '#shared/i18n/decision-messages.ts';
import { useSay } from '../../records/language.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import styles from './decision-form.module.css';

export type DraftOption = { readonly text: string; readonly because: string };

type DecisionOptionsProps = {
  readonly options: readonly DraftOption[];
  /** Place of the chosen one; undefined while nobody has decided. */
  readonly chosen: number | undefined;
  readonly onChange: (options: readonly DraftOption[], chosen: number | undefined) => void;
};

/** What could be done, which of it was chosen, and why the rest was not. */
export function DecisionOptions({ options, chosen, onChange }: DecisionOptionsProps) {
  const say = useSay();
  const group = useId();
  const change = (index: number, part: Partial<DraftOption>) =>
    onChange(
      options.map((option, at) => (at === index ? { ...option, ...part } : option)),
      chosen,
    );
  const remove = (index: number) =>
    onChange(
      options.filter((_option, at) => at !== index),
      chosen === undefined || chosen === index ? undefined : chosen > index ? chosen - 1 : chosen,
    );
  return (
    <fieldset className={styles['options']}>
      <legend>{say(m.options)}</legend>
      <label className={styles['undecided']}>
        <input
          type="radio"
          name={group}
          checked={chosen === undefined}
          onChange={() => onChange(options, undefined)}
        />
        {say(m.undecided)}
      </label>
      {options.map((option, index) => (
        // The place is all that an option has: two may say the same while they are written.
        <div key={index} className={styles['option']} data-chosen={chosen === index || undefined}>
          <input
            type="radio"
            name={group}
            aria-label={say(m.choose, { n: index + 1 })}
            checked={chosen === index}
            onChange={() => onChange(options, index)}
          />
          <Field
            label={say(m.option, { n: index + 1 })}
            labelHidden
            placeholder={say(m.option, { n: index + 1 })}
            value={option.text}
            onChange={(text) => change(index, { text })}
            maxLength={2_000}
          />
          {chosen === index ? (
            <span className={styles['mark']}>{say(m.chosen)}</span>
          ) : (
            <Field
              label={say(m.optionBecauseName, { n: index + 1 })}
              labelHidden
              placeholder={say(m.optionBecause)}
              value={option.because}
              onChange={(because) => change(index, { because })}
              maxLength={2_000}
            />
          )}
          <IconButton
            name={say(m.removeOption, { n: index + 1 })}
            icon={<X size={14} aria-hidden />}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      <Button
        icon={<Plus size={14} aria-hidden />}
        onClick={() => onChange([...options, { text: '', because: '' }], chosen)}
      >
        {say(m.addOption)}
      </Button>
    </fieldset>
  );
}
