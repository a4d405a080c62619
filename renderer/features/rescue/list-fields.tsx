import { listMessages as m, meaningMessages } from '#shared/i18n/list-messages.ts';
import {
  type ColumnMeaning,
  type ListChoice,
  listFields,
  listKinds,
  otherMeanings,
} from '#shared/import/lists/list-mapping.ts';
import type { RescueLook } from '#shared/ipc/rescue-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useSay } from '../../records/language.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Select } from '../../ui/field.tsx';
import styles from './rescue-dialog.module.css';

type ListFieldsProps = {
  readonly look: RescueLook;
  /** What was said last: the look at it may not be there yet. */
  readonly said: ListChoice | undefined;
  readonly onChange: (list: ListChoice) => void;
};

const asMessages = {
  indicators: m.asIndicators,
  systems: m.asSystems,
  accounts: m.asAccounts,
  text: m.asText,
} as const;

/** What the rows of a list are and what its columns mean: guessed, and a person has the last word. */
export function ListFields({ look, said, onChange }: ListFieldsProps) {
  const say = useSay();
  const { list } = look;
  const as = list?.as ?? 'text';
  const columns = (said?.as === as ? said.columns : undefined) ?? list?.columns ?? {};
  return (
    <>
      <div className={styles['toolbar']}>
        <Select<keyof typeof asMessages>
          label={say(m.as)}
          value={as}
          onChange={(next) => onChange({ as: next })}
          options={[...listKinds, 'text' as const].map((value) => ({
            value,
            label: say(asMessages[value]),
          }))}
        />
        {list !== null && (
          <p className={styles['muted']}>{say(list.remembered ? m.remembered : m.willRemember)}</p>
        )}
      </div>
      {list !== null && (
        <div className={styles['scroll']} tabIndex={0} role="group" aria-label={say(m.columns)}>
          <table
            className={classNames(styles['table'], styles['mapping'])}
            aria-label={say(m.columns)}
          >
            <thead>
              <tr>
                {[m.column, m.meaning, m.sample].map((heading) => (
                  <th key={heading.en} scope="col">
                    {say(heading)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.names.map((name, at) => (
                <tr key={name}>
                  <th scope="row">{visibleText(name)}</th>
                  <td>
                    <Select<ColumnMeaning>
                      label={say(m.meaningOf, { name: visibleText(name) })}
                      labelHidden
                      value={columns[name] ?? 'note'}
                      onChange={(meaning) =>
                        onChange({ as: list.as, columns: { ...columns, [name]: meaning } })
                      }
                      options={[...listFields[list.as], ...otherMeanings].map((value) => ({
                        value,
                        label: say(meaningMessages[value]),
                      }))}
                    />
                  </td>
                  <td>{visibleText((list.samples[at] ?? []).join(' · '))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
