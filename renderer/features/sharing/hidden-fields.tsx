import { redactionViewMessages as m } from '#shared/i18n/redaction-view-messages.ts';
import { wordHideable } from '#shared/i18n/word-redaction.ts';
import type { RedactionSummaryReply } from '#shared/ipc/redaction-contract.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Checkbox } from '../../ui/field.tsx';
import styles from './hidden-fields.module.css';

type HiddenFieldsProps = {
  /** The fields that stand in the notebook. */
  readonly fields: RedactionSummaryReply['fields'];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
};

/** The fields that a redacted copy can hide wherever they stand, by what they belong to. */
export function HiddenFields({ fields, chosen, onChange }: HiddenFieldsProps) {
  const say = useSay();
  const language = useLanguage();
  const groups = new Map<string, { name: string; label: string; count: number }[]>();
  for (const { field: name, count } of fields) {
    const { group, field } = wordHideable(name, language);
    groups.set(group, [...(groups.get(group) ?? []), { name, label: field, count }]);
  }
  const n = chosen.length;
  return (
    <details className={styles['fields']}>
      <summary>
        {say(m.fields)}
        <span className={styles['count']}>
          {say(n === 0 ? m.fieldsNone : m.fieldsChosen, { n })}
        </span>
      </summary>
      <p className={styles['hint']}>{say(m.fieldsHint)}</p>
      <div className={styles['groups']}>
        {[...groups].map(([group, members]) => (
          <fieldset key={group} className={styles['group']}>
            <legend>{group}</legend>
            {members.map(({ name, label, count }) => (
              <Checkbox
                key={name}
                label={say(m.hideField, { field: label, n: count })}
                checked={chosen.includes(name)}
                onChange={(on) =>
                  onChange(on ? [...chosen, name] : chosen.filter((one) => one !== name))
                }
              />
            ))}
          </fieldset>
        ))}
      </div>
    </details>
  );
}
